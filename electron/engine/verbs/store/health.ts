import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readHealth } from '../../../store/health.ts';
import { storeVerb } from '../../verb.ts';

export const storeHealth = storeVerb('store.health', (_context, store) => ok(readHealth(store)));
