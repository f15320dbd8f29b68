/**
 * The document process: one job, then its parent ends it. Huge or hostile input may kill it, and nothing but the job is
 * lost. Runs forked by Node (the CLI, tests) and as an Electron utility process (the window).
 */
import { answerJobs, type DisposableHost } from '../../shared/contract/answerJobs.ts';
import { runnerOf } from '../../shared/contract/tasks.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { keepWithin } from '../disposable/watchdog.ts';
import { comparePacks, readPack } from './comparePacks.ts';
import { exportPack, warmUp } from './exportPack.ts';
import { exportReport } from './exportReport.ts';
import { extractPack } from './extractPack.ts';
import { readComments } from './readComments.ts';
import { readPaper } from './readPaper.ts';
import type { DocumentTasks, ExportPackInput } from './tasks.ts';
import { inspectPack, verifyPack } from './verifyPack.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);
answerJobs(
  process as DisposableHost,
  runnerOf<DocumentTasks>(
    { exportPack, exportReport, verifyPack, inspectPack, comparePacks, readPack, extractPack, readPaper, readComments },
    (task) => fail('unexpected', `The document process knows no task “${task}”.`),
  ),
  keepWithin,
  ({ input }) => {
    warmUp(input as ExportPackInput).catch(() => undefined);
  },
);
