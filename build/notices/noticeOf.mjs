import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PlainStop } from '../say.mjs';

/**
 * What is said of one package: `text` is every licence and notice in its folder, one after another.
 *
 * @typedef {{ name: string, version: string, licence: string, by: string, text: string }} Notice
 */

const LICENCE = /^(licen[cs]e|copying|notice|unlicense|ofl)([._-].*)?$/i;

/**
 * Packages that state a licence and carry no text of it: the licence's own words stand in, with the author that the
 * package names. Another licence than this one is a new question.
 *
 * @type {Readonly<Record<string, string>>}
 */
const WITHOUT_TEXT = {
  brotli: 'MIT',
  dfa: 'MIT',
  fontkit: 'MIT',
  prepin: 'Unlicense',
  'react-remove-scroll-bar': 'MIT',
  saxes: 'ISC',
};

/** Packages whose licence stands in their licence file only. @type {Readonly<Record<string, string>>} */
const ONLY_IN_TEXT = { 'png-js': 'MIT' };

/**
 * @param {string} folder of an installed package, absolute
 * @returns {Notice}
 * @throws {PlainStop} where the package has no licence, or no text of one
 */
export function noticeOf(folder) {
  const described = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version } = described;
  const licence = described.license ?? ONLY_IN_TEXT[name];
  if (typeof licence !== 'string' || licence === '' || licence === 'UNLICENSED') {
    throw new PlainStop(
      `${name} ${version} ships with the app and states no licence. Ask its makers, or do without it.`,
    );
  }
  const by = authorsOf(described);
  const found = licenceFiles(folder);
  const text = found
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .join(`\n\n${'—'.repeat(40)}\n\n`);
  return { name, version, licence, by, text: text || standardText(name, licence, by) };
}

/**
 * Licences of parts of it (fonts, decoders) lie further in; packages inside it speak for themselves.
 *
 * @param {string} folder
 * @param {string} [inside]
 * @returns {string[]} relative to the folder, outermost first
 */
function licenceFiles(folder, inside = '') {
  const entries = readdirSync(path.join(folder, inside), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const files = entries.filter(
    (entry) => entry.isFile() && LICENCE.test(entry.name) && !/\.[cm]?[jt]s$/.test(entry.name),
  );
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [
    ...files.map((entry) => path.join(inside, entry.name)),
    ...folders.flatMap((entry) => licenceFiles(folder, path.join(inside, entry.name))),
  ];
}

/**
 * @param {string} name
 * @param {string} licence
 * @param {string} by
 */
function standardText(name, licence, by) {
  if (WITHOUT_TEXT[name] !== licence) {
    throw new PlainStop(
      `${name} ships with the app and carries no text of its licence (${licence}). Read what its makers say, and state it in build/notices/noticeOf.mjs.`,
    );
  }
  return readFileSync(path.join(import.meta.dirname, 'texts', `${licence}.txt`), 'utf8')
    .replace('{by}', by)
    .trim();
}

/** @param {{ name: string, author?: unknown, contributors?: unknown[], maintainers?: unknown[] }} described */
function authorsOf({ name, author, contributors = [], maintainers = [] }) {
  const people = author ? [author] : contributors.length > 0 ? contributors : maintainers;
  const names = people.map(nameOf).filter(Boolean);
  if (names.length === 0) return `the contributors of ${name}`;
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and others` : names.join(', ');
}

/** @param {unknown} person as npm lets one be written: an object, or `Name <address> (page)` */
function nameOf(person) {
  const text = typeof person === 'string' ? person : String(/** @type {{ name?: string }} */ (person)?.name ?? '');
  return text.replace(/[<(].*$/, '').trim();
}
