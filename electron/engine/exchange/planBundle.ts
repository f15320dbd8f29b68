import type { Steps } from '../../../shared/domain/foundation/steps.ts';
import { covers } from '../../../shared/domain/merge/knowledge.ts';
import type { Choice, MergePlan } from '../../../shared/domain/merge/plan.ts';
import { planMerge } from '../../../shared/domain/merge/planMerge.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { isWholeRecord } from '../../../shared/domain/merge/wire.ts';
import type { ReadableDb } from '../../store/db.ts';
import { createStateReader } from '../../store/exchange.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import { settledByPurge } from '../../store/ledgerTexts.ts';
import { readStoreId } from '../../store/metadata.ts';
import { isNotedTwice } from '../../store/notedConflicts.ts';
import type { Store } from '../../store/openStore.ts';
import { type PurgeOrder, readPurged } from '../../store/purge/purgedList.ts';
import { placeOf, placesOf, type RecordPlace } from '../../store/recordPlaces.ts';
import { eachRecord } from '../../store/records.ts';
import { handProblems, vouchedSide } from './hands.ts';
import type { NamedBundle } from './inOurNames.ts';
import { newPurges, purgeMarks } from './purged.ts';

/** What a bundle would do here. Where anything is refused, it can be looked at and not applied. */
export interface BundlePlan {
  readonly merge: MergePlan;
  readonly refused: readonly string[];
  /** What is to be taken out for good, because it was elsewhere. */
  readonly purges: readonly PurgeOrder[];
}

const nothing: MergePlan = {
  records: [],
  edits: [],
  conflicts: [],
  heard: [],
  marked: [],
  submittedAgain: [],
  outcome: [],
  added: 0,
  changed: 0,
  removed: 0,
  strayChoices: [],
};

/**
 * Plans against the store as it stands, in steps; the plan holds where the store stayed as it was from the first to the last
 * (`planInSlices.ts`). Half a bundle is never taken: all or nothing.
 */
export function* planBundle(
  store: Store,
  named: NamedBundle,
  choices: Readonly<Record<string, Choice>>,
): Steps<BundlePlan> {
  const { db } = store;
  const { manifest } = named;
  const releaseId = manifest.release.id;
  const places = yield* usedPlaces(db, named.deltas);
  const deltas = named.isPartial ? named.deltas.filter((delta) => isThere(places, delta)) : named.deltas;
  const refused = [
    ...headProblems(db, named),
    ...handProblems(db, manifest, deltas),
    ...recordProblems(db, named, deltas, places),
  ];
  // A receipt brings nothing, so there is nothing to choose.
  if (refused.length > 0 || manifest.type === 'receipt')
    return { merge: { ...nothing, strayChoices: Object.keys(choices) }, refused, purges: [] };
  const reader = createStateReader(db, releaseId);
  const sender = vouchedSide(db, manifest);
  const isNewRelease = placeOf(db, releaseId) === null;
  const purges = newPurges(store, manifest, deltas);
  const gone = new Set(readPurged(store.paths).map(({ evidence }) => evidence));
  const going = new Set(purges.map(({ evidence }) => evidence));
  const merge = yield* planMerge({
    mine: reader.state,
    living: (kind) => (kind === 'release' ? [] : eachRecord(db, kind, releaseId)),
    known: readKnowledge(db, releaseId),
    theirKnowledge: manifest.knowledge.after,
    deltas,
    copies: named.copies,
    sender,
    own: readStoreId(db),
    isNoted: (one, other) => isNotedTwice(db, one, other),
    isNewRelease,
    isTakenOut: (id, field) => gone.has(id) && settledByPurge.has(field),
    isGoing: (id, field) => going.has(id) && !gone.has(id) && settledByPurge.has(field),
    choices,
  });
  const marked = isNewRelease ? [] : purgeMarks(db, purges, deltas, sender);
  return {
    merge: { ...merge, marked: [...merge.marked, ...marked] },
    refused,
    purges,
  };
}

function headProblems(db: ReadableDb, { manifest, refused, isOurIdTaken, isPartial }: NamedBundle): readonly string[] {
  const { from, knowledge, release, type } = manifest;
  if (refused.length > 0) return refused;
  if (from.storeId === readStoreId(db) && !isOurIdTaken)
    return ['This bundle was made in this store; send it to the other side.'];
  if (type === 'receipt' || isPartial || covers(readKnowledge(db, release.id), knowledge.before)) return [];
  return [
    `This bundle builds on earlier changes that have not arrived here; apply the bundles before it, or ask ${from.name} for a full one.`,
  ];
}

/** Of a record that this store lost, a part cannot be taken: the whole comes once the sender heard what is here. */
function isThere(places: Places, { kind, id, life, fields }: RecordDelta): boolean {
  return places.has(id) || (life !== null && isWholeRecord(kind, fields));
}

function recordProblems(
  db: ReadableDb,
  { manifest: { release } }: NamedBundle,
  deltas: readonly RecordDelta[],
  places: Places,
): readonly string[] {
  const problems = new Set<string>();
  const ids = new Set<string>();
  for (const { kind, id, life, fields } of deltas) {
    if (ids.has(id)) problems.add('It holds one record twice.');
    ids.add(id);
    if (kind === 'release' && id !== release.id) problems.add('It holds another release than the one it names.');
    const place = places.get(id);
    if (place && (place.kind !== kind || place.releaseId !== release.id))
      problems.add('It gives a record an id that another record of this store has.');
    if (!place && (life === null || !isWholeRecord(kind, fields)))
      problems.add('It holds a part of a record that this store does not have.');
  }
  if (!placeOf(db, release.id) && deltas.length > 0 && !ids.has(release.id))
    problems.add('It holds records of a release that this store does not have.');
  return [...problems];
}

type Places = ReadonlyMap<string, RecordPlace>;

const placesAtOnce = 500;

/** Where the ids of a bundle are used already; those that are not are left out. */
function* usedPlaces(db: ReadableDb, deltas: readonly RecordDelta[]): Steps<Places> {
  const places = new Map<string, RecordPlace>();
  for (let from = 0; from < deltas.length; from += placesAtOnce) {
    yield;
    const ids = deltas.slice(from, from + placesAtOnce).map(({ id }) => id);
    for (const place of placesOf(db, ids)) places.set(place.id, place);
  }
  return places;
}
