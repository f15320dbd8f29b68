import { getRawHeader } from '@electron/asar';

/**
 * What lies in an archive: the hash of each file, and where it begins, by its path inside.
 *
 * @param {string} file
 * @returns {ReadonlyMap<string, string>}
 */
export function insideAsar(file) {
  const found = new Map();
  visit(/** @type {Entry} */ (getRawHeader(file).header), '', found);
  return found;
}

/** @typedef {{ files?: Record<string, Entry>, offset?: string, integrity?: { hash: string } }} Entry */

/**
 * @param {Entry} entry
 * @param {string} place
 * @param {Map<string, string>} found
 */
function visit({ files, offset = 'beside', integrity }, place, found) {
  if (!files) found.set(place, `${integrity?.hash} at ${offset}`);
  for (const [name, inner] of Object.entries(files ?? {}))
    visit(inner, place === '' ? name : `${place}/${name}`, found);
}
