import { existsSync, rmSync } from 'node:fs';
import { attachmentPath, hashFile, heldSql } from './attachments.ts';
import { copyHashed } from './copyHashed.ts';
import type { ReadableDb } from './db.ts';
import { publishSynced, temporaryBeside } from './durableFile.ts';
import { statement } from './statement.ts';

/** What came of bringing files from one folder to another, by SHA-256. */
export interface Brought {
  /** In neither folder. */
  readonly missing: readonly string[];
  /** There, but nowhere with the content that its name says. */
  readonly damaged: readonly string[];
  /** Damaged where they were needed, and replaced by a good copy. */
  readonly mended: readonly string[];
}

/** The files a store needs beside its database: evidence that was not purged, final packs and papers. */
export function heldHashes(db: ReadableDb): readonly string[] {
  return statement<[], { sha256: string }>(db, heldSql)
    .all()
    .map((row) => row.sha256);
}

/**
 * Copies content-addressed files from one folder to another. Each is hashed, also those that are there already: a file
 * whose content is not what its name says is never copied, and is replaced where the other folder has a good one.
 */
export async function bringFiles(hashes: readonly string[], from: string, to: string): Promise<Brought> {
  const missing: string[] = [];
  const damaged: string[] = [];
  const mended: string[] = [];
  for (const sha256 of hashes) {
    const [source, target] = [attachmentPath(from, sha256), attachmentPath(to, sha256)];
    const isThere = existsSync(target);
    if (isThere && (await hashFile(target)) === sha256) continue;
    if (existsSync(source) && (await bring(source, target, sha256))) {
      if (isThere) mended.push(sha256);
    } else if (isThere || existsSync(source)) damaged.push(sha256);
    else missing.push(sha256);
  }
  return { missing, damaged, mended };
}

async function bring(source: string, target: string, sha256: string): Promise<boolean> {
  const temporary = temporaryBeside(target);
  try {
    const copied = await copyHashed(source, temporary);
    if (copied.sha256 !== sha256) return false;
    publishSynced(temporary, target);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}
