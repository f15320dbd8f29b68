import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import { engineMethods, isMethodName } from '../../shared/contract/engineMethods.ts';
import { isMainMethodName, mainMethods } from '../../shared/contract/windowMethods.ts';
import { appError, sayInWindow } from '../../shared/domain/foundation/appError.ts';
import { findUnplain } from '../../shared/domain/foundation/plainValue.ts';
import { err, fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import type { EngineHost } from './engineHost.ts';
import { logBug } from './log.ts';
import type { MainVerbs } from './mainVerb.ts';

export interface IpcOptions {
  readonly engine: EngineHost;
  readonly verbs: MainVerbs;
  /** Whether the sender is our own page in our own window. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
}

/** The only place that answers the window: sender and input are checked on every call, and errors travel as values. */
export function answerWindow({ engine, verbs, isTrusted }: IpcOptions): void {
  const guarded =
    (handler: (...args: unknown[]) => Promise<Result<unknown>>) =>
    async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Result<unknown>> => {
      if (!isTrusted(event)) return fail('notAllowed', 'This call does not come from the app’s own window.');
      try {
        const answered = await handler(...args);
        return answered.ok ? answered : err(sayInWindow(answered.error));
      } catch (error) {
        return fail(
          'unexpected',
          `Something went wrong inside the app; look at how things are now before you try again. The log names it ${logBug(error)}.`,
        );
      }
    };

  ipcMain.handle(
    channels.call,
    guarded(async (method, input) => {
      if (!isMethodName(method) || engineMethods[method].reach !== 'window') {
        return fail('notAllowed', `The window may not call “${String(method)}”.`);
      }
      const parsed = engineMethods[method].input.safeParse(input);
      return parsed.success ? engine.call(method, parsed.data).result : refused(method, parsed.error, input);
    }),
  );

  ipcMain.handle(
    channels.ask,
    guarded(async (method, input) => {
      if (!isMainMethodName(method)) return fail('notAllowed', `The window may not ask for “${String(method)}”.`);
      const parsed = mainMethods[method].input.safeParse(input);
      if (!parsed.success) return refused(method, parsed.error, input);
      return verbs[method](parsed.data as never);
    }),
  );

  ipcMain.handle(
    channels.drop,
    guarded(async (paths, input) => {
      const parsed = mainMethods['evidence.attach'].input.safeParse(input);
      if (!parsed.success) return refused(channels.drop, parsed.error, input);
      return arePaths(paths) ? verbs.attachPaths(paths, parsed.data) : notAFile;
    }),
  );

  ipcMain.handle(
    channels.hold,
    guarded(async (paths) => (arePaths(paths) ? ok(paths.map(verbs.holdPath)) : notAFile)),
  );
}

const notAFile = fail('invalidInput', 'What was dropped is not a file of this machine; save it first, then drop it.');

function arePaths(paths: unknown): paths is readonly string[] {
  return Array.isArray(paths) && paths.every((path) => typeof path === 'string' && path !== '');
}

function refused(method: string, error: Parameters<typeof describeProblem>[0], input: unknown): Result<never> {
  const unplain = findUnplain(input);
  if (unplain) return fail('invalidInput', `In ${method}, ${unplain.where || 'the input'} ${unplain.what}.`);
  const problem = describeProblem(error, input);
  return err(appError('invalidInput', `In ${method}, ${problem.where || 'the input'} ${problem.what}.`, problem.where));
}
