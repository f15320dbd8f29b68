import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { ensureKeys, giveUpKeys, keyPlaceOf } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

/** A new pair in the place of one that nobody here can reach; one that can be reached is not given up. */
export const storeNewKey = storeVerb('store.newKey', (_context, store) => {
  if (keyPlaceOf(store.db).inReach)
    return fail('conflict', 'The private key of this store is in reach, so nothing takes its place.');
  inTransaction(store.db, (db) => {
    giveUpKeys(db);
    ensureKeys(db);
  });
  return ok({});
});
