import { Worker } from 'node:worker_threads';
import type { JobLimits } from '../../shared/contract/processMessages.ts';

const lookEvery = 100;

/**
 * Runs in a thread of its own, for the thread that does the work may never come back to listen: a file can keep it in a
 * loop. `rss` is the whole process's. A process whose parent ended belongs to nobody and ends too.
 */
const watching = `
const { workerData } = require('node:worker_threads');
const { parent, bytes, until } = workerData;
setInterval(() => {
  if (process.ppid !== parent || Date.now() > until || process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGKILL');
}, ${lookEvery});
`;

/** Ends this process as soon as it goes beyond these limits, or its parent is gone; whatever it is doing then. */
export function keepWithin({ bytes, milliseconds }: JobLimits): void {
  const workerData = { parent: process.ppid, bytes, until: Date.now() + milliseconds };
  new Worker(watching, { eval: true, workerData }).unref();
}
