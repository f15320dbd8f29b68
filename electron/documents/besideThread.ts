/**
 * The second thread of the document process. A large pack keeps one processor busy for seconds while another has nothing
 * to do; what hangs on nothing else is done here, by the same code, to the same bytes.
 */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { BesideAnswer, BesideRequest, BesideTask, BesideTasks } from './beside/besideTask.ts';
import { countWordsOfPages } from './check/countWordsOfPages.ts';
import { deflate } from './pdf/deterministicDeflate.ts';
import { loadPdfium } from './pdfium/library.ts';

type Doing = {
  readonly [Task in BesideTask]: (given: BesideTasks[Task]['given']) => Promise<BesideTasks[Task]['answer']>;
};

const doing: Doing = {
  deflate: async (bytes) => deflate(bytes),
  openReader: async () => {
    await loadPdfium();
    return true;
  },
  countWords: async ({ path, from, to }) => countWordsOfPages(await loadPdfium(), readFileSync(path), from, to),
};

parentPort?.on('message', async ({ id, task, given }: BesideRequest) => {
  const answer = await (doing[task] as (given: unknown) => Promise<BesideAnswer['answer']>)(given).catch(
    () => undefined,
  );
  parentPort?.postMessage({ id, answer } satisfies BesideAnswer);
});

// What cannot be read cannot be answered: whoever waits is told that by the end.
parentPort?.on('messageerror', () => process.exit(1));
