import { chmodSync, existsSync, statSync } from 'node:fs';
import type { StorePaths } from './storePaths.ts';

const folderMode = 0o700;
const fileMode = 0o600;

/**
 * The store is its owner's: folders 0700, the database and its log 0600, also in a store that an earlier version made
 * open to others. Windows has no such modes; there a store lies in the user's own folder.
 */
export function keepForOwner(paths: StorePaths): void {
  if (process.platform === 'win32') return;
  for (const folder of [paths.folder, paths.files, paths.backups]) narrow(folder, folderMode);
  for (const suffix of ['', '-wal', '-shm']) narrow(paths.database + suffix, fileMode);
}

function narrow(path: string, mode: number): void {
  if (!existsSync(path)) return;
  const info = statSync(path);
  // A folder that several people share is not ours to close.
  if (info.uid !== process.getuid?.() || (info.mode & 0o777 & ~mode) === 0) return;
  chmodSync(path, mode);
}
