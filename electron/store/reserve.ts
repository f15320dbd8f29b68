import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileDurably } from './durableFile.ts';
import { freeBytes } from './freeBytes.ts';
import type { StorePaths } from './storePaths.ts';

const reserveBytes = 16 * 1024 * 1024;
/** Nothing is reserved where that would itself make the disk full. */
const leastFree = 20 * reserveBytes;

const reserveOf = (paths: StorePaths) => join(paths.folder, '.reserve');

/** Keeps some disk back, so that on a full one a person can still read, export and delete. */
export function keepReserve(paths: StorePaths): void {
  if (existsSync(reserveOf(paths))) return;
  if (freeBytes(paths.folder) < leastFree) return;
  // Not zeros: a file system that keeps no empty blocks would reserve nothing.
  writeFileDurably(reserveOf(paths), Buffer.alloc(reserveBytes, 'reserved for the day on which this disk is full. '));
}

/** Gives it back; whether there was any. The next start keeps a new one as soon as there is room. */
export function releaseReserve(paths: StorePaths): boolean {
  if (!existsSync(reserveOf(paths))) return false;
  try {
    if (freeBytes(paths.folder) >= reserveBytes) return false;
    rmSync(reserveOf(paths));
    return true;
  } catch {
    return false;
  }
}
