import { readFileSync } from 'node:fs';
import { externals } from '../externals.mjs';
import { inProject } from '../paths.mjs';

/**
 * @typedef {{ dev?: boolean, devOptional?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 */

/**
 * Asked for by a package that ships, and left out: pdfjs draws with it in Node, where we only read; it would bring a
 * drawing engine of thirty megabytes.
 */
const LEFT_OUT = /^@napi-rs\/canvas/;

/**
 * The folders of packages that travel as they are: what the bundles load at run time, and all that these need.
 *
 * @returns {string[]} as the lock file names them: `node_modules/NAME`, or one inside another
 */
export function shippedFolders() {
  const locked = readLock();
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = externals.map((name) => `node_modules/${name}`);
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entry = locked[folder];
    if (found.has(folder) || !entry) continue;
    found.add(folder);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      if (LEFT_OUT.test(name)) continue;
      waiting.push(placeOf(locked, folder, name));
    }
  }
  return [...found].sort();
}

/** The folders of packages that npm installs to run, and that need no copy of their own: they are in the bundles. */
export function unshippedFolders() {
  const shipped = new Set(shippedFolders());
  return Object.entries(readLock())
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional && !shipped.has(folder))
    .map(([folder]) => folder);
}

/**
 * Node's own way of looking for a package: inside, then beside, then further out.
 *
 * @param {Record<string, Locked>} locked
 * @param {string} from
 * @param {string} name
 */
function placeOf(locked, from, name) {
  for (let outer = from; outer !== ''; outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/node_modules/')))) {
    const inside = `${outer}/node_modules/${name}`;
    if (inside in locked) return inside;
  }
  return `node_modules/${name}`;
}

/** @returns {Record<string, Locked>} */
const readLock = () => JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
