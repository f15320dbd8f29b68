import { beginBatch } from '../../../electron/engine/batch.ts';
import { checkFields } from '../../../electron/engine/changes.ts';
import { transact } from '../../../electron/engine/transact.ts';
import { ok } from '../../../shared/domain/foundation/result.ts';
import type { Desk } from '../../exchange/desk.ts';

/** Takes so many test issues into a release of the desk, as one import does. */
export function takeIssues(
  { context, store }: Desk,
  releaseId: string,
  count: number,
  fieldsOf: (at: number) => Readonly<Record<string, unknown>>,
): void {
  const taken = transact(
    context,
    store,
    (set) => {
      const batch = beginBatch(set, 'testIssue', releaseId, 'issues.csv');
      for (let at = 0; at < count; at += 1) {
        const checked = checkFields('testIssue', fieldsOf(at), false);
        if (!checked.ok) return checked;
        batch.add(checked.value);
      }
      return ok(batch.end());
    },
    'sides',
  );
  if (!taken.ok) throw new Error(taken.error.message);
}
