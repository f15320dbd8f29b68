import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';

/** A word of one of the app's own files, and what stands in its place. */
export interface Change {
  /** Below the app's root: `package.json`, `out/app/main/index.js`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Another archive like the packaged app's, with some words changed: an earlier version, or one with a guard switched
 * off. `work` is an empty folder; the native part beside the archive is the packaged app's own.
 */
export async function changeAsar(asar: string, changes: readonly Change[], work: string): Promise<string> {
  const folder = join(work, 'app');
  extractAll(asar, folder);
  for (const { file, from, to } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`There is no “${from}” in ${file}.`);
    writeFileSync(path, text.replaceAll(from, to));
  }
  const changed = join(work, 'app.asar');
  await createPackageWithOptions(folder, changed, { unpackDir: 'node_modules/better-sqlite3' });
  return changed;
}
