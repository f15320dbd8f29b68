import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';

const PARTS = /** @type {const} */ (['main', 'preload', 'renderer']);

/** @param {string} part */
const noteOf = (part) => inProject('out/notices', `${part}.json`);

/**
 * Notes whose code and styles went into a bundle: the folder of every package that one of its modules comes from.
 *
 * @param {(typeof PARTS)[number]} part
 * @returns {import('vite').Plugin}
 */
export function notePackages(part) {
  return {
    name: 'note-packages',
    apply: 'build',
    generateBundle() {
      const folders = new Set([...this.getModuleIds()].flatMap(packageFolder));
      mkdirSync(path.dirname(noteOf(part)), { recursive: true });
      writeFileSync(noteOf(part), JSON.stringify([...folders].sort()));
    },
  };
}

/**
 * The folders of the packages in all bundles, relative to the project; there is a note once the app was compiled.
 *
 * @returns {string[]}
 */
export function bundledFolders() {
  return [
    ...new Set(PARTS.flatMap((part) => /** @type {string[]} */ (JSON.parse(readFileSync(noteOf(part), 'utf8'))))),
  ];
}

/** The innermost package; a module that a plugin made up is in none. @param {string} id of a module */
function packageFolder(id) {
  const file = path.relative(inProject('.'), id.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll(path.sep, '/');
  const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file);
  return found && !file.startsWith('..') ? [found[0]] : [];
}
