import { ok } from '../../../../shared/domain/foundation/result.ts';
import { computeSince } from '../../../../shared/domain/since/computeSince.ts';
import { readFinalPacks, standingFinal } from '../../../store/finalPacks.ts';
import { keptSnapshot, takenOutSentence } from '../../keptSnapshot.ts';
import { findRelease } from '../../releaseByName.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** What changed since the final pack that stands, as facts and as findings, for the window. */
export const packSince = storeVerb('pack.since', async (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const facts = context.cache.read(store.db, found.value.id);
  const asOf = input.asOf ?? context.today();
  const last = standingFinal(readFinalPacks(store.db, found.value.id), asOf);
  if (!facts || !last || takenOutSentence(store, last) !== null) return ok(null);
  const before = await keptSnapshot(context, store, last);
  if (!before.ok) return before;
  // Judged alike: what differs only because the last one was final is no change.
  const all = computeSince({ ...before.value, final: false }, snapshotOf(store, facts, asOf, false));
  const { reference } = last;
  const changes = all.filter((change) => change.about === 'fact');
  const findings = all.filter((change) => change.about === 'finding');
  return ok({ reference, asOf: before.value.asOf, changes, findings });
});
