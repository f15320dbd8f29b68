import { inOneGo } from '../../../shared/domain/foundation/steps.ts';
import type { Choice } from '../../../shared/domain/merge/plan.ts';
import { inOneState } from '../../store/db.ts';
import { readFormerIds } from '../../store/formerIds.ts';
import { headOf } from '../../store/ledger.ts';
import { readStoreId } from '../../store/metadata.ts';
import type { Store } from '../../store/openStore.ts';
import { readPurged } from '../../store/purge/purgedList.ts';
import { readIntroductions, readStandings } from '../../store/trust.ts';
import { inSlices } from '../inSlices.ts';
import { inOurNames, type NamedBundle } from './inOurNames.ts';
import type { ReadBundle } from './openBundle.ts';
import { type BundlePlan, planBundle } from './planBundle.ts';

type Choices = Readonly<Record<string, Choice>>;

/** A bundle in our names and what it would do, as long as the store stays as it is. */
export interface PlannedBundle {
  readonly named: NamedBundle;
  readonly plan: BundlePlan;
  /** What of the store it was made on. */
  readonly standing: string;
}

/** How often it is begun anew because somebody wrote meanwhile, before it is made in one go. */
const attempts = 3;

/** Plans while other calls are answered, so that a large bundle stops nobody's work; null where it was stopped itself. */
export async function planInSlices(
  store: Store,
  read: ReadBundle,
  choices: Choices,
  signal: AbortSignal,
): Promise<PlannedBundle | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const standing = standingOf(store);
    const named = inOneState(store.db, () => inOurNames(store.db, read));
    const plan = await inSlices(planBundle(store, named, choices), signal);
    if (plan === null) return null;
    if (standingOf(store) === standing) return { named, plan, standing };
  }
  return inOneState(store.db, () => planNow(store, read, choices));
}

/** The same plan where it still holds, else one of the store as it stands now; call it inside a transaction. */
export function planAgain(store: Store, read: ReadBundle, choices: Choices, planned: PlannedBundle): PlannedBundle {
  return standingOf(store) === planned.standing ? planned : planNow(store, read, choices);
}

function planNow(store: Store, read: ReadBundle, choices: Choices): PlannedBundle {
  const named = inOurNames(store.db, read);
  return { named, plan: inOneGo(planBundle(store, named, choices)), standing: standingOf(store) };
}

/**
 * All that a plan is made on: facts, conflicts and what is known of other stores change with an entry of the history; our
 * names, whom we trust and what was taken out for good stand beside it.
 */
function standingOf({ db, paths }: Store): string {
  const introduced = readIntroductions(db).map(({ introduction }) => introduction.signature);
  const trust = [readStandings(db), introduced];
  return JSON.stringify([headOf(db), readStoreId(db), readFormerIds(db), trust, readPurged(paths)]);
}
