import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';
import { PlainStop } from '../say.mjs';
import { runTests } from './tests.mjs';

/**
 * Runs every property from seeds that were not tried before, and says with which one a property fell.
 *
 * @param {readonly string[]} args how many rounds; one where none is named
 * @returns {Promise<number>} the exit code
 */
export async function explore([rounds = '1']) {
  if (!/^[1-9]\d*$/.test(rounds)) throw new PlainStop(`“${rounds}” is no number of rounds. Try: npm run explore -- 10`);
  const files = filesWithProperties();
  const fell = [];
  for (let round = 1; round <= Number(rounds); round += 1) {
    const seed = String(randomInt(2 ** 31));
    process.stdout.write(`\nround ${round} of ${rounds}, SEC_GOLIVE_SEED=${seed}\n`);
    const args = ['--project=fast', '--project=together', '--project=domain-london', ...files];
    const { failed } = await runTests({ args, env: { SEC_GOLIVE_SEED: seed } });
    if (failed > 0) fell.push(seed);
  }
  process.stdout.write(`\n${Number(rounds) - fell.length} passed, ${fell.length} failed\n`);
  for (const seed of fell) process.stdout.write(`Again: SEC_GOLIVE_SEED=${seed} npm run ready\n`);
  return fell.length > 0 ? 1 : 0;
}

/** The files of tests that try things at random. */
function filesWithProperties() {
  const all = readdirSync(inProject('tests'), { recursive: true, encoding: 'utf8' });
  return all
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.join('tests', name))
    .filter((name) => readFileSync(inProject(name), 'utf8').includes('support/properties.ts'));
}
