import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { moveFile, whenFree } from './moveFile.ts';

/** What a written file turned out to be. `bytes` is its size. */
export interface WrittenFile {
  readonly sha256: string;
  readonly bytes: number;
}

let serial = 0;

/** A name beside the target that no other writer uses; a leftover of a crash is never mistaken for the target. */
export function temporaryBeside(target: string): string {
  serial += 1;
  return join(dirname(target), `.${process.pid}-${Date.now()}-${serial}.partial`);
}

/** Makes a finished temporary file the target: fsync, rename, fsync of the folder. It is there whole, or not at all. */
export function publishFile(temporary: string, target: string): void {
  orTakeAway(temporary, () => {
    syncFile(temporary);
    publishSynced(temporary, target);
  });
}

/** The same for a file that was fsynced when it was written. */
export function publishSynced(temporary: string, target: string): void {
  orTakeAway(temporary, () => {
    makeFolder(dirname(target));
    moveFile(temporary, target);
    syncFolder(dirname(target));
  });
}

/** What could not be put in its place is not left lying beside it. */
function orTakeAway(temporary: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Like `publishFile`, under a name that nobody has yet. False: somebody has it, and theirs stays as it is. */
export function publishNew(temporary: string, target: string): boolean {
  if (existsSync(target)) return false;
  syncFile(temporary);
  try {
    linkSync(temporary, target);
    rmSync(temporary, { force: true });
  } catch {
    // Taken meanwhile, or a drive that knows no links.
    if (existsSync(target)) return false;
    moveFile(temporary, target);
  }
  syncFolder(dirname(target));
  return true;
}

/**
 * Makes a folder and what leads to it, durably: a new folder is an entry in another one, which needs its own fsync, or
 * what was written into it may be gone after a power loss. For the owner alone (0700).
 */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) {
    // Made by somebody who still waits for the disk: it is there, and not yet durable.
    if (onTheirWay.has(resolve(folder))) syncFolder(dirname(folder));
    return;
  }
  const top = resolve(first);
  for (let made = resolve(folder); made.length >= top.length; made = dirname(made)) syncFolder(dirname(made));
}

/** Folders that were made here and have not reached the disk. */
const onTheirWay = new Set<string>();

/** Like `makeFolder`, and other work goes on while the disk takes its time. */
export async function makeFolderMeanwhile(folder: string): Promise<void> {
  const path = resolve(folder);
  makeFolder(dirname(path));
  const isNew = mkdirSync(path, { recursive: true, mode: 0o700 }) !== undefined;
  if (process.platform === 'win32' || !(isNew || onTheirWay.has(path))) return;
  onTheirWay.add(path);
  const handle = await open(dirname(path), 'r');
  try {
    await handle.sync();
    onTheirWay.delete(path);
  } finally {
    await handle.close();
  }
}

/** Writes small content durably. */
export function writeFileDurably(target: string, content: Uint8Array | string): void {
  makeFolder(dirname(target));
  const temporary = temporaryBeside(target);
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
    } finally {
      closeSync(handle);
    }
    publishFile(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Forces a file's content to the disk. */
export function syncFile(path: string): void {
  const handle = whenFree(() => openSync(path, 'r+'));
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows refuses this of a folder (EPERM); there the rename itself is journalled. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
