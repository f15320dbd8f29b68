import { ok } from '../../../../shared/domain/foundation/result.ts';
import { takeOpenedKey } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

/** A private key that the keychain opened, for as long as this process runs; `taken` false: it is not this store's. */
export const storeTakeKey = storeVerb('store.takeKey', (_context, store, { privateKey }) =>
  ok({ taken: takeOpenedKey(store.db, privateKey) }),
);
