import type { LocalEdit, MergedRecord, MergeInput, MergePlan, PlannedChange } from './plan.ts';
import { sameValue, seen } from './winner.ts';

/** What becomes of the records of this store: as joined, with what a choice, a rename or the end of an acceptance does to them. */
export function outcomeOf(
  records: ReadonlyMap<string, MergedRecord>,
  edits: { readonly of: (id: string) => LocalEdit | null; readonly all: () => readonly LocalEdit[] },
  mine: MergeInput['mine'],
): Pick<MergePlan, 'outcome' | 'added' | 'changed' | 'removed'> {
  const edited = edits.all().flatMap((edit): readonly PlannedChange[] => {
    const state = records.has(edit.id) ? null : mine(edit.kind, edit.id);
    if (!state) return [];
    const stands = seen(state);
    return [withEdit({ state, before: stands, after: stands, changed: [] }, edit)];
  });
  const joined = [...records.values()].map((one) => withEdit(one, edits.of(one.state.id)));
  const outcome = [...joined, ...edited].filter(readsOtherwise);
  const count = (isOne: (one: PlannedChange) => boolean) => outcome.filter(isOne).length;
  return {
    outcome,
    added: count(({ before, after }) => !before && after.alive),
    changed: count(({ before, after }) => before !== null && after.alive),
    removed: count(({ after }) => !after.alive),
  };
}

function withEdit(one: PlannedChange, edit: LocalEdit | null): PlannedChange {
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
