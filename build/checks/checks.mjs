import { inProject, nodeBinary, projectRoot } from '../paths.mjs';
import { seconds } from '../say.mjs';
import { runQuietly } from '../spawn.mjs';
import { checkLayers } from './layers.mjs';
import { checkStyles } from './styles.mjs';
import { checkTypes } from './types.mjs';

/**
 * @typedef {object} CheckResult
 * @property {boolean} ok
 * @property {string} output shown when it is not
 */

/** @type {readonly { name: string, run: () => Promise<CheckResult> }[]} */
const CHECKS = [
  { name: 'lint', run: () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--colors=off', '.']) },
  { name: 'types', run: checkTypes },
  { name: 'layers', run: runLayers },
  { name: 'styles', run: runStyles },
  {
    name: 'unused',
    run: () => tool('knip/bin/knip.js', ['--config', 'build/knip.json', '--no-progress', '--no-config-hints']),
  },
];

/**
 * Runs every check, also after one has failed.
 *
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
  let failed = 0;
  for (const { name, run } of CHECKS) {
    const began = Date.now();
    const { ok, output } = await run();
    if (!ok) failed += 1;
    process.stdout.write(`\n── ${name}: ${ok ? 'passed' : 'FAILED'} (${seconds(began)})\n`);
    if (!ok) process.stdout.write(`${output.trim()}\n`);
  }
  return { passed: CHECKS.length - failed, failed };
}

/**
 * @param {string} script inside node_modules
 * @param {readonly string[]} args
 * @returns {Promise<CheckResult>}
 */
async function tool(script, args) {
  const { code, output } = await runQuietly(nodeBinary, [inProject('node_modules', script), ...args]);
  return { ok: code === 0, output };
}

/** @returns {Promise<CheckResult>} */
async function runLayers() {
  const { problems } = checkLayers({ root: projectRoot });
  return { ok: problems.length === 0, output: problems.join('\n') };
}

/** @returns {Promise<CheckResult>} */
async function runStyles() {
  const { problems } = checkStyles({ root: projectRoot });
  return { ok: problems.length === 0, output: problems.join('\n') };
}
