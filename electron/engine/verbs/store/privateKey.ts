import { ok } from '../../../../shared/domain/foundation/result.ts';
import { inTransaction } from '../../../store/db.ts';
import { ensureKeys } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

/** For main alone, which has the system's keychain seal it. */
export const storePrivateKey = storeVerb('store.privateKey', (_context, store) =>
  ok({ privateKey: inTransaction(store.db, ensureKeys).privateKey }),
);
