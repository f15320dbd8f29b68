import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Misspelt } from '../../../shared/contract/spelling.ts';

export interface Question {
  readonly id: number;
  readonly text: string;
}

export interface Answer {
  readonly id: number;
  readonly misspelt: readonly Misspelt[];
}

/** Asks the thread that checks words, which is started with the first text. Where it fails, no word is called misspelt. */
export function createSpeller(builtRoot: string): (text: string) => Promise<readonly Misspelt[]> {
  const waiting = new Map<number, (misspelt: readonly Misspelt[]) => void>();
  let worker: Worker | null = null;
  let asked = 0;
  const settle = (id: number, misspelt: readonly Misspelt[]) => {
    waiting.get(id)?.(misspelt);
    waiting.delete(id);
  };
  const start = () => {
    const started = new Worker(join(builtRoot, 'main', 'speller.js'));
    started.unref();
    started.on('message', ({ id, misspelt }: Answer) => settle(id, misspelt));
    started.on('error', () => {
      worker = null;
      for (const id of [...waiting.keys()]) settle(id, []);
    });
    return started;
  };
  return (text) =>
    new Promise((resolve) => {
      const id = ++asked;
      waiting.set(id, resolve);
      worker ??= start();
      worker.postMessage({ id, text } satisfies Question);
    });
}
