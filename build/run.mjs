/**
 * The one entry behind every npm script: `node build/run.mjs <task> [args…]`.
 *
 * It starts on whatever Node the host has (20 or later), so what it imports at the top uses Node's built-ins only.
 * It installs what is missing; the tasks themselves (tasks.mjs) run on the project's own Node 24.
 */
import { fileURLToPath } from 'node:url';
import { nodeBinary } from './paths.mjs';
import { PlainStop, sayAloud, sayNothing } from './say.mjs';
import { runVisibly } from './spawn.mjs';
import { install } from './steps/install.mjs';

const OLDEST_NODE_FOR_TASKS = 24;
const [task = '', ...args] = process.argv.slice(2);

try {
  const say = task === 'golive' ? sayNothing : sayAloud;
  await install({ say });
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE_FOR_TASKS) {
    const { runTask } = await import('./tasks.mjs');
    process.exitCode = await runTask(task, args, { say });
  } else {
    process.exitCode = await runVisibly(nodeBinary, [fileURLToPath(import.meta.url), task, ...args]);
  }
} catch (error) {
  if (!(error instanceof PlainStop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
