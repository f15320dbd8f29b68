import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { joinKnowledge, type Knowledge, meetKnowledge } from '../../../shared/domain/merge/knowledge.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { ownIds, readFormerIds } from '../../store/formerIds.ts';
import { readKnowledge } from '../../store/knowledge.ts';
import {
  findPeer,
  noteConfirmed,
  noteGone,
  noteReader,
  noteSender,
  type Peer,
  readReaders,
} from '../../store/peers.ts';
import { readInFolder } from '../../store/trust.ts';

/** What one or all peers said they know and hold of a release. */
export interface PeerState {
  readonly knowledge: Knowledge;
  readonly holds: readonly string[];
}

/**
 * Somebody compared the fingerprint with its owner (`on`, a date), or takes that back (null). It may be done before the
 * first bundle of theirs is applied; the name is then as the bundle says.
 */
export function confirmPeer(
  db: WritableDb,
  { fingerprint, name, organisation }: Pick<Peer, 'fingerprint' | 'name' | 'organisation'>,
  on: string | null,
): Result<Peer> {
  if (!/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/.test(fingerprint))
    return fail('invalidInput', 'A fingerprint is eight groups of four hexadecimal digits.', fingerprint);
  noteConfirmed(db, { fingerprint, name, organisation }, on);
  const peer = findPeer(db, fingerprint);
  return peer ? ok(peer) : fail('notFound', 'This key is not known here.', fingerprint);
}

/**
 * Notes who sent a bundle and what they know and hold; what a store once knew it still knows. Of our own writes nobody
 * knows more than we hold: what they claim beyond was lost here, or never was.
 */
export function hearFrom(db: WritableDb, { from, release, knowledge, holds }: Manifest, at: string): void {
  const fingerprint = fingerprintOf(from.publicKey);
  noteSender(db, fingerprint, from, at);
  const known = readReaders(db, release.id).find(
    (one) => one.storeId === from.storeId && one.fingerprint === fingerprint,
  );
  noteReader(db, release.id, {
    storeId: from.storeId,
    fingerprint,
    knowledge: joinKnowledge(known?.knowledge ?? {}, withoutLost(db, release.id, knowledge.after)),
    holds: [...new Set([...(known?.holds ?? []), ...holds])].sort(),
  });
  noteGone(db, fingerprint, from.formerly);
}

/** Where this store may have written a number twice, what others know of it is not known. */
function withoutLost(db: ReadableDb, releaseId: string, claimed: Knowledge): Knowledge {
  const own = readKnowledge(db, releaseId);
  const sure = new Set(readFormerIds(db).flatMap(({ id, isSure }) => (isSure ? [id] : [])));
  const kept = Object.entries(claimed).map(([store, seq]) => {
    const most = own[store] ?? 0;
    if (!ownIds(db).includes(store) || seq <= most) return [store, seq] as const;
    return [store, sure.has(store) ? most : 0] as const;
  });
  return Object.fromEntries(kept.filter(([, seq]) => seq > 0));
}

/**
 * What a bundle may leave out: what the one reader has, or, where it goes to whomever, what each of them has. Those who
 * read the shared folder get it there, and are waited for only where there is nobody else.
 */
export function readersState(db: ReadableDb, releaseId: string, to: string | null): PeerState {
  const all = readReaders(db, releaseId).filter((one) => !one.isGone && (to === null || one.fingerprint === to));
  const inFolder = readInFolder(db);
  const apart = to === null ? all.filter(({ fingerprint }) => !inFolder.has(fingerprint)) : [];
  const [first, ...others] = apart.length > 0 ? apart : all;
  if (!first) return { knowledge: {}, holds: [] };
  return others.reduce<PeerState>(
    (left, right) => ({
      knowledge: meetKnowledge(left.knowledge, right.knowledge),
      holds: left.holds.filter((sha256) => right.holds.includes(sha256)),
    }),
    first,
  );
}
