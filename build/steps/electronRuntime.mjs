import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inProject, nodeBinary } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { runQuietly } from '../spawn.mjs';
import { ensureFallback, FALLBACK, hasFallback } from './fallbackRuntime.mjs';
import { linkProjectRuntime } from './projectRuntime.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable the file to start
 * @property {string} version Electron's version
 * @property {string} dist the unpacked Electron without any app in it, for packaging
 * @property {'override' | 'installed' | 'downloaded' | 'fallback'} kind `fallback` takes no path argument: the app is
 *   in its resources folder already
 */

const DOWNLOAD_LIMIT = 180_000;
const FAILURE_IS_REMEMBERED_FOR = 24 * 60 * 60_000;

/**
 * Finds an Electron to run: one that the reader names, the installed one, a download, and last the pinned fallback
 * from the npm registry (Linux on x64 only), which is for tests and for machines without another way.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron({ say }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromFolder(path.resolve(override), 'override');
  if (isInstalled()) return fromFolder(installedFolder, 'installed');
  if (await download(say)) return fromFolder(installedFolder, 'downloaded');
  if (!hasFallback()) {
    throw new PlainStop(
      `Electron ${electronPackage().version} could not be downloaded, and the spare one is for Linux on x64 only. ` +
        'Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron, or go online and try again with ' +
        'SEC_GOLIVE_RETRY_DOWNLOAD=1.',
    );
  }
  const dist = await ensureFallback({ say });
  return { executable: linkProjectRuntime(dist), version: FALLBACK.electronVersion, dist, kind: 'fallback' };
}

const installedFolder = inProject('node_modules/electron/dist');

/** @returns {{ version: string }} */
const electronPackage = () => JSON.parse(readFileSync(inProject('node_modules/electron/package.json'), 'utf8'));

/**
 * @param {string} dist
 * @param {'override' | 'installed' | 'downloaded'} kind
 * @returns {ElectronRuntime}
 */
function fromFolder(dist, kind) {
  const executable = path.join(dist, executableName());
  if (!existsSync(executable)) throw new PlainStop(`There is no Electron at ${executable}.`);
  return { executable, version: readVersion(dist) ?? electronPackage().version, dist, kind };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} dist */
function readVersion(dist) {
  const file = path.join(dist, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/** Electron's own installer writes path.txt last, so a half-unpacked folder does not count. */
function isInstalled() {
  return (
    existsSync(inProject('node_modules/electron/path.txt')) &&
    readVersion(installedFolder) === electronPackage().version
  );
}

/**
 * Electron's own download. A failure is remembered for a day, so that a machine that cannot reach the download does
 * not wait for it at every run; SEC_GOLIVE_RETRY_DOWNLOAD=1 tries again.
 *
 * @param {import('../say.mjs').Say} say
 * @returns {Promise<boolean>} whether Electron is there now
 */
async function download(say) {
  const { version } = electronPackage();
  const failure = path.join(cacheFolder(), `electron-${version}-download-failed.txt`);
  const failedAt = statSync(failure, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const retry = Boolean(process.env.SEC_GOLIVE_RETRY_DOWNLOAD);
  if (!retry && Date.now() - failedAt < FAILURE_IS_REMEMBERED_FOR) return false;
  const { code, output } = await sayWhile(say, `Downloading Electron ${version} (about 120 MB, once)…`, () =>
    runQuietly(nodeBinary, [inProject('node_modules/electron/install.js')], { timeout: DOWNLOAD_LIMIT }),
  );
  if (code === 0 && isInstalled()) {
    rmSync(failure, { force: true });
    return true;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failure, output);
  say(`Electron ${version} cannot be downloaded here (${failure} holds the reason).`);
  return false;
}
