import { ok } from '../../../../shared/domain/foundation/result.ts';
import { listConflicts } from '../../exchange/conflicts.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeConflicts = storeVerb('exchange.conflicts', (_context, store, { releaseId }) =>
  ok([...listConflicts(store.db, releaseId)]),
);
