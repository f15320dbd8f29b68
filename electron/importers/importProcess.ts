/**
 * The importers' process: it reads what people bring (spreadsheets, test results, documents to look at) and writes
 * tables out. One job, then its parent ends it.
 */
import { answerJobs, type DisposableHost, type RunTask } from '../../shared/contract/answerJobs.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import type { ReadImportInput } from '../../shared/domain/importing/reading.ts';
import type { WriteTableInput } from '../../shared/domain/tables/table.ts';
import { keepWithin } from '../disposable/watchdog.ts';
import { mailAttachmentTask } from './preview/mailAttachment.ts';
import { previewTask } from './preview/preview.ts';
import { describeFileTask } from './properties/describeFile.ts';
import { readImport } from './readImport.ts';
import { writeTable } from './tables/writeTable.ts';

const tasks: Readonly<Record<string, RunTask>> = {
  readImport: (_, input, report) => readImport(input as ReadImportInput, report),
  writeTable: (_, input, report) => writeTable(input as WriteTableInput, report),

  describeFile: describeFileTask,
  preview: previewTask,
  mailAttachment: mailAttachmentTask,
};

function run(task: string, input: unknown, report: Parameters<RunTask>[2]) {
  const found = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  return found
    ? found(task, input, report)
    : Promise.resolve(fail('unexpected', `The importers know no task “${task}”.`, task));
}

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);
answerJobs(process as DisposableHost, run, keepWithin);
