/**
 * The importers' process: it reads what people bring (spreadsheets, test results, documents to look at) and writes
 * tables out. One job, then its parent ends it.
 */
import { answerJobs, type DisposableHost } from '../../shared/contract/answerJobs.ts';
import { runnerOf } from '../../shared/contract/tasks.ts';
import { fail } from '../../shared/domain/foundation/result.ts';
import { keepWithin } from '../disposable/watchdog.ts';
import { mailAttachment } from './preview/mailAttachment.ts';
import { preview } from './preview/preview.ts';
import { describeFile } from './properties/describeFile.ts';
import { readImport } from './readImport.ts';
import { writeTable } from './tables/writeTable.ts';
import type { ImporterTasks } from './tasks.ts';

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);
answerJobs(
  process as DisposableHost,
  runnerOf<ImporterTasks>({ readImport, writeTable, describeFile, preview, mailAttachment }, (task) =>
    fail('unexpected', `The importers know no task “${task}”.`, task),
  ),
  keepWithin,
);
