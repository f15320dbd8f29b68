import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './paths.mjs';

/**
 * One hash over names and contents. Contents rather than times: a fresh clone and a switched branch have new times.
 *
 * @param {readonly string[]} inputs files and folders, relative to the project; missing ones count as missing
 */
export function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} relative
 */
function addTo(hash, relative) {
  const full = inProject(relative);
  const stat = statSync(full, { throwIfNoEntry: false });
  hash.update(`${relative}\0${stat ? '' : 'missing'}\0`);
  if (stat?.isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, path.posix.join(relative, name));
  } else if (stat) {
    const content = readFileSync(full);
    hash.update(`${content.length}\0`).update(content);
  }
}

/**
 * @param {string} file where the stamp lies, relative to the project
 * @param {string} hash
 */
export function isStamped(file, hash) {
  try {
    return readFileSync(inProject(file), 'utf8') === hash;
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function writeStamp(file, hash) {
  mkdirSync(path.dirname(inProject(file)), { recursive: true });
  writeFileSync(inProject(file), hash);
}
