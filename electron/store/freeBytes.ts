import { statfsSync } from 'node:fs';

/** What is left on the disk that holds a folder, in bytes. Throws where the system does not say. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
