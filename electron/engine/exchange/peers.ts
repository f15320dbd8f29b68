import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { joinKnowledge, type Knowledge, meetKnowledge } from '../../../shared/domain/merge/knowledge.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import { type ReadableDb, statement, type WritableDb } from '../../store/db.ts';
import { readKnowledge } from '../../store/exchange.ts';
import { ownIds, readFormerIds } from '../../store/formerIds.ts';
import { readInFolder } from '../../store/trust.ts';

/** Somebody who sends us bundles, known by the fingerprint of their store's key. */
export interface Peer {
  readonly fingerprint: string;
  readonly storeId: string;
  readonly name: string;
  readonly organisation: string;
  /** When somebody here compared the fingerprint with them; null: nobody did. */
  readonly confirmedOn: string | null;
  readonly lastHeard: string | null;
}

/** What one or all peers said they know and hold of a release. */
export interface PeerState {
  readonly knowledge: Knowledge;
  readonly holds: readonly string[];
}

const columns = `fingerprint, store_id AS storeId, name, organisation, confirmed_on AS confirmedOn, last_heard AS lastHeard`;

export function listPeers(db: ReadableDb): readonly Peer[] {
  return statement<[], Peer>(db, `SELECT ${columns} FROM peer ORDER BY name, fingerprint`).all();
}

/** What is known of a key; null: nothing yet. */
function findPeer(db: ReadableDb, fingerprint: string): Peer | null {
  return statement<[string], Peer>(db, `SELECT ${columns} FROM peer WHERE fingerprint = ?`).get(fingerprint) ?? null;
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
  statement(
    db,
    `INSERT INTO peer (fingerprint, public_key, store_id, name, organisation, confirmed_on, last_heard)
     VALUES (?, '', '', ?, ?, ?, NULL) ON CONFLICT (fingerprint) DO UPDATE SET confirmed_on = excluded.confirmed_on`,
  ).run(fingerprint, name, organisation, on);
  const peer = findPeer(db, fingerprint);
  return peer ? ok(peer) : fail('notFound', 'This key is not known here.', fingerprint);
}

/**
 * Notes who sent a bundle and what they know and hold; what a store once knew it still knows. Of our own writes nobody
 * knows more than we hold: what they claim beyond was lost here, or never was.
 */
export function hearFrom(db: WritableDb, { from, release, knowledge, holds }: Manifest, at: string): void {
  const fingerprint = fingerprintOf(from.publicKey);
  statement(
    db,
    `INSERT INTO peer (fingerprint, public_key, store_id, name, organisation, confirmed_on, last_heard)
     VALUES (?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (fingerprint) DO UPDATE
     SET public_key = excluded.public_key, store_id = excluded.store_id, name = excluded.name, last_heard = excluded.last_heard,
       organisation = CASE WHEN confirmed_on IS NULL OR organisation = '' THEN excluded.organisation ELSE organisation END`,
  ).run(fingerprint, from.publicKey, from.storeId, from.name, from.organisation, at);
  const known = readStates(db, release.id).find(
    (one) => one.storeId === from.storeId && one.fingerprint === fingerprint,
  );
  statement(
    db,
    `INSERT INTO reader (store_id, release_id, fingerprint, gone, knowledge, holds) VALUES (?, ?, ?, 0, ?, ?)
     ON CONFLICT (store_id, release_id, fingerprint) DO UPDATE
     SET gone = 0, knowledge = excluded.knowledge, holds = excluded.holds`,
  ).run(
    from.storeId,
    release.id,
    fingerprint,
    JSON.stringify(joinKnowledge(known?.knowledge ?? {}, withoutLost(db, release.id, knowledge.after))),
    JSON.stringify([...new Set([...(known?.holds ?? []), ...holds])].sort()),
  );
  const gone = statement(db, 'UPDATE reader SET gone = 1 WHERE store_id = ? AND fingerprint = ?');
  for (const id of from.formerly) gone.run(id, fingerprint);
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
  const all = readStates(db, releaseId).filter((one) => !one.isGone && (to === null || one.fingerprint === to));
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

interface Reader extends PeerState {
  readonly storeId: string;
  readonly fingerprint: string;
  /** Another store took its place, and it was not heard of since. */
  readonly isGone: boolean;
}

function readStates(db: ReadableDb, releaseId: string): readonly Reader[] {
  const rows = statement<
    [string],
    { storeId: string; fingerprint: string; gone: number; knowledge: string; holds: string }
  >(
    db,
    'SELECT store_id AS storeId, fingerprint, gone, knowledge, holds FROM reader WHERE release_id = ? ORDER BY store_id',
  ).all(releaseId);
  return rows.map(({ storeId, fingerprint, gone, knowledge, holds }) => ({
    storeId,
    fingerprint,
    isGone: gone === 1,
    knowledge: JSON.parse(knowledge) as Knowledge,
    holds: JSON.parse(holds) as string[],
  }));
}
