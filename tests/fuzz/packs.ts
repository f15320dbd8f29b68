/**
 * Throws changed packs at `pack verify`: `node tests/fuzz/packs.ts [count] [seed]`. Ends with 1 where one of them made
 * it throw or hang, or where it did not see, or not name, what was changed.
 */
import { Worker } from 'node:worker_threads';
import { fuzzPacks } from './fuzzPacks.ts';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
/** No file may keep its reader busy for longer. */
const mostMs = 5000;

/** A reader that never ends would stop this thread's own clock, so another thread watches. */
const beat = new Int32Array(new SharedArrayBuffer(4));
const watch = `
  const { workerData } = require('node:worker_threads');
  let last = -1, since = Date.now();
  setInterval(() => {
    const now = Atomics.load(workerData, 0);
    if (now !== last) { last = now; since = Date.now(); return; }
    if (Date.now() - since < 30000) return;
    console.error('packs: run ' + (now - 1) + ' does not end (seed ${seed})');
    process.kill(process.pid, 'SIGKILL');
  }, 500);`;
const watcher = new Worker(watch, { eval: true, workerData: beat });

const start = performance.now();
const { runs, broken, named, slowest, faults: found } = await fuzzPacks(count, seed, () => Atomics.add(beat, 0, 1));
await watcher.terminate();
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const faults = [...found, ...(slowest.ms > mostMs ? [`${slowest.run} took ${Math.round(slowest.ms)} ms`] : [])];
for (const fault of faults) console.error(`packs: ${fault}`);
console.info(
  `packs: ${runs} changed packs in ${seconds} s: ${broken} with broken bytes, ${named} whose changed part was named, ${faults.length} faults; slowest ${Math.round(slowest.ms)} ms (seed ${seed})`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
