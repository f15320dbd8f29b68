import { covers } from '../../../shared/domain/merge/knowledge.ts';
import type { Choice, MergePlan } from '../../../shared/domain/merge/plan.ts';
import { planMerge } from '../../../shared/domain/merge/planMerge.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { isWholeRecord } from '../../../shared/domain/merge/wire.ts';
import { listKinds, type RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import { tableOf } from '../../store/columns.ts';
import { type ReadableDb, statement } from '../../store/db.ts';
import { createStateReader, readKnowledge } from '../../store/exchange.ts';
import { readStoreId } from '../../store/metadata.ts';
import { isNotedTwice } from '../../store/notedConflicts.ts';
import type { Store } from '../../store/openStore.ts';
import type { PurgeOrder } from '../../store/purge/purgedList.ts';
import { readRecords } from '../../store/records.ts';
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
  added: 0,
  changed: 0,
  removed: 0,
  strayChoices: [],
};

/** Plans against the store as it stands; call it inside a transaction. Half a bundle is never taken: all or nothing. */
export function planBundle(store: Store, named: NamedBundle, choices: Readonly<Record<string, Choice>>): BundlePlan {
  const { db } = store;
  const { manifest } = named;
  const releaseId = manifest.release.id;
  const deltas = named.isPartial ? named.deltas.filter((delta) => isThere(db, delta)) : named.deltas;
  const refused = [
    ...headProblems(db, named),
    ...handProblems(db, manifest, deltas),
    ...recordProblems(db, named, deltas),
  ];
  if (refused.length > 0 || manifest.type === 'receipt') return { merge: nothing, refused, purges: [] };
  const reader = createStateReader(db, releaseId);
  const sender = vouchedSide(db, manifest);
  const isNewRelease = placeOf(db, releaseId) === null;
  const purges = newPurges(store, manifest, deltas);
  const merge = planMerge({
    mine: reader.state,
    living: (kind) => (kind === 'release' ? [] : readRecords(db, kind, releaseId)),
    known: readKnowledge(db, releaseId),
    theirKnowledge: manifest.knowledge.after,
    deltas,
    copies: named.copies,
    sender,
    own: readStoreId(db),
    isNoted: (one, other) => isNotedTwice(db, one, other),
    isNewRelease,
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
function isThere(db: ReadableDb, { kind, id, life, fields }: RecordDelta): boolean {
  return placeOf(db, id) !== null || (life !== null && isWholeRecord(kind, fields));
}

function recordProblems(
  db: ReadableDb,
  { manifest: { release } }: NamedBundle,
  deltas: readonly RecordDelta[],
): readonly string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  for (const { kind, id, life, fields } of deltas) {
    if (ids.has(id)) problems.push('It holds one record twice.');
    ids.add(id);
    if (kind === 'release' && id !== release.id) problems.push('It holds another release than the one it names.');
    const place = placeOf(db, id);
    if (place && (place.kind !== kind || place.releaseId !== release.id))
      problems.push('It gives a record an id that another record of this store has.');
    if (!place && (life === null || !isWholeRecord(kind, fields)))
      problems.push('It holds a part of a record that this store does not have.');
  }
  if (!placeOf(db, release.id) && deltas.length > 0 && !ids.has(release.id))
    problems.push('It holds records of a release that this store does not have.');
  return [...new Set(problems)];
}

/** Where an id is used already: ids are global, whatever the kind. */
function placeOf(db: ReadableDb, id: string): { readonly kind: RecordKind; readonly releaseId: string } | null {
  const found = statement<[{ id: string }], { kind: RecordKind; releaseId: string }>(db, placesSql).get({ id });
  return found ?? null;
}

const placesSql = [
  "SELECT 'release' AS kind, id AS releaseId FROM release WHERE id = @id",
  ...listKinds.map(
    (kind) => `SELECT '${kind}' AS kind, release_id AS releaseId FROM ${tableOf(kind).name} WHERE id = @id`,
  ),
].join(' UNION ALL ');
