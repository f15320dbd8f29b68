/** The thread that checks words: what was meant by one may take a second to find, and the window waits for main. */
import { parentPort } from 'node:worker_threads';
import { checkSpelling } from './checkSpelling.ts';
import type { Answer, Question } from './speller.ts';

parentPort?.on('message', async ({ id, text }: Question) => {
  parentPort?.postMessage({ id, misspelt: await checkSpelling(text) } satisfies Answer);
});
