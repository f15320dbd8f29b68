import { existsSync, readdirSync } from 'node:fs';
import { inProject, nodeBinary, projectRoot } from '../paths.mjs';
import { runQuietly } from '../spawn.mjs';
import { writeClassTypes } from './classTypes.mjs';

const AT_ONCE = 2;

/** Folders that are checked by themselves: each sees only the types of its own floor. */
function listFloors() {
  const within = (/** @type {string} */ parent) =>
    readdirSync(inProject(parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${parent}/${entry.name}`);
  return ['shared/domain', 'shared/contract', ...within('electron'), 'renderer', 'tests', 'build'];
}

/** @returns {Promise<import('./checks.mjs').CheckResult>} */
export async function checkTypes() {
  writeClassTypes();
  const floors = listFloors();
  const problems = floors
    .filter((floor) => !existsSync(inProject(floor, 'tsconfig.json')))
    .map((floor) => `${floor} has no tsconfig.json, so nobody checks its types.`);
  const queue = floors.filter((floor) => existsSync(inProject(floor, 'tsconfig.json')));
  const work = async () => {
    for (let floor = queue.shift(); floor; floor = queue.shift()) {
      const { code, output } = await tsc(floor);
      if (code !== 0) problems.push(`${floor}:\n${output.trim()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { ok: problems.length === 0, output: problems.join('\n') };
}

/** @param {string} floor */
function tsc(floor) {
  const cli = inProject('node_modules/typescript/bin/tsc');
  return runQuietly(nodeBinary, [cli, '--noEmit', '-p', inProject(floor, 'tsconfig.json')], { cwd: projectRoot });
}
