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

/** Starts the thread, so that it waits with its code loaded. */
export function openBeside(): void {
  thread ??= newThread();
}

/**
 * Has the second thread do something while this one goes on. Answers undefined where it cannot, for want of memory for
 * instance: then the caller does it here.
 */
export function askBeside<Task extends BesideTask>(
  task: Task,
  given: BesideTasks[Task]['given'],
): Promise<BesideTasks[Task]['answer'] | undefined> {
  openBeside();
  asked += 1;
  const request: BesideRequest = { id: asked, task, given };
  return new Promise((resolve) => {
    thread?.waiting.set(request.id, resolve as Answered);
    thread?.worker.ref();
    thread?.worker.postMessage(request);
  });
}

function newThread(): Thread {
  const worker = new Worker(threadFile(import.meta.url, '../besideThread.ts', 'beside'));
  const waiting = new Map<number, Answered>();
  const end = () => {
    if (thread?.worker === worker) thread = null;
    for (const answered of waiting.values()) answered(undefined);
    waiting.clear();
  };
  worker.on('error', end).on('exit', end).unref();
  worker.on('message', ({ id, answer }: BesideAnswer) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    // An idle thread keeps no process alive.
    if (waiting.size === 0) worker.unref();
  });
  return { worker, waiting };
}
