import type { ReadableDb } from './db.ts';
import { statement } from './statement.ts';

/** Every file that an item of evidence has or had, by the history as well: one put in another's place leaves it behind. */
export function hashesOfItem(db: ReadableDb, id: string): readonly string[] {
  const sql = `SELECT DISTINCT sha256 FROM (
      SELECT sha256 FROM evidence WHERE id = @id
      UNION SELECT change.value ->> 'before' FROM ledger, json_each(ledger.changes) AS change
        WHERE ledger.record_id = @id AND change.value ->> 'field' = 'sha256')
    WHERE sha256 IS NOT NULL`;
  return statement<[{ id: string }], HashRow>(db, sql).all({ id }).map(hashOf);
}

/** A file of a release's evidence. */
interface FileOfRelease extends HashRow {
  /** Whether an item still has it; 0: every item that had it has its hash alone, for it was taken out. */
  readonly isShown: 0 | 1;
}

/** The files of a release's evidence, each once. */
export function filesOfRelease(db: ReadableDb, releaseId: string): readonly FileOfRelease[] {
  const sql = `SELECT sha256, max(file IS NOT NULL) AS isShown FROM evidence
    WHERE release_id = ? AND removed_in IS NULL AND sha256 IS NOT NULL GROUP BY sha256 ORDER BY sha256`;
  return statement<[string], FileOfRelease>(db, sql).all(releaseId);
}

/** Whether any item, removed or not, has this file; one whose file was taken out has its hash alone. */
export function isHashOfEvidence(db: ReadableDb, sha256: string): boolean {
  return (
    statement<[string]>(db, 'SELECT 1 FROM evidence WHERE sha256 = ? AND file IS NOT NULL').get(sha256) !== undefined
  );
}

interface HashRow {
  readonly sha256: string;
}

const hashOf = ({ sha256 }: HashRow) => sha256;
