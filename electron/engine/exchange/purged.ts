import { nameOfRecord } from '../../../shared/domain/merge/conflicts.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import type { Side } from '../../../shared/domain/merge/marks.ts';
import type { RecordDelta } from '../../../shared/domain/merge/state.ts';
import { ownerOf } from '../../../shared/domain/roles/ownership.ts';
import { readAttachment } from '../../store/attachments.ts';
import { inTransaction, type ReadableDb } from '../../store/db.ts';
import { hashesOfItem } from '../../store/evidenceHashes.ts';
import type { Stamps, Store } from '../../store/openStore.ts';
import { applyPurges } from '../../store/purge/applyPurges.ts';
import { purgeBackups } from '../../store/purge/purgeBackups.ts';
import { notePurged, type PurgeOrder, readPurged } from '../../store/purge/purgedList.ts';
import { readRecord } from '../../store/records.ts';
import { withdrawShared } from './withdrawShared.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What was taken out of a release here for good: every bundle says so, for it is to go wherever the others went. */
export function purgedOf({ paths }: Store, db: ReadableDb, releaseId: string): readonly PurgeOrder[] {
  return readPurged(paths).filter(({ evidence }) => readRecord(db, 'evidence', evidence)?.releaseId === releaseId);
}

/**
 * What a bundle has taken out that is not taken out here yet. Of its hashes only those count that the item itself has or
 * had, here or in the bundle, so that nobody takes out what is another one's.
 */
export function newPurges(
  { paths, db }: Store,
  { purged, release }: Manifest,
  deltas: readonly RecordDelta[],
): readonly PurgeOrder[] {
  const known = new Map<string, Set<string>>();
  for (const { evidence, hashes } of readPurged(paths))
    known.set(evidence, new Set([...(known.get(evidence) ?? []), ...hashes]));
  return purged.flatMap((order) => {
    const place = readRecord(db, 'evidence', order.evidence);
    const sent = deltas.find(({ id, kind }) => id === order.evidence && kind === 'evidence');
    const isOfRelease = place ? place.releaseId === release.id : sent !== undefined;
    if (!isOfRelease) return [];
    const own = new Set<unknown>([
      ...hashesOfItem(db, order.evidence),
      ...(sent?.fields.get('sha256') ?? []).map(({ value }) => value),
    ]);
    const here = known.get(order.evidence);
    // Taken out on both sides, each what it knew of: what the other one had must not come back either.
    const hashes = order.hashes.filter((sha256) => own.has(sha256) && !here?.has(sha256));
    return here !== undefined && hashes.length === 0 ? [] : [{ ...order, hashes }];
  });
}

/** `evidence:EV-003@1#purged` of what its sender has not provided: nothing of it comes back, so it is asked. */
export function purgeMarks(
  db: ReadableDb,
  orders: readonly PurgeOrder[],
  deltas: readonly RecordDelta[],
  sender: Side | null,
): readonly string[] {
  return orders.flatMap(({ evidence }) => {
    const sent = deltas.find(({ id }) => id === evidence);
    const told = [...(sent?.fields ?? [])].map(([field, [first]]) => [field, first?.value ?? null] as const);
    const fields: Fields = { ...Object.fromEntries(told), ...readRecord(db, 'evidence', evidence)?.fields };
    const owner = ownerOf('evidence', 'title', fields);
    const isTheirs = owner === 'both' || (sender !== null && owner === sender);
    return isTheirs ? [] : [`${nameOfRecord('evidence', fields)}#purged`];
  });
}

/**
 * Takes out here what was taken out there, once the bundle's changes are safe: the same as for a restored backup, and out
 * of our backups and our own bundles in a shared folder too. What was taken out here before and shows again, for the bundle
 * was written without knowing, is emptied again. Returns whether anything was changed.
 */
export function followPurges(
  { paths, db }: Store,
  releaseId: string,
  orders: readonly PurgeOrder[],
  stamps: Stamps,
): boolean {
  for (const order of orders) notePurged(paths, order);
  const isChanged = applyPurges(db, paths, stamps);
  if (orders.length === 0) return isChanged;
  purgeBackups({ db, paths }, stamps);
  const gone = orders
    .flatMap(({ hashes }) => hashes)
    .filter((sha256) => readAttachment(db, sha256)?.purgeReason != null);
  inTransaction(db, (writable) => withdrawShared(writable, releaseId, gone));
  return true;
}
