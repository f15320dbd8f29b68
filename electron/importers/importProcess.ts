/**
 * The importers' process: it reads what people bring (spreadsheets, test results, documents to look at) and writes
 * tables out. One job, then its parent ends it.
 */
import { answerJobs, type DisposableHost, type RunTask } from '../../shared/contract/answerJobs.ts';
import { fail } from '../../shared/domain/foundation/result.ts';

const tasks: Readonly<Record<string, RunTask>> = {};

answerJobs(process as DisposableHost, (task, input, report) => {
  const run = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  return run
    ? run(task, input, report)
    : Promise.resolve(fail('unexpected', `The importers know no task “${task}”.`, task));
});
