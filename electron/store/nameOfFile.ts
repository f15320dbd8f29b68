import type { ReadableDb } from './db.ts';
import { statement } from './statement.ts';

/** What people know a file of the store by. */
interface FileName {
  /** `evidence:EV-001@1`, `finalPack:SEC-GL 2026-06 · 1`, `issuedPaper:…`; null where nothing names the file any more. */
  readonly record: string | null;
  /** As it stands in a sentence, with the SHA-256: the file's name in the files folder. */
  readonly words: string;
}

/** `SEC-GL 2026-06 · 1`: the final pack or paper that this file is; null: it is none. */
export function issuedAs(db: ReadableDb, sha256: string): string | null {
  const sql = `SELECT reference FROM final_pack WHERE sha256 = @sha256
    UNION ALL SELECT reference FROM issued_paper WHERE sha256 = @sha256 LIMIT 1`;
  return statement<[{ sha256: string }], { reference: string }>(db, sql).get({ sha256 })?.reference ?? null;
}

/** What a file is, by its SHA-256: an item of evidence (one that was removed comes last), a final pack or a paper. */
export function nameOfFile(db: ReadableDb, sha256: string): FileName {
  const sql = `SELECT 'evidence:' || reference || '@' || version AS record, reference || '@' || version AS name,
      release_id, removed_in IS NOT NULL AS gone FROM evidence WHERE sha256 = @sha256
    UNION ALL SELECT 'finalPack:' || reference, reference, release_id, 0 FROM final_pack WHERE sha256 = @sha256
    UNION ALL SELECT 'issuedPaper:' || reference, reference, release_id, 0 FROM issued_paper WHERE sha256 = @sha256`;
  const row = statement<[{ sha256: string }], { record: string; name: string; release: string }>(
    db,
    `SELECT record, one.name, release.name AS release FROM (${sql}) AS one JOIN release ON release.id = one.release_id
     ORDER BY gone, record LIMIT 1`,
  ).get({ sha256 });
  if (!row) return { record: null, words: `The file with SHA-256 ${sha256}` };
  return { record: row.record, words: `The file of ${row.name} (${row.release}; SHA-256 ${sha256})` };
}
