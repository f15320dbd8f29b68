import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readClassUses } from './readClassUses.mjs';
import { classesIn, classesOf, globalsIn, readSheet } from './readSheet.mjs';

/** The sheets that may speak of the whole window, and whose classes each may name: none of them is ours. */
const GLOBAL_SHEETS = new Map([
  ['renderer/styles/tokens.css', /^$/],
  ['renderer/styles/base.css', /^$/],
  ['renderer/styles/mantine.css', /^mantine-/],
  // The viewer is a page of its own.
  ['renderer/viewer/page.css', /^$/],
]);
/** Classes that a library gives to what it draws. */
const OF_OTHERS = /^\.(mantine-[\w-]+|markedContent)$/;
const SHEET = /\.css$/;
const MODULE = /\.module\.css$/;
const CODE = /\.tsx?$/;

/**
 * Checks that styles stand beside what they style: every class in one module, taken from it by name and used, said in
 * one place; global only what is named here; and every custom property declared.
 *
 * @param {{ root: string }} options
 * @returns {{ problems: string[], classes: number }} one sentence for each problem
 */
export function checkStyles({ root }) {
  const files = listFiles(root, 'renderer');
  const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
  const sheets = files.filter((file) => SHEET.test(file)).map((file) => ({ file, rules: readSheet(read(file)) }));
  const code = files.filter((file) => CODE.test(file)).map((file) => ({ file, source: read(file) }));
  const { problems, used } = readUses(code);
  const modules = sheets.filter(({ file }) => MODULE.test(file));
  for (const { file, rules } of sheets) {
    problems.push(
      ...(MODULE.test(file) ? judgeModule(file, rules) : judgeGlobal(file, rules)),
      ...findTwice(file, rules),
    );
  }
  for (const { file, rules } of modules) {
    const taken = used.get(file) ?? new Set();
    const own = classesOf(rules);
    for (const name of own) if (!taken.has(name)) problems.push(`${file}: nobody uses the class «${name}»`);
    for (const name of taken) if (!own.includes(name)) problems.push(`${file}: it has no class «${name}»`);
  }
  return {
    problems: [...problems, ...findUndeclared(sheets, code)],
    classes: modules.flatMap(({ rules }) => classesOf(rules)).length,
  };
}

/** @typedef {readonly import('./readSheet.mjs').Rule[]} Rules */

/**
 * @param {readonly { file: string, source: string }[]} code
 * @returns {{ problems: string[], used: Map<string, Set<string>> }} the module, from the root → the classes taken from it
 */
function readUses(code) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, Set<string>>} */
  const used = new Map();
  for (const { file, source } of code) {
    const uses = readClassUses(file, source);
    problems.push(...uses.problems);
    for (const [sheet, classes] of uses.classes) {
      const from = path.posix.join(path.posix.dirname(file), sheet);
      used.set(from, new Set([...(used.get(from) ?? []), ...classes]));
    }
  }
  return { problems, used };
}

/**
 * @param {string} file
 * @param {Rules} rules
 */
function judgeModule(file, rules) {
  const names = classesOf(rules).filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name));
  const reached = rules
    .flatMap(({ selectors }) => selectors.flatMap(globalsIn))
    .filter((name) => !OF_OTHERS.test(name));
  return [
    ...names.map((name) => `${file}: the class «${name}» is not written in camelCase, so code cannot name it`),
    ...reached.map(
      (name) => `${file} reaches out to «${name}»: a module speaks of its own classes, and of a library's`,
    ),
    ...rules
      .filter(({ selectors }) => selectors.some((selector) => classesIn(selector).length === 0))
      .map(({ line, selectors }) => `${file}:${line} «${selectors.join(', ')}» holds for the whole window`),
  ];
}

/**
 * @param {string} file
 * @param {Rules} rules
 */
function judgeGlobal(file, rules) {
  const allowed = GLOBAL_SHEETS.get(file);
  if (!allowed) return [`${file} is global: make it a module beside what it styles, X.module.css`];
  return rules
    .flatMap(({ selectors }) => selectors.flatMap(classesIn))
    .filter((name) => !allowed.test(name))
    .map((name) => `${file} styles the class «${name}»: that belongs in the module of what it styles`);
}

/**
 * @param {string} file
 * @param {Rules} rules
 */
function findTwice(file, rules) {
  const seen = new Set();
  return rules.flatMap(({ selectors, condition, line }) => {
    const key = `${condition} ${selectors.join(', ')}`;
    if (seen.has(key)) return [`${file}:${line} styles «${selectors.join(', ')}» a second time`];
    seen.add(key);
    return [];
  });
}

/**
 * A property that nobody declares is no colour and no length: the browser drops the line without a word.
 *
 * @param {readonly { file: string, rules: Rules }[]} sheets
 * @param {readonly { source: string }[]} code
 */
function findUndeclared(sheets, code) {
  const declared = new Set([
    ...sheets.flatMap(({ rules }) => rules.flatMap(({ body }) => body.match(/--[\w-]+(?=\s*:)/g) ?? [])),
    ...code.flatMap(({ source }) => source.match(/(?<=['"])--[\w-]+(?=['"])/g) ?? []),
  ]);
  return sheets.flatMap(({ file, rules }) =>
    rules
      .flatMap(({ body }) => body.match(/(?<=var\()--[\w-]+/g) ?? [])
      .filter((name) => !name.startsWith('--mantine-') && !declared.has(name))
      .map((name) => `${file} uses ${name}, which nobody declares`),
  );
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} relative to the root
 */
function listFiles(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, inside) : [inside];
  });
}
