import { fork } from 'node:child_process';
import type { DisposableProgram, DisposableReply } from '../../shared/contract/processMessages.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import { type RunDisposable, stoppedSentence } from './disposable.ts';
import { endedSentence, limitsOf, notAFile } from './jobLimits.ts';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Disposable processes in plain Node (CLI and tests): one fork for each job. */
export function nodeDisposable(entries: Readonly<Record<DisposableProgram, string>>): RunDisposable {
  return (job, { onProgress, signal }) =>
    new Promise<Result<unknown>>((resolve) => {
      const limits = limitsOf(job);
      const begun = Date.now();
      const refused = notAFile(job);
      if (refused) return resolve(refused);
      const child = fork(entries[job.program], [], {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      let settled = false;
      const settle = (result: Result<unknown>) => {
        if (settled) return;
        settled = true;
        signal.removeEventListener('abort', cancel);
        for (const name of endings) process.removeListener(name, endBoth);
        child.kill();
        resolve(result);
      };
      const cancel = () => settle(fail('cancelled', stoppedSentence));
      signal.addEventListener('abort', cancel);
      // A child that is busy hears of nothing: ended from outside, this process takes it along.
      const endBoth = (name: NodeJS.Signals) => {
        child.kill('SIGKILL');
        for (const each of endings) process.removeListener(each, endBoth);
        process.kill(process.pid, name);
      };
      for (const name of endings) process.on(name, endBoth);
      child.on('message', (message: DisposableReply) => {
        if (message.kind === 'progress') onProgress(message.report);
        else settle(message.result);
      });
      child.on('error', (error) =>
        settle(fail('renderFailed', `The process for this file did not start: ${error.message}.`)),
      );
      child.on('exit', () => settle(fail('renderFailed', endedSentence(job, limits, Date.now() - begun))));
      child.send({ ...job, limits });
    });
}
