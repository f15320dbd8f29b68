import { ok } from '../../../../shared/domain/foundation/result.ts';
import { keyPlaceOf } from '../../../store/keyFile.ts';
import { storeVerb } from '../../verb.ts';

export const storeKeyPlace = storeVerb('store.keyPlace', (_context, store) => ok(keyPlaceOf(store.db)));
