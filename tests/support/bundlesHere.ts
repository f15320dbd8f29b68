import type { RunDisposable } from '../../electron/engine/disposable.ts';
import { bundleTasks } from '../../electron/exchange/openBundle.ts';

/** Opens bundles in the test's own process, where one test opens hundreds: what crosses is copied as between processes. */
export const bundlesHere: RunDisposable = async ({ task, input }, { onProgress }) => {
  const run = bundleTasks[task];
  if (!run) throw new Error(`There is no task “${task}”.`);
  return structuredClone(await run(task, structuredClone(input), onProgress));
};
