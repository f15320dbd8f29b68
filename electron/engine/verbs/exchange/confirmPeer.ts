import { ok } from '../../../../shared/domain/foundation/result.ts';
import { here } from '../../exchange/here.ts';
import { confirmPeer } from '../../exchange/peers.ts';
import { storeVerb } from '../../verb.ts';

/** Not an entry of any release's history: whom this store trusts is its own affair. */
export const exchangeConfirmPeer = storeVerb('exchange.confirmPeer', (context, store, input) =>
  here(context, store, (db) => {
    const done = confirmPeer(db, input, input.confirmed ? context.today() : null);
    return done.ok ? ok({}) : done;
  }),
);
