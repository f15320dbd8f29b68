import { join } from 'node:path';
import { app } from 'electron';

/** Where the built app's own files lie, packaged or in a checkout. */
export const builtRoot = join(import.meta.dirname, '..');

/** The sample release that ships with the app. */
export function sampleFile(): string {
  const folder = app.isPackaged
    ? join(process.resourcesPath, 'sample')
    : join(builtRoot, '..', '..', 'build', 'sample');
  return join(folder, 'november-2021-sec-release.json');
}
