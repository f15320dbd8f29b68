/**
 * `npm run mutate`: changes each comparison of each rule, one at a time, and shows that a test fails. A change that no
 * test notices is listed, and the exit code is 1. Works in copies, never in the tree; takes minutes, so CI leaves it out.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { inProject } from './paths.mjs';

const RULES = 'shared/domain/rulebook/rules';
const COPIED = ['shared', 'tests/domain', 'tests/fixtures', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** What each comparison becomes: its neighbour at the boundary, or its opposite. */
const OTHER = { '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' };

/**
 * @typedef {{ file: string, line: number, start: number, end: number, from: string, to: string }} Mutant
 */

const only = process.argv[2];
const files = readdirSync(inProject(RULES)).filter((name) => name.endsWith('.ts') && (!only || name.includes(only)));
const mutants = files.flatMap((name) => mutantsOf(`${RULES}/${name}`));
say(`${mutants.length} comparisons in ${files.length} files of rules.`);

const queue = [...mutants];
/** @type {Mutant[]} */
const survivors = [];
let done = 0;
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
for (const mutant of survivors) say(`Nobody noticed: ${mutant.file}:${mutant.line} ${mutant.from} → ${mutant.to}`);
say(`${mutants.length - survivors.length} of ${mutants.length} changes fail a test.`);
process.exitCode = survivors.length === 0 ? 0 : 1;

async function work() {
  const copy = mkdtempSync(join(tmpdir(), 'sec-golive-mutate-'));
  try {
    for (const part of COPIED) cpSync(inProject(part), join(copy, part), { recursive: true });
    symlinkSync(inProject('node_modules'), join(copy, 'node_modules'));
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const path = join(copy, mutant.file);
      const source = readFileSync(path, 'utf8');
      writeFileSync(path, source.slice(0, mutant.start) + mutant.to + source.slice(mutant.end));
      if (await testsPass(copy)) survivors.push(mutant);
      writeFileSync(path, source);
      done += 1;
      if (done % 10 === 0) say(`${done} of ${mutants.length}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
function testsPass(folder) {
  const vitest = inProject('node_modules/vitest/vitest.mjs');
  // One process for all files: starting one for each would be most of the time.
  const shared = ['--no-isolate', '--maxWorkers', '1', '--bail', '1', '--reporter', 'dot'];
  const args = [vitest, 'run', '--project', 'domain-london', 'tests/domain/rules', ...shared];
  return new Promise((resolve) => {
    const run = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    run.on('exit', (code) => resolve(code === 0));
  });
}

/**
 * @param {string} file
 * @returns {Mutant[]}
 */
function mutantsOf(file) {
  const source = readFileSync(inProject(file), 'utf8');
  /** @type {Mutant[]} */
  const found = [];
  const visitor = new Visitor({
    BinaryExpression(node) {
      const to = OTHER[/** @type {keyof typeof OTHER} */ (node.operator)];
      if (!to) return;
      const start = source.indexOf(node.operator, node.left.end);
      const line = source.slice(0, start).split('\n').length;
      found.push({ file, line, start, end: start + node.operator.length, from: node.operator, to });
    },
  });
  visitor.visit(parseSync(file, source).program);
  return found;
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}
