import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { here } from '../../exchange/here.ts';
import { readSharing, writeSharing } from '../../exchange/sharing.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeArrange = storeVerb('exchange.arrange', (context, store, { automatic, releases }) =>
  here(context, store, (db) => {
    const sharing = readSharing(db);
    if (!sharing) return fail('notFound', 'No shared folder is chosen; choose one first.');
    writeSharing(db, { ...sharing, automatic, releases });
    return ok({});
  }),
);
