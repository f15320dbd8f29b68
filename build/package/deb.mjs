import {
  chmodSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { runOrStop } from '../spawn.mjs';
import { checksums, controlFile, sharedFiles } from './debFiles.mjs';
import { LINUX_EXECUTABLE } from './product.mjs';

/** Debian's names of processors. @type {Readonly<Record<string, string>>} */
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** Debian 12, Ubuntu 22.04 and newer read it; xz would take minutes. */
const COMPRESSION = ['-Zzstd', '-z9'];
/** Several threads cut the data as they are many. */
const ONE_THREAD = { DPKG_DEB_THREADS_MAX: '1' };

/** Runs what it starts without any rights of its own; it belongs to root and may become root. */
const SANDBOX = 'chrome-sandbox';

const architecture = ARCHITECTURES[process.arch] ?? process.arch;

/** @param {string} version */
export const debName = (version) => `${LINUX_EXECUTABLE}_${version}_${architecture}.deb`;

/**
 * Makes a Debian package of an unpacked app with Debian's own `dpkg-deb`. The same app and time give the same bytes.
 *
 * @param {{ app: string, version: string, time: number, folder: string }} options the unpacked app's folder; `time` in
 *   seconds since 1970, borne by every file; where to put the package
 * @returns {Promise<string>} the package's path
 */
export async function makeDeb({ app, version, time, folder }) {
  const root = path.join(folder, 'deb-root');
  rmSync(root, { recursive: true, force: true });
  cpSync(app, path.join(root, 'opt', LINUX_EXECUTABLE), { recursive: true });
  for (const [place, content] of sharedFiles()) put(root, place, content);
  mkdirSync(path.join(root, 'usr/bin'), { recursive: true });
  const contents = readAll(root);
  const kilobytes = Math.ceil([...contents.values()].reduce((sum, { length }) => sum + length, 0) / 1024);
  put(root, 'DEBIAN/control', controlFile({ version, architecture, kilobytes }));
  put(root, 'DEBIAN/md5sums', checksums(contents));
  symlinkSync(`../../opt/${LINUX_EXECUTABLE}/${LINUX_EXECUTABLE}`, path.join(root, 'usr/bin', LINUX_EXECUTABLE));
  settle(root, time);
  const deb = path.join(folder, debName(version));
  const packing = ['--root-owner-group', ...COMPRESSION, '--build', root, deb];
  await runOrStop('Making the Debian package', 'dpkg-deb', packing, {
    env: { ...process.env, ...ONE_THREAD, SOURCE_DATE_EPOCH: String(time) },
  });
  rmSync(root, { recursive: true });
  return deb;
}

/**
 * @param {string} root
 * @param {string} place
 * @param {string | Buffer} content
 */
function put(root, place, content) {
  const file = path.join(root, place);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** @param {string} root */
function readAll(root) {
  const places = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(places.map((place) => [place, readFileSync(path.join(root, place))]));
}

/**
 * Rights and times of every file, whatever the maker's own habits are.
 *
 * @param {string} root
 * @param {number} time
 */
function settle(root, time) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  for (const file of [...entries.map((entry) => path.join(entry.parentPath, entry.name)), root]) {
    const stat = lstatSync(file);
    if (!stat.isSymbolicLink()) chmodSync(file, modeOf(file, stat));
    lutimesSync(file, time, time);
  }
}

/**
 * @param {string} file
 * @param {import('node:fs').Stats} stat
 */
function modeOf(file, stat) {
  if (path.basename(file) === SANDBOX) return 0o4755;
  return stat.isDirectory() || (stat.mode & 0o100) !== 0 ? 0o755 : 0o644;
}
