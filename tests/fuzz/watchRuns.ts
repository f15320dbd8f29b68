import { Worker } from 'node:worker_threads';

/**
 * Ends this process where a run of a fuzz does not end: a reader that loops for ever would stop this thread's own clock,
 * so another thread watches.
 *
 * @param what the fuzz, and how it is run again: `packs`, seed 7
 * @param mostMs how long no run may go on
 * @returns `beat` says that a run has begun
 */
export function watchRuns(what: string, seed: number, mostMs: number) {
  const runs = new Int32Array(new SharedArrayBuffer(4));
  const watch = `
  const { workerData } = require('node:worker_threads');
  let last = -1, since = Date.now();
  setInterval(() => {
    const now = Atomics.load(workerData, 0);
    if (now !== last) { last = now; since = Date.now(); return; }
    if (Date.now() - since < ${mostMs}) return;
    console.error('${what}: run ' + (now - 1) + ' does not end (seed ${seed})');
    process.kill(process.pid, 'SIGKILL');
  }, 500);`;
  const watcher = new Worker(watch, { eval: true, workerData: runs });
  return { beat: () => void Atomics.add(runs, 0, 1), stop: () => watcher.terminate() };
}
