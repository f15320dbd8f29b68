import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Condition } from '../../../shared/domain/records/conditions.ts';
import { readRecords } from '../../store/records.ts';
import { type ChangeSet, checkFields, createRecord, editRecord, removeRecord } from '../changes.ts';
import { type AnswerPlan, isOfAnswer, type PlannedView } from './planAnswer.ts';
import { isGone, rewordings } from './rewordings.ts';

/** Records every view of the plan and the conditions that came with it; the records count, for the sentence after it. */
export function recordAnswer(
  set: ChangeSet,
  releaseId: string,
  plan: AnswerPlan,
): Result<{ views: number; conditions: number; removed: number }> {
  let [views, conditions, removed] = [0, 0, 0];
  for (const view of plan.views) {
    const recorded = recordView(set, releaseId, plan, view);
    if (!recorded.ok) return recorded;
    const kept = recordConditions(set, releaseId, plan, view);
    if (!kept.ok) return kept;
    views += recorded.value;
    conditions += kept.value.entered;
    removed += kept.value.removed;
  }
  return ok({ views, conditions, removed });
}

/** Not through the meeting sheet's way of stamping: what the paper showed is known, and stands. */
function recordView(set: ChangeSet, releaseId: string, plan: AnswerPlan, view: PlannedView): Result<number> {
  const { paper, body, on, meeting } = plan;
  const fields = { position: view.position, wording: view.words, on, meeting, paper, ...view.stamp };
  const id = view.current?.id;
  const checked = checkFields(
    'view',
    id === undefined ? { body, criterion: view.reference, ...fields } : fields,
    id !== undefined,
  );
  if (!checked.ok) return checked;
  const done =
    id === undefined
      ? createRecord(set, 'view', { id: null, releaseId }, checked.value)
      : editRecord(set, 'view', id, checked.value);
  return done.ok ? ok(done.value === null ? 0 : 1) : done;
}

/**
 * The conditions of one answer as they are to stand. One that reads as before stays as it is, one that was reworded takes its
 * new wording; what else the answer before had is removed unless it was discharged.
 */
function recordConditions(
  set: ChangeSet,
  releaseId: string,
  plan: AnswerPlan,
  view: PlannedView,
): Result<{ entered: number; removed: number }> {
  const { paper, body } = plan;
  const source = { paper, body, criterion: view.reference, release: null, decidedOn: null };
  const before = readRecords(set.db, 'condition', releaseId).flatMap(({ id, fields }) => {
    const own = fields as Condition;
    return isOfAnswer(own, plan, view.reference) ? [{ ...own, id }] : [];
  });
  const wanted = view.conditions.filter((text) => !before.some((one) => one.text === text));
  const reworded = rewordings(before, view.conditions);
  for (const text of wanted) {
    const old = reworded.get(text);
    const checked = checkFields('condition', old ? { text } : { text, source }, old !== undefined);
    if (!checked.ok) return checked;
    const done = old
      ? editRecord(set, 'condition', old.id, checked.value)
      : createRecord(set, 'condition', { id: null, releaseId }, checked.value);
    if (!done.ok) return done;
  }
  const kept = new Set([...reworded.values()].map(({ id }) => id));
  const leftOver = before.filter((one) => isGone(one, view.conditions) && !kept.has(one.id));
  for (const { id } of leftOver) {
    const removed = removeRecord(set, 'condition', id);
    if (!removed.ok) return removed;
  }
  return ok({ entered: wanted.length, removed: leftOver.length });
}
