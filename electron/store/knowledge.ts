import { joinKnowledge, type Knowledge } from '../../shared/domain/merge/knowledge.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { isOwnWrite } from './releaseHistory.ts';
import { statement, writeStatement } from './statement.ts';

/** What this store knows of a release: its own writes, and what bundles brought. */
export function readKnowledge(db: ReadableDb, releaseId: string): Knowledge {
  return knowledgeAt(db, releaseId, Number.MAX_SAFE_INTEGER);
}

/** What was known before an entry. Own entries that only repeat another store's writes are not writes. */
export function knowledgeAt(db: ReadableDb, releaseId: string, seq: number): Knowledge {
  const own = statement<[string, number], { store_id: string; seq: number }>(
    db,
    `SELECT store_id, MAX(seq) AS seq FROM ledger WHERE release_id = ? AND seq <= ? AND ${isOwnWrite}
     GROUP BY store_id`,
  ).all(releaseId, seq);
  const foreign = statement<[string, number], { knowledge: string }>(
    db,
    'SELECT knowledge FROM known_from WHERE release_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1',
  ).get(releaseId, seq);
  const known = foreign ? (JSON.parse(foreign.knowledge) as Knowledge) : {};
  return joinKnowledge(known, Object.fromEntries(own.map((row) => [row.store_id, row.seq])));
}

/** What was known after each of the last two bundles that brought anything, and the entry of each; the last one first. */
export function readLastHeard(
  db: ReadableDb,
  releaseId: string,
): readonly { readonly seq: number; readonly knowledge: Knowledge }[] {
  const rows = statement<[string], { seq: number; knowledge: string }>(
    db,
    'SELECT seq, knowledge FROM known_from WHERE release_id = ? ORDER BY seq DESC LIMIT 2',
  ).all(releaseId);
  return rows.map(({ seq, knowledge }) => ({ seq, knowledge: JSON.parse(knowledge) as Knowledge }));
}

export function writeKnowledge(db: WritableDb, releaseId: string, seq: number, knowledge: Knowledge): void {
  writeStatement(db, 'INSERT INTO known_from (release_id, seq, knowledge) VALUES (?, ?, ?)').run(
    releaseId,
    seq,
    JSON.stringify(knowledge),
  );
}

/** Marks an entry as one that only repeats what another store wrote. */
export function markMerged(db: WritableDb, seq: number): void {
  writeStatement(db, 'INSERT INTO merged_entry (seq) VALUES (?)').run(seq);
}

/** Whether an entry tells what came from elsewhere, under the name of whoever took it in. */
export function isMerged(db: ReadableDb, seq: number): boolean {
  return statement<[number], unknown>(db, 'SELECT 1 FROM merged_entry WHERE seq = ?').get(seq) !== undefined;
}
