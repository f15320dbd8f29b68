import { ok } from '../../shared/domain/foundation/result.ts';
import type { WritableDb } from '../store/db.ts';
import { renewStore } from '../store/formerIds.ts';
import { issuedIn, keepIssuedBefore } from '../store/issuedBefore.ts';
import { restoreBackup } from '../store/restoreBackup.ts';
import { storePaths } from '../store/storePaths.ts';
import type { EngineContext } from './context.ts';

/**
 * A restored store goes on under another id: others may know entries with the numbers that come next. What the store before
 * it had issued since is out, and is named.
 */
export async function restoreFrom(context: EngineContext, backup: string, evenSo = false) {
  context.closeStore();
  const paths = storePaths(context.folder);
  const issued = issuedIn(paths.database);
  const issuedSince: string[] = [];
  const finish = (db: WritableDb) => {
    renewStore(db, context.stamps.newId(), { isSure: true, isGone: true });
    issuedSince.push(...keepIssuedBefore(db, issued));
  };
  const restored = await restoreBackup(paths, backup, context.stamps, finish, evenSo);
  if (!restored.ok) return restored;
  const store = context.store();
  if (!store.ok) return store;
  const { mendedFiles, disagreements } = restored.value;
  return ok({ ...restored.value, mendedFiles: [...mendedFiles], disagreements: [...disagreements], issuedSince });
}
