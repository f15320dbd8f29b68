import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';

const PLACE = inProject('out/runtime');
const MADE_FROM = 'made-from.txt';

/**
 * The fallback Electron takes no path to an app: it starts what lies in its own resources folder. The cache is shared
 * by clones, so each project gets its own copy, by hard links where it can, whose `resources/app` leads back to it.
 *
 * @param {string} dist the prepared Electron in the cache
 * @returns {string} the executable
 */
export function linkProjectRuntime(dist) {
  const executable = path.join(PLACE, 'electron');
  const note = path.join(PLACE, MADE_FROM);
  if (existsSync(executable) && existsSync(note) && readFileSync(note, 'utf8') === dist) return executable;
  const work = `${PLACE}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  linkFolder(dist, work);
  // Relative, so that the project folder can be moved: out/runtime/resources/app → the project.
  symlinkSync('../../..', path.join(work, 'resources', 'app'));
  writeFileSync(path.join(work, MADE_FROM), dist);
  rmSync(PLACE, { recursive: true, force: true });
  renameSync(work, PLACE);
  return executable;
}

/**
 * A copy that takes no room: by hard links where it can.
 *
 * @param {string} from
 * @param {string} to
 */
export function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) linkFolder(source, target);
    else linkOrCopy(source, target);
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(source, target);
  }
}
