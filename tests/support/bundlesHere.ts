import type { RunDisposable } from '../../electron/engine/disposable.ts';
import { bundleTasks } from '../../electron/exchange/openBundle.ts';
import type { BundleTasks } from '../../electron/exchange/tasks.ts';
import { runnerOf } from '../../shared/contract/tasks.ts';

const run = runnerOf<BundleTasks>(bundleTasks, (task) => {
  throw new Error(`There is no task “${task}”.`);
});

/** Opens bundles in the test's own process, where one test opens hundreds: what crosses is copied as between processes. */
export const bundlesHere: RunDisposable = async ({ task, input }, { onProgress }) => {
  return structuredClone(await run(task, structuredClone(input), onProgress));
};
