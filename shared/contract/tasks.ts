import type { Result } from '../domain/foundation/result.ts';
import type { RunTask } from './answerJobs.ts';
import type { ProgressReport } from './processMessages.ts';

/** What one task of a disposable process takes and gives: plain data, paths and never contents. */
export interface Task<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** The tasks of one program, by name. */
type TaskMap<Own> = { readonly [Name in keyof Own]: Task<unknown, unknown> };

/** What does each of them. */
export type DoneTasks<Own extends TaskMap<Own>> = {
  readonly [Name in keyof Own]: (
    input: Own[Name]['input'],
    report: (progress: ProgressReport) => void,
  ) => Promise<Result<Own[Name]['output']>>;
};

/** Finds the task that a message asks for; whoever started the process speaks the same contract, so it is trusted. */
export function runnerOf<Own extends TaskMap<Own>>(
  tasks: DoneTasks<Own>,
  unknown: (task: string) => Result<never>,
): RunTask {
  return (task, input, report) =>
    Object.hasOwn(tasks, task)
      ? tasks[task as keyof Own](input as Own[keyof Own]['input'], report)
      : Promise.resolve(unknown(task));
}
