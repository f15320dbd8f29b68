import type { LocalEdit, MergedRecord, MergeInput, MergePlan, PlannedChange } from './plan.ts';
import { sameValue, seen } from './winner.ts';

/** What becomes of the records of this store: as joined, with what a choice, a rename or the end of an acceptance does to them. */
export function outcomeOf(
  merged: readonly MergedRecord[],
  edits: readonly LocalEdit[],
  mine: MergeInput['mine'],
): Pick<MergePlan, 'outcome' | 'added' | 'changed' | 'removed'> {
  const editOf = new Map(edits.map((edit) => [edit.id, edit]));
  const joined = new Set(merged.map(({ state }) => state.id));
  const edited = edits.flatMap((edit): readonly PlannedChange[] => {
    const state = joined.has(edit.id) ? null : mine(edit.kind, edit.id);
    if (!state) return [];
    const stands = seen(state);
    return [withEdit({ state, before: stands, after: stands, changed: [] }, edit)];
  });
  const outcome = [...merged.map((one) => withEdit(one, editOf.get(one.state.id))), ...edited].filter(readsOtherwise);
  const count = (isOne: (one: PlannedChange) => boolean) => outcome.filter(isOne).length;
  return {
    outcome,
    added: count(({ before, after }) => !before && after.alive),
    changed: count(({ before, after }) => before !== null && after.alive),
    removed: count(({ after }) => !after.alive),
  };
}

function withEdit(one: PlannedChange, edit: LocalEdit | undefined): PlannedChange {
  if (!edit) return one;
  const { before } = one;
  const after = { alive: edit.alive ?? one.after.alive, fields: { ...one.after.fields, ...edit.fields } };
  const names = [...new Set([...one.changed, ...Object.keys(edit.fields)])];
  const changed = names.filter((name) => !sameValue(before?.fields[name] ?? null, after.fields[name] ?? null));
  return { state: one.state, before, after, changed };
}

/** A record that comes back counts as changed; one that comes and goes at once as nothing. */
function readsOtherwise({ before, after, changed }: PlannedChange): boolean {
  if (!after.alive) return before?.alive === true;
  return before?.alive !== true || changed.length > 0;
}
