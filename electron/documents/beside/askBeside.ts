import { Worker } from 'node:worker_threads';
import type { BesideAnswer, BesideRequest, BesideTask, BesideTasks } from './besideTask.ts';
import { threadFile } from './threadFile.ts';

type Answered = (answer: BesideAnswer['answer']) => void;

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Answered>;
}

let thread: Thread | null = null;
let asked = 0;
/** How often a thread ended that was asked for something. */
let ended = 0;

/** After so many, this machine has none to give. */
const ENOUGH = 3;

/**
 * Has the second thread do something while this one goes on. Answers undefined where it cannot, for want of memory for
 * instance: then the caller does it here. Never rejects.
 */
export function askBeside<Task extends BesideTask>(
  task: Task,
  given: BesideTasks[Task]['given'],
): Promise<BesideTasks[Task]['answer'] | undefined> {
  if (ended >= ENOUGH) return Promise.resolve(undefined);
  asked += 1;
  const request: BesideRequest = { id: asked, task, given };
  return new Promise((resolve) => {
    try {
      thread ??= newThread();
      thread.worker.postMessage(request);
    } catch {
      resolve(undefined);
      return;
    }
    thread.waiting.set(request.id, resolve as Answered);
    thread.worker.ref();
  });
}

/** @throws where its program is missing, or the system gives no thread */
function newThread(): Thread {
  const worker = new Worker(threadFile(import.meta.url, '../besideThread.ts', 'beside'));
  const waiting = new Map<number, Answered>();
  const end = () => {
    if (thread?.worker !== worker) return;
    thread = null;
    if (waiting.size > 0) ended += 1;
    for (const answered of waiting.values()) answered(undefined);
    waiting.clear();
  };
  // An answer that cannot be read would be waited for without end.
  const giveUp = () => {
    end();
    void worker.terminate();
  };
  worker.on('error', end).on('exit', end).on('messageerror', giveUp).unref();
  worker.on('message', ({ id, answer }: BesideAnswer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    // An idle thread keeps no process alive.
    if (waiting.size === 0) worker.unref();
  });
  return { worker, waiting };
}
