import type { RunDisposable } from '../../electron/engine/disposable.ts';
import { runPrograms } from './engine.ts';

/** Runs each job as the app does, and after the next one of that task whatever somebody else did while it ran. */
export function meanwhileIn(task: string) {
  let next: (() => Promise<unknown>) | null = null;
  const runDisposable: RunDisposable = async (job, options) => {
    const deed = job.task === task ? next : null;
    if (deed) next = null;
    const done = await runPrograms(job, options);
    await deed?.();
    return done;
  };
  return {
    runDisposable,
    meanwhile: (deed: () => Promise<unknown>) => {
      next = deed;
    },
  };
}
