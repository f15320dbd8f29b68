import type { Chain, Fork } from '../../shared/domain/merge/branches.ts';
import type { Knowledge } from '../../shared/domain/merge/knowledge.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { isOwnWrite } from './releaseHistory.ts';
import { statement, writeStatement } from './statement.ts';

const ownWrites = `FROM ledger WHERE store_id = ? AND release_id = ? AND ${isOwnWrite}`;
const foreignWrites = 'FROM foreign_entry WHERE store_id = ? AND release_id = ?';
const foreignHash = "json_extract(entry, '$.hash') AS hash";

interface HashRow {
  readonly hash: string | null;
  readonly seq: number;
}

/** The hashes of a release's entries, our own and those that came here. */
export function readChain(db: ReadableDb, releaseId: string): Chain {
  const at = [`SELECT seq, hash ${ownWrites} AND seq = ?`, `SELECT seq, ${foreignHash} ${foreignWrites} AND seq = ?`];
  const first = [
    `SELECT seq, hash ${ownWrites} AND seq > ? ORDER BY seq LIMIT 1`,
    `SELECT seq, ${foreignHash} ${foreignWrites} AND seq > ? ORDER BY seq LIMIT 1`,
  ];
  const read = (sql: readonly string[], store: string, seq: number) =>
    sql.flatMap((one) => statement<[string, string, number], HashRow>(db, one).get(store, releaseId, seq) ?? []);
  return {
    hashAt: (store, seq) => read(at, store, seq)[0]?.hash,
    firstAfter: (store, seq) => read(first, store, seq).sort((left, right) => left.seq - right.seq)[0]?.hash ?? null,
  };
}

/** The hash of each store's entry at the number that is known of it, where we hold it. */
export function hashesAt({ hashAt }: Chain, knowledge: Knowledge): Readonly<Record<string, string>> {
  const found = Object.entries(knowledge).map(([store, seq]) => [store, hashAt(store, seq) ?? null] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
}

export function readForks(db: ReadableDb, releaseId: string): readonly Fork[] {
  return statement<[string], Fork>(
    db,
    'SELECT store_id AS store, above, own_hash AS own, other_hash AS other FROM store_fork WHERE release_id = ?',
  ).all(releaseId);
}

export function noteForks(db: WritableDb, releaseId: string, forks: readonly Fork[]): void {
  const note = writeStatement(
    db,
    'INSERT INTO store_fork (release_id, store_id, above, own_hash, other_hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { store, above, own, other } of forks) note.run(releaseId, store, above, own, other);
}
