/** The bundles' process: it opens and unpacks what others sent. One job, then its parent ends it. */
import { answerJobs, type DisposableHost } from '../../shared/contract/answerJobs.ts';
import { runnerOf } from '../../shared/contract/tasks.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { keepWithin } from '../disposable/watchdog.ts';
import { bundleTasks } from './openBundle.ts';
import type { BundleTasks } from './tasks.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);
answerJobs(
  process as DisposableHost,
  runnerOf<BundleTasks>(bundleTasks, (task) =>
    fail('unexpected', `The process for bundles knows no task “${task}”.`, task),
  ),
  keepWithin,
);
