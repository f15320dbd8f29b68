/**
 * The document process: one job, then its parent ends it. Huge or hostile input may kill it, and nothing but the job is
 * lost. Runs forked by Node (the CLI, tests) and as an Electron utility process (the window).
 */
import { answerJobs, type DisposableHost } from '../../shared/contract/answerJobs.ts';
import { appError } from '../../shared/domain/foundation/appError.ts';
import { err, type Result } from '../../shared/domain/foundation/result.ts';
import { keepWithin } from '../disposable/watchdog.ts';
import { comparePacks, readPack } from './comparePacks.ts';
import { exportPack, warmUp } from './exportPack.ts';
import { extractPack } from './extractPack.ts';
import type { Report } from './renderPack.ts';
import type { ComparePacksInput, ExportPackInput, ExtractPackInput, ReadPackInput, VerifyPackInput } from './tasks.ts';
import { inspectPack, verifyPack } from './verifyPack.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);
answerJobs(process as DisposableHost, run, keepWithin, ({ input }) => warmUp(input as ExportPackInput));

function run(task: string, input: unknown, report: Report): Promise<Result<unknown>> {
  switch (task) {
    case 'exportPack':
      return exportPack(input as ExportPackInput, report);
    case 'verifyPack':
      return verifyPack(input as VerifyPackInput, report);
    case 'inspectPack':
      return inspectPack(input as VerifyPackInput, report);
    case 'comparePacks':
      return comparePacks(input as ComparePacksInput, report);
    case 'readPack':
      return readPack(input as ReadPackInput);
    case 'extractPack':
      return extractPack(input as ExtractPackInput, report);
    default:
      return Promise.resolve(err(appError('unexpected', `The document process knows no task “${task}”.`)));
  }
}
