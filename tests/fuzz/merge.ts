/**
 * Lets stores live and exchange at random: `node tests/fuzz/merge.ts [count] [seed]`; one life in twenty, and at least a
 * thousand, with Automerge as referee. Ends with 1 where two of them did not come to the same, told of a conflict twice,
 * lost a write, or kept others than Automerge.
 */
import { CausalHistory } from '../exchange/causalHistory.ts';
import { RefereedHistory } from '../exchange/refereedHistory.ts';
import { runSchedule } from '../exchange/schedules.ts';
import { randomFrom } from './mutate.ts';

const count = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 1);

const refereed = Math.max(1000, Math.floor(count / 20));
const lives = (run: number) => ({
  newHistory: () => (run < refereed ? new RefereedHistory() : new CausalHistory()),
  undoes: true,
});

const start = performance.now();
let faults = 0;
for (let run = 0; run < count && faults < 10; run += 1) {
  const random = randomFrom(seed * 1_000_003 + run);
  const fault = runSchedule(random, 10 + Math.floor(random() * 60), lives(run));
  if (fault === null) continue;
  faults += 1;
  console.error(`merge: schedule ${run} (seed ${seed}): ${fault.slice(0, 1000)}`);
}
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const judged = `${Math.min(refereed, count)} of them refereed by Automerge`;
console.info(`merge: ${count} schedules, ${judged}, in ${seconds} s, ${faults} faults (seed ${seed})`);
process.exitCode = faults === 0 ? 0 : 1;
