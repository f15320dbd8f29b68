import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../../exchange/limits.ts';
import { attachmentPath, registerAttachment, type StagedFile, stageFile } from '../../store/attachments.ts';
import { copyHashed, SourceFault } from '../../store/copyHashed.ts';
import { inTransaction } from '../../store/db.ts';
import { temporaryBeside } from '../../store/durableFile.ts';
import { readPurgedHashes, readSharedHashes } from '../../store/folderFiles.ts';
import { lastEntry } from '../../store/ledger.ts';
import { moveFile } from '../../store/moveFile.ts';
import { nameOfFile } from '../../store/nameOfFile.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { mediaTypeOf } from '../mediaType.ts';

/*
 * Evidence in a shared folder: `files/<sha256>`, once for all laptops. Whoever holds what is not there puts it there;
 * whoever lacks what is there takes it, and believes its content only once it was hashed.
 */
const pathOf = (folder: string, sha256: string) => join(folder, 'files', sha256);
const hashName = /^[0-9a-f]{64}$/;

/** Whether such a file is there and could be evidence: no link, no device, no more than any file may have. */
export function liesBeside(folder: string, sha256: string): boolean {
  return stampBeside(folder, sha256) !== null;
}

/** Its size and times; null: it is not there, or can be no evidence. */
export function stampBeside(folder: string, sha256: string): string | null {
  const info = lstatSync(pathOf(folder, sha256), { throwIfNoEntry: false });
  return info?.isFile() && info.size <= limits.file ? `${info.size} ${info.mtimeMs} ${info.ctimeMs}` : null;
}

/** A copy that is what its name says; null: it is not, or not yet. */
export async function stageBeside(
  store: Store,
  folder: string,
  sha256: string,
  signal: AbortSignal,
): Promise<StagedFile | null> {
  try {
    const staged = await stageFile(store.paths.files, pathOf(folder, sha256), { signal });
    if (staged.sha256 === sha256) return staged;
    staged.discard();
    return null;
  } catch (error) {
    if (error instanceof SourceFault) return null;
    throw error;
  }
}

/**
 * Evens out what lies there with what is held here. An idle pass reads the names in one folder. Answers with a sentence on
 * what should have been put there and could not, for it is lost here; null: there is all that is held.
 */
export async function shareEvidence(
  { signal }: EngineContext,
  store: Store,
  folder: string,
  releases: readonly string[],
): Promise<string | null> {
  const names = new Set(namesIn(folder));
  const purged = readPurgedHashes(store.db);
  for (const sha256 of names) if (purged.has(sha256)) rmSync(pathOf(folder, sha256), { force: true });
  const { held, missing } = readSharedHashes(store.db, releases);
  const lost: { readonly sha256: string; readonly what: Lost }[] = [];
  for (const sha256 of held) {
    const what = names.has(sha256) ? null : await put(store, folder, sha256, signal);
    if (what !== null) lost.push({ sha256, what });
  }
  for (const sha256 of missing) if (names.has(sha256)) await fetchOne(store, folder, sha256, signal);
  const [first] = lost;
  if (!first) return null;
  const { words } = nameOfFile(store.db, first.sha256);
  const more = lost.length === 1 ? '' : `, and ${lost.length - 1} more`;
  return `${words} ${first.what} the store's files folder, so it was not put into the shared folder${more}; restore ${lost.length === 1 ? 'it' : 'them'} from a backup, and exchange again.`;
}

/** Takes out of the shared folder what was taken out for good here. */
export function removeShared(folder: string, hashes: readonly string[]): readonly string[] {
  const there = new Set(namesIn(folder));
  const removed = hashes.filter((sha256) => there.has(sha256));
  for (const sha256 of removed) rmSync(pathOf(folder, sha256), { force: true });
  return removed;
}

function namesIn(folder: string): readonly string[] {
  const files = join(folder, 'files');
  return existsSync(files) ? readdirSync(files).filter((name) => hashName.test(name)) : [];
}

/** What became of a file that is registered here. */
type Lost = 'is missing from' | 'was changed in';

/** Renamed once it is whole, so that nobody finds a half. What is lost here is not passed on; null: it is there now. */
async function put(store: Store, folder: string, sha256: string, signal: AbortSignal): Promise<Lost | null> {
  const source = attachmentPath(store.paths.files, sha256);
  if (!existsSync(source)) return 'is missing from';
  const target = pathOf(folder, sha256);
  if (!existsSync(join(folder, 'files'))) mkdirSync(join(folder, 'files'), { mode: statSync(folder).mode });
  const temporary = temporaryBeside(target);
  try {
    const written = await copyHashed(source, temporary, { signal });
    if (written.sha256 !== sha256) return 'was changed in';
    readableAs(folder, temporary);
    moveFile(temporary, target);
    return null;
  } catch (error) {
    if (error instanceof SourceFault) return 'was changed in';
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Whoever may read the folder may read what is put there. */
export function readableAs(folder: string, file: string): void {
  if (process.platform !== 'win32') chmodSync(file, statSync(folder).mode & 0o644);
}

async function fetchOne(store: Store, folder: string, sha256: string, signal: AbortSignal): Promise<void> {
  const staged = liesBeside(folder, sha256) ? await stageBeside(store, folder, sha256, signal) : null;
  if (!staged) return;
  const mediaType = await mediaTypeOf(staged.path, sha256);
  try {
    inTransaction(store.db, (db) => {
      staged.publish();
      registerAttachment(db, staged, mediaType, lastEntry(db));
    });
  } finally {
    staged.discard();
  }
}
