import { join, resolve } from 'node:path';

export interface StartOptions {
  /** The store to open. */
  readonly storeFolder: string;
  /** Chromium's own files and the window's state; one place for each store, so that the single-window lock is per store. */
  readonly userData: string;
}

/** Reads `--store DIR` (or `--store=DIR`); without it the store lies in the app's own data folder. */
export function startOptions(argv: readonly string[], appData: string, appName: string): StartOptions {
  const at = argv.findIndex((argument) => argument === '--store' || argument.startsWith('--store='));
  const given =
    at < 0 ? undefined : argv[at]?.startsWith('--store=') ? argv[at]?.slice('--store='.length) : argv[at + 1];
  if (given) {
    const storeFolder = resolve(given);
    return { storeFolder, userData: join(storeFolder, 'window') };
  }
  const userData = join(appData, appName);
  return { storeFolder: join(userData, 'store'), userData };
}
