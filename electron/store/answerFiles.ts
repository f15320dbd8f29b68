import type { ReadableDb } from './db.ts';
import { statement } from './statement.ts';

const ANSWER_TO = 'answer to ';

/** How the history names a file that came back filled in. */
export function answerNote(paper: string): string {
  return `${ANSWER_TO}${paper}`;
}

/** SHA-256 of every filled-in copy of a paper that the store keeps; each holds what the paper holds. */
export function readAnswerFiles(db: ReadableDb, releaseId: string, paper: string): readonly string[] {
  return statement<[string, string], { note: string }>(
    db,
    `SELECT DISTINCT note FROM ledger WHERE release_id = ? AND action = 'attach' AND record_key = ? ORDER BY note`,
  )
    .all(releaseId, answerNote(paper))
    .map(({ note }) => note.replace('SHA-256 ', ''));
}
