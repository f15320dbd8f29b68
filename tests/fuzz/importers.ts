/**
 * Throws broken files at the importers: `node tests/fuzz/importers.ts [count] [seed]`. Ends with 1 where one of them
 * made the importers throw, hang, or write what the store would not take, or where the store is not sound afterwards.
 */
import { Worker } from 'node:worker_threads';
import { fuzzImporters } from './fuzzImporters.ts';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
/** No file may keep its reader busy for longer. */
const mostMs = 5000;
/** Nor may one take more memory; all of them are read in this one process, whose peak is looked at. */
const mostMegabytes = 500;

/** A parser that never ends would stop this thread's own clock, so another thread watches. */
const beat = new Int32Array(new SharedArrayBuffer(4));
const watch = `
  const { workerData } = require('node:worker_threads');
  let last = -1, since = Date.now();
  setInterval(() => {
    const now = Atomics.load(workerData, 0);
    if (now !== last) { last = now; since = Date.now(); return; }
    if (Date.now() - since < 20000) return;
    console.error('importers: run ' + (now - 1) + ' does not end (seed ${seed})');
    process.kill(process.pid, 'SIGKILL');
  }, 500);`;
const watcher = new Worker(watch, { eval: true, workerData: beat });

const start = performance.now();
const {
  runs,
  accepted,
  refused,
  slowest,
  faults: found,
} = await fuzzImporters(count, seed, () => Atomics.add(beat, 0, 1));
await watcher.terminate();
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const faults = [
  ...found,
  ...(slowest.ms > mostMs ? [`${slowest.run} took ${Math.round(slowest.ms)} ms`] : []),
  ...(megabytes > mostMegabytes ? [`the process took ${megabytes} MB at its peak`] : []),
];
for (const fault of faults) console.error(`importers: ${fault}`);
console.info(
  `importers: ${runs} broken files in ${seconds} s: ${accepted} read, ${refused} refused with a sentence, ${faults.length} faults; slowest ${Math.round(slowest.ms)} ms, ${megabytes} MB at most (seed ${seed})`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
