/**
 * `npm run torture`: interrupts a restore at every operation, lets the power go at every operation of every use case, and
 * prints what was left. Each part is also done with one guard off, and must then be found wanting.
 */
import { type Interruption, statesOf } from './restoreStates.ts';
import { strictStates } from './strictStates.ts';

const restores: readonly (readonly [Interruption, string])[] = [
  ['kill', 'killed at the n-th operation'],
  ['fail', 'the disk fails at the n-th operation'],
  ['moveFirst', 'killed, with the old store moved away first (must be found wanting)'],
];

/** Where a guard is off, some of the states are enough to show it. */
const some = 9;
const powerLosses = [
  ['nothing', 'power lost, strict POSIX', 1],
  ['folders', 'power lost, folders never fsynced (must be found wanting)', some],
  ['files', 'power lost, files never fsynced (must be found wanting)', some],
] as const;

/** What each problem stands at; where it must be found wanting, one shows it. */
const shown = 20;

/** What was gone through before it came into the project; fewer would say less. */
const atLeast = { strict: 3960, ofRestore: 416 };

let isWrong = false;
let ofRestores = 0;
function tell(line: string, problems: readonly string[], mustBeWanting: boolean): void {
  process.stdout.write(`${line}\n`);
  for (const problem of problems.slice(0, mustBeWanting ? 1 : shown)) process.stdout.write(`  ${problem}\n`);
  isWrong ||= mustBeWanting !== problems.length > 0;
}

for (const [ignored, what, stride] of powerLosses) {
  const { states, ofRestore, bad } = await strictStates(ignored, stride);
  const counted = `${states} states (${ofRestore} of a restore)`;
  tell(`every use case, ${what}: ${counted}, ${bad.length} bad`, bad, ignored !== 'nothing');
  if (ignored !== 'nothing') continue;
  ofRestores += ofRestore;
  isWrong ||= states < atLeast.strict;
}
for (const [how, what] of restores) {
  const states = await statesOf(how);
  const bad = states.flatMap(({ at, problem }) => (problem === null ? [] : [`at ${at}: ${problem}`]));
  tell(`restore, ${what}: ${states.length} states, ${bad.length} without a whole store`, bad, how === 'moveFirst');
  if (how !== 'moveFirst') ofRestores += states.length;
}
process.stdout.write(`${ofRestores} states of a restore in all\n`);
isWrong ||= ofRestores < atLeast.ofRestore;
process.exitCode = isWrong ? 1 : 0;
