import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { ensureKeys, keyPlaceOf, putKeysAside } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

/** A new pair in the place of one that nobody here can reach now, which is put aside; one that can be reached stays. */
export const storeNewKey = storeVerb('store.newKey', (context, store) => {
  if (keyPlaceOf(store.db).inReach)
    return fail('conflict', 'The private key of this store is in reach, so nothing takes its place.');
  inTransaction(store.db, (db) => {
    putKeysAside(db, `put-aside-${context.stamps.now().replace(/\D/g, '')}`);
    ensureKeys(db);
  });
  return ok({});
});
