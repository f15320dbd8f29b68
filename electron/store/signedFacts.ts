import type { ReadableDb, WritableDb } from './db.ts';
import { statement, writeStatement } from './statement.ts';

/** Keeps the facts that were signed, once; what it keeps never changes, for it is found by its SHA-256. */
export function keepSignedFacts(
  db: WritableDb,
  kept: { readonly sha256: string; readonly releaseId: string; readonly text: string },
): void {
  writeStatement(db, 'INSERT INTO signed_facts (sha256, release_id, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    kept.sha256,
    kept.releaseId,
    kept.text,
  );
}

/** The text that was signed; null where this store never held it. */
export function readSignedFacts(db: ReadableDb, sha256: string): string | null {
  return (
    statement<[string], { text: string }>(db, 'SELECT text FROM signed_facts WHERE sha256 = ?').get(sha256)?.text ??
    null
  );
}

/** What was signed goes with the words of an item that is taken out for good. */
export function dropSignedFactsOf(db: WritableDb, recordId: string): void {
  writeStatement(db, 'DELETE FROM signed_facts WHERE instr(text, ?) > 0').run(recordId);
}
