import { type Dirent, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StorePaths } from './storePaths.ts';

/** What `temporaryBeside` names: who made it, and when (milliseconds since 1970). */
const temporary = /^\.(\d+)-(\d{13})-\d+\.partial(-wal|-shm|-journal)?$/;
/** Older than this, it is nobody's work any more, whoever has its maker's number now. */
const oldest = 24 * 60 * 60_000;

/**
 * Takes away what runs that were killed left half-written in the store's folders, and pages that were made to be looked
 * at. What a living process may still be writing stays. Returns how many it took away.
 */
export function sweep(paths: StorePaths, now: number): number {
  let swept = 0;
  const take = (path: string) => {
    rmSync(path, { recursive: true, force: true });
    swept += 1;
  };
  const look = (folder: string, depth: number) => {
    for (const entry of listed(folder)) {
      const path = join(folder, entry.name);
      const found = temporary.exec(entry.name);
      if (found && isLeft(Number(found[1]), Number(found[2]), now)) take(path);
      else if (entry.isDirectory() && depth > 0) look(path, depth - 1);
    }
  };
  look(paths.folder, 0);
  look(paths.files, 1);
  look(paths.backups, 2);
  const previews = join(paths.folder, 'previews');
  for (const { name } of listed(previews))
    if (now - statSync(join(previews, name)).mtimeMs > oldest) take(join(previews, name));
  return swept;
}

/** Where something else stands in the folder's place there is nothing to sweep; who needs the folder will say so. */
function listed(folder: string): readonly Dirent[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? readdirSync(folder, { withFileTypes: true }) : [];
}

function isLeft(maker: number, at: number, now: number): boolean {
  return now - at > oldest || !isAlive(maker);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
