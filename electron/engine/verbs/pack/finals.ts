import { ok } from '../../../../shared/domain/foundation/result.ts';
import { readFinalPacks } from '../../../store/finalPacks.ts';
import { findRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** The final packs of a release, in the order in which they were issued. */
export const packFinals = storeVerb('pack.finals', (_context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const packs = readFinalPacks(store.db, found.value.id);
  return ok(
    packs.map(({ number, reference, asOf, sha256, acceptedBlockers }) => ({
      number,
      reference,
      asOf,
      sha256,
      acceptedBlockers,
    })),
  );
});
