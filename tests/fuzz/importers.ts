/**
 * Throws broken files at the importers: `node tests/fuzz/importers.ts [count] [seed]`. Ends with 1 where one of them
 * made the importers throw, hang, or write what the store would not take, or where the store is not sound afterwards.
 */
import { fuzzImporters } from './fuzzImporters.ts';
import { watchRuns } from './watchRuns.ts';

const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
/** No file may keep its reader busy for longer. */
const mostMs = 5000;
/** Nor may one take more memory; all of them are read in this one process, whose peak is looked at. */
const mostMegabytes = 500;

const watcher = watchRuns('importers', seed, 20_000);

const start = performance.now();
const { runs, accepted, refused, slowest, faults: found } = await fuzzImporters(count, seed, watcher.beat);
await watcher.stop();
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
