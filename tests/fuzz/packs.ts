/**
 * Throws changed packs at `pack verify`: `node tests/fuzz/packs.ts [count] [seed]`. Ends with 1 where one of them made
 * it throw or hang, or where it did not see, or not name, what was changed.
 */
import { fuzzPacks } from './fuzzPacks.ts';
import { watchRuns } from './watchRuns.ts';

const count = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
/** No file may keep its reader busy for longer. */
const mostMs = 5000;

const watcher = watchRuns('packs', seed, 30_000);

const start = performance.now();
const { runs, broken, named, slowest, faults: found } = await fuzzPacks(count, seed, watcher.beat);
await watcher.stop();
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const faults = [...found, ...(slowest.ms > mostMs ? [`${slowest.run} took ${Math.round(slowest.ms)} ms`] : [])];
for (const fault of faults) console.error(`packs: ${fault}`);
console.info(
  `packs: ${runs} changed packs in ${seconds} s: ${broken} with broken bytes, ${named} whose changed part was named, ${faults.length} faults; slowest ${Math.round(slowest.ms)} ms (seed ${seed})`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
