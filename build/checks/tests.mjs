import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, nodeBinary } from '../paths.mjs';
import { projectEnv, runVisibly } from '../spawn.mjs';

const REPORT = inProject('out/test/vitest.json');

/**
 * Runs the tests with vitest's own output and counts them from its report, not from its text.
 *
 * @param {{ args?: readonly string[], env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runTests({ args = [], env = {} } = {}) {
  process.stdout.write('\n── tests\n');
  mkdirSync(path.dirname(REPORT), { recursive: true });
  rmSync(REPORT, { force: true });
  const vitest = inProject('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const code = await runVisibly(nodeBinary, [vitest, 'run', ...reporters, ...args], { env: projectEnv(env) });
  return count(code);
}

/** @param {number} code vitest's exit code */
function count(code) {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  // A file that could not even be loaded holds no test to count.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    // An error outside any test fails the run, too.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
