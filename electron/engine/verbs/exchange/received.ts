import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readReceived } from '../../exchange/received.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeReceived = storeVerb('exchange.received', (_context, store, { releaseId }) =>
  ok(readReceived(store.db, releaseId)),
);
