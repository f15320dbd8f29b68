import { here } from '../../exchange/here.ts';
import { confirmKey } from '../../exchange/knownKeys.ts';
import { storeVerb } from '../../verb.ts';

/** Not an entry of any release's history: whom this store trusts is its own affair. */
export const exchangeConfirmPeer = storeVerb('exchange.confirmPeer', (context, store, input) =>
  here(context, store, (db) => {
    const { confirmed, lead, ...peer } = input;
    return confirmKey(db, { ...peer, isLead: lead, on: confirmed ? context.today() : null });
  }),
);
