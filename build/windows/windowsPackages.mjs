import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../npm.mjs';
import { inProject } from '../paths.mjs';
import { sayWhile } from '../say.mjs';
import { hashOf } from '../stamp.mjs';
import { cached } from '../steps/cached.mjs';

/** What npm reads to install the very packages of this project. */
const LOCKED = ['package.json', 'package-lock.json', '.npmrc'];

/** What the app needs when it runs, with the binaries for Windows; nothing of it is started while it is installed. */
const AS_ON_WINDOWS = ['--os=win32', '--cpu=x64', '--ignore-scripts', '--omit=dev'];

/**
 * The app's packages as npm installs them on Windows, once for each lock file.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<string>} a folder in the cache that holds their node_modules
 */
export function ensureWindowsPackages({ say }) {
  return cached(`windows-packages-${hashOf(LOCKED).slice(0, 16)}`, (work) =>
    sayWhile(say, 'Installing the packages as on Windows (once for each lock file)…', async () => {
      const folder = path.join(work, 'packages');
      await mkdir(folder);
      for (const name of LOCKED) await copyFile(inProject(name), path.join(folder, name));
      const quiet = ['--loglevel=error', '--no-progress'];
      await npm('Installing the packages for Windows', ['ci', ...AS_ON_WINDOWS, ...quiet], { cwd: folder });
      return folder;
    }),
  );
}
