import { ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { keepKeys } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

/** Keeps the private key as a keychain sealed it; `sealed` null: in its file again. */
export const storeKeepKey = storeVerb('store.keepKey', (_context, store, { sealed }) => {
  inTransaction(store.db, (db) => keepKeys(db, sealed));
  return ok({});
});
