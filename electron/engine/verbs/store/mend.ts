import { ok } from '../../../../shared/domain/foundation/result.ts';
import { mendEmptied } from '../../exchange/mendEmptied.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Puts back what `store.check` found emptied; asked for, never by itself. */
export const storeMend = storeVerb('store.mend', (context, store) =>
  transact(context, store, (set) => ok({ mended: mendEmptied(set) }), 'sides'),
);
