import { ok } from '../../../../shared/domain/foundation/result.ts';
import type { ChangeSet } from '../../changes.ts';
import { settleConflict } from '../../exchange/conflicts.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const exchangeSettle = storeVerb(
  'exchange.settle',
  (context, store, { releaseId, number, choice, asOf, onBehalf }) => {
    const work = (set: ChangeSet) => {
      const settled = settleConflict(set, releaseId, number, choice);
      return settled.ok ? ok([settled.value]) : settled;
    };
    return change(context, store, { asOf }, work, { onBehalf });
  },
);
