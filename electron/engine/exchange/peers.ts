import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { joinKnowledge, type Knowledge, meetKnowledge } from '../../../shared/domain/merge/knowledge.ts';
import type { Manifest } from '../../../shared/domain/merge/manifest.ts';
import { fingerprintOf } from '../../exchange/keys.ts';
import { type ReadableDb, statement, type WritableDb } from '../../store/db.ts';

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

function findPeer(db: ReadableDb, fingerprint: string): Peer | null {
  return statement<[string], Peer>(db, `SELECT ${columns} FROM peer WHERE fingerprint = ?`).get(fingerprint) ?? null;
}

/** Whether somebody here has compared this key's fingerprint with its owner. */
export function isConfirmed(db: ReadableDb, fingerprint: string): boolean {
  return (findPeer(db, fingerprint)?.confirmedOn ?? null) !== null;
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

/** Notes who sent a bundle and what they know and hold; what they once knew they still know. */
export function hearFrom(db: WritableDb, { from, release, knowledge, holds }: Manifest, at: string): void {
  const fingerprint = fingerprintOf(from.publicKey);
  statement(
    db,
    `INSERT INTO peer (fingerprint, public_key, store_id, name, organisation, confirmed_on, last_heard)
     VALUES (?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (fingerprint) DO UPDATE
     SET public_key = excluded.public_key, store_id = excluded.store_id, name = excluded.name, organisation = excluded.organisation, last_heard = excluded.last_heard`,
  ).run(fingerprint, from.publicKey, from.storeId, from.name, from.organisation, at);
  const known = readPeerState(db, fingerprint, release.id);
  statement(
    db,
    `INSERT INTO peer_release (fingerprint, release_id, knowledge, holds) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint, release_id) DO UPDATE SET knowledge = excluded.knowledge, holds = excluded.holds`,
  ).run(
    fingerprint,
    release.id,
    JSON.stringify(joinKnowledge(known?.knowledge ?? {}, knowledge.after)),
    JSON.stringify([...new Set([...(known?.holds ?? []), ...holds])].sort()),
  );
}

function readPeerState(db: ReadableDb, fingerprint: string, releaseId: string): PeerState | null {
  return readStates(db, releaseId).get(fingerprint) ?? null;
}

/** What a bundle may leave out: what the one reader has, or, where it goes to whomever, what each of them has. */
export function readersState(db: ReadableDb, releaseId: string, to: string | null): PeerState {
  const states = readStates(db, releaseId);
  const nobody: PeerState = { knowledge: {}, holds: [] };
  if (to !== null) return states.get(to) ?? nobody;
  const all = [...states.values()];
  if (all.length === 0) return nobody;
  return all.reduce((left, right) => ({
    knowledge: meetKnowledge(left.knowledge, right.knowledge),
    holds: left.holds.filter((sha256) => right.holds.includes(sha256)),
  }));
}

function readStates(db: ReadableDb, releaseId: string): ReadonlyMap<string, PeerState> {
  const rows = statement<[string], { fingerprint: string; knowledge: string; holds: string }>(
    db,
    'SELECT fingerprint, knowledge, holds FROM peer_release WHERE release_id = ?',
  ).all(releaseId);
  return new Map(
    rows.map(({ fingerprint, knowledge, holds }) => [
      fingerprint,
      { knowledge: JSON.parse(knowledge) as Knowledge, holds: JSON.parse(holds) as string[] },
    ]),
  );
}
