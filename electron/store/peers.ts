import type { Knowledge } from '../../shared/domain/merge/knowledge.ts';
import type { Manifest } from '../../shared/domain/merge/manifest.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

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

const columns = `fingerprint, store_id AS storeId, name, organisation, confirmed_on AS confirmedOn, last_heard AS lastHeard`;

export function listPeers(db: ReadableDb): readonly Peer[] {
  return statement<[], Peer>(db, `SELECT ${columns} FROM peer ORDER BY name, fingerprint`).all();
}

/** What is known of a key; null: nothing yet. */
export function findPeer(db: ReadableDb, fingerprint: string): Peer | null {
  return statement<[string], Peer>(db, `SELECT ${columns} FROM peer WHERE fingerprint = ?`).get(fingerprint) ?? null;
}

/** Notes when a fingerprint was compared with its owner; null: that was taken back. */
export function noteConfirmed(
  db: WritableDb,
  { fingerprint, name, organisation }: Pick<Peer, 'fingerprint' | 'name' | 'organisation'>,
  on: string | null,
): void {
  writeStatement(
    db,
    `INSERT INTO peer (fingerprint, public_key, store_id, name, organisation, confirmed_on, last_heard)
     VALUES (?, '', '', ?, ?, ?, NULL) ON CONFLICT (fingerprint) DO UPDATE SET confirmed_on = excluded.confirmed_on,
       name = CASE WHEN public_key = '' THEN excluded.name ELSE name END,
       organisation = CASE WHEN public_key = '' THEN excluded.organisation ELSE organisation END`,
  ).run(fingerprint, name, organisation, on);
}

/** Notes who sent a bundle, and when; what they say of their organisation does not change one that was confirmed. */
export function noteSender(db: WritableDb, fingerprint: string, from: Manifest['from'], at: string): void {
  writeStatement(
    db,
    `INSERT INTO peer (fingerprint, public_key, store_id, name, organisation, confirmed_on, last_heard)
     VALUES (?, ?, ?, ?, ?, NULL, ?) ON CONFLICT (fingerprint) DO UPDATE
     SET public_key = excluded.public_key, store_id = excluded.store_id, name = excluded.name, last_heard = excluded.last_heard,
       organisation = CASE WHEN confirmed_on IS NULL OR organisation = '' THEN excluded.organisation ELSE organisation END`,
  ).run(fingerprint, from.publicKey, from.storeId, from.name, from.organisation, at);
}

/** A store that reads our bundles of a release: what it said it knows and holds. */
export interface Reader {
  readonly storeId: string;
  readonly fingerprint: string;
  /** Another store took its place, and it was not heard of since. */
  readonly isGone: boolean;
  readonly knowledge: Knowledge;
  readonly holds: readonly string[];
}

export function readReaders(db: ReadableDb, releaseId: string): readonly Reader[] {
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

/** Writes what a reader knows and holds now; one that was gone is back. */
export function noteReader(db: WritableDb, releaseId: string, reader: Omit<Reader, 'isGone'>): void {
  const { storeId, fingerprint, knowledge, holds } = reader;
  writeStatement(
    db,
    `INSERT INTO reader (store_id, release_id, fingerprint, gone, knowledge, holds) VALUES (?, ?, ?, 0, ?, ?)
     ON CONFLICT (store_id, release_id, fingerprint) DO UPDATE
     SET gone = 0, knowledge = excluded.knowledge, holds = excluded.holds`,
  ).run(storeId, releaseId, fingerprint, JSON.stringify(knowledge), JSON.stringify(holds));
}

/** A store goes on under another id: what it read under `storeIds` is read no more. */
export function noteGone(db: WritableDb, fingerprint: string, storeIds: readonly string[]): void {
  const gone = writeStatement(db, 'UPDATE reader SET gone = 1 WHERE store_id = ? AND fingerprint = ?');
  for (const id of storeIds) gone.run(id, fingerprint);
}

/** `Dana Reid (DCC)`: whom bundles of a release went to, or came from. */
export function namesOfReaders(db: ReadableDb, releaseId: string): readonly string[] {
  const sql = `SELECT DISTINCT peer.name || ' (' || peer.organisation || ')' AS name FROM reader
    JOIN peer USING (fingerprint) WHERE release_id = ? ORDER BY name`;
  return statement<[string], { name: string }>(db, sql)
    .all(releaseId)
    .map(({ name }) => name);
}
