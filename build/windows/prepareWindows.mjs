import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { projectEnv, runOrStop } from '../spawn.mjs';
import { compile } from '../steps/compile.mjs';
import { ensurePrograms } from '../steps/debianPackages.mjs';
import { ensureWindowsNode } from './windowsNode.mjs';
import { ensureWindowsPackages } from './windowsPackages.mjs';

/**
 * A Windows to run the built command line on.
 *
 * @typedef {object} Windows
 * @property {string} wine its version
 * @property {string} nodeVersion of the Windows Node, as it says itself
 * @property {string} node node.exe
 * @property {string} app the folder with the built app and the packages for Windows
 * @property {string} prefix Wine's own drive C, made anew for every run
 */

const ROOM = inProject('out/windows');

/**
 * Sets up Wine, the pinned Windows Node and the packages for Windows, and puts the built app beside them. Where one of
 * them cannot be had it answers with the reason, for nothing else depends on it.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<Windows | { missing: string }>}
 */
export async function prepareWindows({ say }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `Wine is set up on Linux on x64 only, and this is ${process.platform} on ${process.arch}.` };
  }
  await compile({ say });
  try {
    await ensurePrograms({ say, group: 'wine' });
    const node = await ensureWindowsNode({ say });
    const packages = await ensureWindowsPackages({ say });
    rmSync(ROOM, { recursive: true, force: true });
    const prefix = path.join(ROOM, 'prefix');
    mkdirSync(prefix, { recursive: true });
    const env = projectEnv(wineEnv(prefix));
    await sayWhile(say, 'Setting up a Windows 10…', () =>
      runOrStop('Setting up Wine', 'wine', ['winecfg', '-v', 'win10'], { env }),
    );
    const nodeVersion = await runOrStop('Starting the Windows Node', 'wine', [node, '--version'], { env });
    const wine = await runOrStop('Asking Wine for its version', 'wine', ['--version'], { env });
    return { wine: wine.trim(), nodeVersion: nodeVersion.trim(), node, app: placeApp(packages), prefix };
  } catch (error) {
    if (!(error instanceof PlainStop)) throw error;
    return { missing: error.message };
  }
}

/** @param {string} prefix */
const wineEnv = (prefix) => ({ WINEPREFIX: prefix, WINEDEBUG: '-all' });

/**
 * The built app without its window, and `node_modules` that leads to the packages for Windows.
 *
 * @param {string} packages
 */
function placeApp(packages) {
  const app = path.join(ROOM, 'app');
  for (const part of ['package.json', 'out/app/main'])
    cpSync(inProject(part), path.join(app, part), { recursive: true });
  symlinkSync(path.join(packages, 'node_modules'), path.join(app, 'node_modules'));
  return app;
}
