/** `npm run torture`: interrupts a restore at every operation, and prints what each interruption left. */
import { type Interruption, statesOf } from './restoreStates.ts';

const table: readonly (readonly [Interruption, string])[] = [
  ['kill', 'killed at the n-th operation'],
  ['fail', 'the disk fails at the n-th operation'],
  ['moveFirst', 'killed, with the old store moved away first (must be found wanting)'],
];

let isWrong = false;
for (const [how, what] of table) {
  const states = await statesOf(how);
  const bad = states.filter(({ problem }) => problem !== null);
  process.stdout.write(`restore, ${what}: ${states.length} states, ${bad.length} without a whole store\n`);
  for (const { at, problem } of bad) process.stdout.write(`  at ${at}: ${problem}\n`);
  isWrong ||= (how === 'moveFirst') !== bad.length > 0;
}
process.exitCode = isWrong ? 1 : 0;
