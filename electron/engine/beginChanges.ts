import type { WritableDb } from '../store/db.ts';
import { readStoreId } from '../store/metadata.ts';
import type { ChangeSet } from './changeSet.ts';
import type { EngineContext } from './context.ts';

/** The hand of a transaction that has written nothing yet. */
export function beginChanges(
  context: EngineContext,
  db: WritableDb,
  asked: Pick<ChangeSet, 'role' | 'onBehalf' | 'restates' | 'leadsBack' | 'leftOut'>,
): ChangeSet {
  return {
    db,
    stamps: context.stamps,
    actor: context.actor(),
    storeId: readStoreId(db),
    today: context.today(),
    ledgerEnd: { hash: null },
    range: { entry: 0, through: 0, releaseId: null },
    ...asked,
  };
}
