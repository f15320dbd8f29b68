import { appError } from '../domain/foundation/appError.ts';
import { err, type Result } from '../domain/foundation/result.ts';
import type { DisposableJob, DisposableReply, ExpectedJob, JobLimits, ProgressReport } from './processMessages.ts';

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
}

/** As much of `process` as a disposable program needs: forked by Node it has `send`, by Electron a parent port. */
export interface DisposableHost {
  readonly parentPort?: ParentPort;
  readonly send?: (message: unknown) => unknown;
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown;
}

/** Does one task, and tells how far it is. */
export type RunTask = (
  task: string,
  input: unknown,
  report: (progress: ProgressReport) => void,
) => Promise<Result<unknown>>;

/**
 * The life of a disposable program: it takes a job, answers, and is ended by its parent. A fault becomes one sentence;
 * hostile or huge input may kill the process, and nothing but the job is lost. `keepWithin` holds it to its limits;
 * `prepare` is done while it waits.
 */
export function answerJobs(
  host: DisposableHost,
  run: RunTask,
  keepWithin: (limits: JobLimits) => void,
  prepare: (expected: DisposableJob) => void = () => undefined,
): void {
  const send = (reply: DisposableReply) => {
    if (host.parentPort) host.parentPort.postMessage(reply);
    else host.send?.(reply);
  };
  const answer = async (job: DisposableJob) => {
    const { task, input } = job;
    let result: Result<unknown>;
    try {
      result = await run(task, input, (report) => send({ kind: 'progress', report }));
    } catch (error) {
      result = err(appError('renderFailed', `${faultOf(error)}; please report it.`, task));
    }
    send({ kind: 'done', result });
  };
  const receive = (message: unknown) => {
    const told = message as DisposableJob | ExpectedJob;
    if ('expected' in told) prepare(told.expected);
    else {
      if (told.limits) keepWithin(told.limits);
      void answer(told);
    }
  };
  if (host.parentPort) host.parentPort.on('message', ({ data }) => receive(data));
  else host.on('message', receive);
}

function faultOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The work stopped over a fault of the app (${reason.slice(0, 200)})`;
}
