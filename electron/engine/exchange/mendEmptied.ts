import { findEmptied } from '../../store/check/checkVersions.ts';
import type { ChangeSet } from '../changes.ts';
import { writeEdits } from './applyPlan.ts';

/** Puts back what an exchange with a copy of a store emptied; these are writes of our own. Returns how many fields. */
export function mendEmptied(set: ChangeSet): number {
  const emptied = findEmptied(set.db);
  const records = Map.groupBy(emptied, ({ id }) => id);
  for (const fields of records.values()) {
    const [first] = fields;
    if (!first) continue;
    const { kind, id, releaseId } = first;
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    writeEdits(set, kind, releaseId, [{ kind, id, fields: values, alive: null }], 'put back what an exchange emptied');
  }
  return emptied.length;
}
