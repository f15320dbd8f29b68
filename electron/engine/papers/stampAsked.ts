import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../../shared/domain/pack/packSnapshot.ts';
import { paperStamp } from '../../../shared/domain/pack/paper/paperStamp.ts';
import { bodyOf, theBody } from '../../../shared/domain/records/bodies.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import type { Criterion } from '../../../shared/domain/records/criterion.ts';
import { readFactRecords } from '../../store/records.ts';
import { type ChangeSet, checkFields, createRecord, editRecord } from '../changes.ts';

/**
 * Each criterion of the paper has a question of it from now on: when it was put, in which paper, and what that showed. It
 * is put on the day on which the paper is made, whichever day the paper judges on. A
 * question put before keeps its day, paper and stamp, for `input.given` looks for the first (§5.3) and an answer may still
 * come in the paper before; also where the same paper is made again for the same meeting, for each is issued by itself. Only
 * a question that nobody has put yet, or that was put on this day in no paper, becomes the paper's. Questions and criteria are those of the transaction, for a paper takes a while to be made: what was answered meanwhile
 * answers to something else, and stays as it was recorded. Returns a sentence for each criterion that was passed over.
 */
export function stampAsked(
  set: ChangeSet,
  releaseId: string,
  snapshot: PackSnapshot,
  { body, meeting }: { readonly body: string; readonly meeting: string },
): Result<readonly string[]> {
  const notes: string[] = [];
  const { identity, facts } = snapshot;
  const askedOn = set.today;
  const criteria = readFactRecords(set.db, 'criterion', releaseId);
  const views = readFactRecords(set.db, 'view', releaseId).filter((view) => bodyOf(view.body) === body);
  const answeredBefore = new Set(facts.views.filter(isAnswered).map((view) => view.id));
  for (const shown of facts.criteria) {
    const criterion = referenceNow(criteria, shown);
    if (criterion === null) {
      notes.push(`${shown.reference} was removed while the paper was made, so no question about it was recorded.`);
      continue;
    }
    const own = views.filter((view) => view.criterion === criterion);
    if (own.some((view) => isAnswered(view) && !answeredBefore.has(view.id))) {
      notes.push(
        `While the paper was made, what ${theBody(body)} answered on ${criterion} was recorded; that answer stands as it was typed, and the paper still shows the question as open.`,
      );
      continue;
    }
    const waiting = own.find((view) => isThePapers(view, askedOn, meeting));
    const stamp = paperStamp(snapshot, shown.reference);
    const asked = { askedOn, meeting, paper: identity.reference, ...stamp };
    const checked = checkFields('view', waiting ? asked : { body, criterion, ...asked }, waiting !== undefined);
    if (!checked.ok) return checked;
    const done = waiting
      ? editRecord(set, 'view', waiting.id ?? '', checked.value)
      : createRecord(set, 'view', { id: null, releaseId }, checked.value);
    if (!done.ok) return done;
  }
  return ok(notes);
}

const isAnswered = ({ position }: View) => position !== null;

/** Nothing that stands in it is overwritten when it becomes the paper's. */
function isThePapers(view: View, day: CalendarDate, meeting: string): boolean {
  return (
    !isAnswered(view) &&
    view.paper === null &&
    view.saw === null &&
    view.sawText === null &&
    (view.askedOn === null || view.askedOn === day) &&
    (view.meeting === null || view.meeting === meeting)
  );
}

/** What a criterion of the paper is called by now; null: it is no longer there. */
function referenceNow(criteria: readonly Criterion[], shown: Criterion): string | null {
  const now = criteria.find(({ id, reference }) =>
    shown.id === undefined ? reference === shown.reference : id === shown.id,
  );
  return now?.reference ?? null;
}
