import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainProblem, type StoreProblem } from './check/problem.ts';
import { type CopyOptions, copyHashed } from './copyHashed.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { makeFolderMeanwhile, publishSynced, temporaryBeside, type WrittenFile } from './durableFile.ts';
import { whenFree } from './moveFile.ts';
import { nameOfFile } from './nameOfFile.ts';
import { statement, writeStatement } from './statement.ts';

export interface Attachment extends WrittenFile {
  readonly mediaType: string;
  /** Why its content was taken out; null while it is there. */
  readonly purgeReason: string | null;
}

/** `files/ab/abcd…`: content-addressed, so that equal files are kept once and no name of a user reaches the disk. */
export function attachmentPath(files: string, sha256: string): string {
  return join(files, sha256.slice(0, 2), sha256);
}

/** A file that was copied and hashed, and is not in its place yet. */
export interface StagedFile extends WrittenFile {
  /** Where it lies until it is published. */
  readonly path: string;
  /** Puts it in its place; content that is already there is not kept twice. */
  readonly publish: () => void;
  /** Takes away what was not published; harmless afterwards. */
  readonly discard: () => void;
  /** Takes back what was published, where it was not there before. */
  readonly withdraw: () => void;
}

/** Copies a file beside the store's files, written and fsynced, so that its hash can be judged before it is kept. */
export async function stageFile(files: string, source: string, options: CopyOptions = {}): Promise<StagedFile> {
  const temporary = temporaryBeside(join(files, 'incoming'));
  const discard = () => rmSync(temporary, { force: true });
  try {
    const written = await copyHashed(source, temporary, options);
    const target = attachmentPath(files, written.sha256);
    await makeFolderMeanwhile(dirname(target));
    let isNew = false;
    const publish = () => {
      if (existsSync(target)) return discard();
      publishSynced(temporary, target);
      isNew = true;
    };
    const withdraw = () => {
      if (isNew) rmSync(target, { force: true });
    };
    return { ...written, path: temporary, publish, discard, withdraw };
  } catch (error) {
    discard();
    throw error;
  }
}

/** Copies a file into the store: written, fsynced and renamed before any row names it. */
export async function putFile(files: string, source: string, options: CopyOptions = {}): Promise<WrittenFile> {
  const staged = await stageFile(files, source, options);
  try {
    staged.publish();
  } finally {
    staged.discard();
  }
  return { sha256: staged.sha256, bytes: staged.bytes };
}

export function registerAttachment(db: WritableDb, file: WrittenFile, mediaType: string, seq: number): void {
  writeStatement(
    db,
    `INSERT INTO attachment (sha256, bytes, media_type, added_in) VALUES (?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(file.sha256, file.bytes, mediaType, seq);
}

export function readAttachment(db: ReadableDb, sha256: string): Attachment | null {
  const row = statement<[string], { bytes: number; media_type: string; purge_reason: string | null }>(
    db,
    'SELECT bytes, media_type, purge_reason FROM attachment WHERE sha256 = ?',
  ).get(sha256);
  return row ? { sha256, bytes: row.bytes, mediaType: row.media_type, purgeReason: row.purge_reason } : null;
}

/** Marks the content as taken out; `deleteContent` follows once the transaction is safe. */
export function markPurged(db: WritableDb, sha256: string, reason: string, seq: number): void {
  // A final pack stands in a register of its own.
  writeStatement(
    db,
    `INSERT INTO attachment (sha256, bytes, media_type, added_in)
     SELECT sha256, 0, 'application/pdf', registered_in FROM final_pack WHERE sha256 = ? ON CONFLICT (sha256) DO NOTHING`,
  ).run(sha256);
  // Nor must one come that never was here.
  writeStatement(
    db,
    `INSERT INTO attachment (sha256, bytes, media_type, added_in) VALUES (?, 0, 'application/octet-stream', ?)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(sha256, seq);
  writeStatement(db, 'UPDATE attachment SET purged_in = ?, purge_reason = ? WHERE sha256 = ?').run(seq, reason, sha256);
}

export function deleteContent(files: string, sha256: string): void {
  whenFree(() => rmSync(attachmentPath(files, sha256), { force: true }));
}

/** Files that the store holds: what was taken out for good is none of them, be it a final pack. */
export const heldSql = `SELECT sha256 FROM attachment WHERE purged_in IS NULL UNION SELECT sha256 FROM final_pack
  WHERE sha256 NOT IN (SELECT sha256 FROM attachment WHERE purged_in IS NOT NULL)`;

/** Re-reads every registered file, final packs included; names each that is missing or differs. */
export async function verifyAttachments(db: ReadableDb, files: string): Promise<readonly StoreProblem[]> {
  const problems: StoreProblem[] = [];
  const rows = statement<[], { sha256: string }>(db, `${heldSql} ORDER BY sha256`).all();
  for (const { sha256 } of rows) {
    const path = attachmentPath(files, sha256);
    const isThere = existsSync(path);
    if (isThere && (await hashFile(path)) === sha256) continue;
    const { record, words } = nameOfFile(db, sha256);
    const what = isThere ? 'was changed in' : 'is missing from';
    problems.push({
      ...plainProblem(`${words} ${what} the store's files folder; restore it from a backup.`),
      record,
    });
  }
  return problems;
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
