import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import { viewerSentence } from '../../../shared/domain/roles/mayChange.ts';
import { inTransaction, type WritableDb } from '../../store/db.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';

/** What concerns this store alone; a viewer changes nothing of it either. */
export function here<T>(context: EngineContext, store: Store, work: (db: WritableDb) => Result<T>): Result<T> {
  return context.role() === 'viewer' ? fail('notAllowed', viewerSentence) : inTransaction(store.db, work);
}
