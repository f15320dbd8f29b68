import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { findCycles } from './cycles.mjs';
import { FLOORS, RESERVED_WORDS } from './floors.mjs';
import { folderGraph, graphInWords } from './folders.mjs';
import { readImports } from './readImports.mjs';
import { findSql, judgeDoor } from './sql.mjs';

const LONGEST_FILE = 300;
const CODE = /\.[cm]?[jt]sx?$/;
const FLOOR_TREES = ['electron', 'renderer', 'shared'];
const OTHER_TREES = ['build', 'tests'];
const NOT_CODE_OF_OURS = ['tests/fixtures'];

/**
 * Checks that imports go down the floors only, that every npm package has a place, that no files import one another
 * in a circle, that SQL stands in the store only, and that no file is too long.
 *
 * @param {{ root: string, floors?: readonly import('./floors.mjs').Floor[] }} options
 * @returns {{ problems: string[], edges: number, folders: string }} one sentence for each problem; the folders in words
 */
export function checkLayers({ root, floors = FLOORS }) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  let edges = 0;
  for (const file of FLOOR_TREES.flatMap((tree) => listCode(root, tree))) {
    const floor = floors.find(({ folder }) => file.startsWith(`${folder}/`));
    if (!floor) {
      problems.push(`${file} is on no floor: add its folder to build/checks/floors.mjs, or move it`);
      continue;
    }
    const source = readFileSync(path.join(root, file), 'utf8');
    const read = readImports(file, source);
    problems.push(...read.problems, ...findReservedWords(file, read.code), ...findSql(file, source));
    const targets = new Set();
    for (const { specifier, line } of read.imports) {
      edges += 1;
      const target = specifier.startsWith('.') ? resolveFile(root, file, specifier) : undefined;
      if (target) targets.add(target);
      const problem = specifier.startsWith('.')
        ? (judgeDoor(file, target) ?? judgeFile(floor, target, specifier, floors))
        : judgePackage(floor, specifier, floors);
      if (problem) problems.push(`${file}:${line} ${problem}`);
    }
    graph.set(file, targets);
  }
  if (edges === 0) problems.push('no import was found at all: the check itself is broken, or looks in the wrong place');
  for (const cycle of findCycles(graph))
    problems.push(`these files import one another in a circle: ${cycle.join(', ')}`);
  const folders = folderGraph(graph, floors);
  for (const circle of folders.circles)
    problems.push(`these folders import one another in a circle: ${circle.join(', ')}`);
  return {
    problems: [...problems, ...findUnplaced(root, floors), ...findLongFiles(root)],
    edges,
    folders: graphInWords(folders),
  };
}

/**
 * @param {import('./floors.mjs').Floor} floor
 * @param {string | undefined} target relative to the root
 * @param {string} specifier
 * @param {readonly import('./floors.mjs').Floor[]} floors
 */
function judgeFile(floor, target, specifier, floors) {
  if (!target) return `imports ${specifier}, which does not exist`;
  if (target.startsWith(`${floor.folder}/`) || floor.floors.includes(target)) return undefined;
  const owner = floors.find(({ folder }) => target.startsWith(`${folder}/`))?.folder;
  if (!owner) return `imports ${target}, which is on no floor`;
  return floor.floors.includes(owner) ? undefined : `imports ${target}: ${floor.folder} must not import ${owner}`;
}

/**
 * @param {import('./floors.mjs').Floor} floor
 * @param {string} specifier
 * @param {readonly import('./floors.mjs').Floor[]} floors
 */
function judgePackage(floor, specifier, floors) {
  if (isBuiltin(specifier)) {
    return floor.node ? undefined : `imports ${specifier}: ${floor.folder} must not use Node's own modules`;
  }
  if (floor.packages.some((allowed) => covers(allowed, specifier))) return undefined;
  if (floors.some(({ packages }) => packages.some((allowed) => covers(allowed, specifier)))) {
    return `imports ${specifier}: ${floor.folder} must not import that package`;
  }
  return `imports ${specifier}, a package that nobody has placed: add it to a floor in build/checks/floors.mjs`;
}

/**
 * @param {string} allowed
 * @param {string} specifier
 */
function covers(allowed, specifier) {
  if (allowed.endsWith('/*')) return specifier.startsWith(allowed.slice(0, -1));
  return specifier === allowed || specifier.startsWith(`${allowed}/`);
}

/**
 * What ships must have its place, too, imported or not.
 *
 * @param {string} root
 * @param {readonly import('./floors.mjs').Floor[]} floors
 */
function findUnplaced(root, floors) {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter(
      (name) =>
        !floors.some(({ packages }) => packages.some((allowed) => covers(allowed, name) || covers(name, allowed))),
    )
    .map(
      (name) =>
        `package.json depends on ${name}, a package that nobody has placed: add it to a floor in build/checks/floors.mjs`,
    );
}

/**
 * @param {string} file
 * @param {string} code
 */
function findReservedWords(file, code) {
  return RESERVED_WORDS.filter(
    ({ pattern, only, within }) => file.startsWith(`${within}/`) && !file.startsWith(only) && pattern.test(code),
  ).map(({ sentence }) => `${file}: ${sentence}`);
}

/** @param {string} root */
function findLongFiles(root) {
  return [...FLOOR_TREES, ...OTHER_TREES]
    .flatMap((tree) => listCode(root, tree))
    .flatMap((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
      return lines > LONGEST_FILE ? [`${file} has ${lines} lines; ${LONGEST_FILE} is the most (rule 8)`] : [];
    });
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths relative to the root, with forward slashes
 */
function listCode(root, folder) {
  if (!existsSync(path.join(root, folder)) || NOT_CODE_OF_OURS.includes(folder)) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listCode(root, inside);
    return CODE.test(entry.name) ? [inside] : [];
  });
}

/**
 * @param {string} root
 * @param {string} from
 * @param {string} specifier
 */
function resolveFile(root, from, specifier) {
  const base = path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, base.replace(/\.js$/, '.ts')];
  return candidates.find((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile());
}
