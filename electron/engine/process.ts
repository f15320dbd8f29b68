/**
 * The engine inside the app: a utilityProcess that answers the main process over its parent port. The same engine runs
 * in plain Node for the CLI and the tests.
 */
import { isMethodName } from '../../shared/contract/engineMethods.ts';
import type { FromEngine, ToEngine } from '../../shared/contract/processMessages.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import { type RunDisposable, stoppedSentence } from './disposable.ts';
import { createEngine } from './engine.ts';
import { endedSentence, limitsOf, notAFile } from './jobLimits.ts';
import { keepUp } from './upkeep.ts';

/** What Electron gives a utilityProcess; declared here because this floor knows no Electron. */
interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: ToEngine }) => void) => void;
  readonly postMessage: (message: FromEngine) => void;
}

interface RunningJob {
  readonly onReply: (message: Extract<ToEngine, { kind: 'processReply' }>) => void;
  readonly onEnd: () => void;
}

// What the app writes is for its owner alone: files 0600, folders 0700.
process.umask(0o077);

const port = (process as unknown as { readonly parentPort: ParentPort }).parentPort;
const [folder, appVersion, aside] = process.argv.slice(2);
if (!folder || !appVersion) throw new Error('The engine needs a store folder and a version');

const jobs = new Map<number, RunningJob>();
const calls = new Map<number, AbortController>();
let lastJob = 0;

/** The main process alone may start processes: it forks one and passes its replies on. */
const runDisposable: RunDisposable = (job, { onProgress, signal }) =>
  new Promise((resolve) => {
    const refused = notAFile(job);
    if (refused) return resolve(refused);
    const limits = limitsOf(job);
    const begun = Date.now();
    lastJob += 1;
    const id = lastJob;
    const end = (result: Result<unknown>) => {
      if (!jobs.delete(id)) return;
      signal.removeEventListener('abort', cancel);
      port.postMessage({ kind: 'endProcess', id });
      resolve(result);
    };
    const cancel = () => end(fail('cancelled', stoppedSentence));
    signal.addEventListener('abort', cancel);
    jobs.set(id, {
      onReply: ({ reply }) => (reply.kind === 'progress' ? onProgress(reply.report) : end(reply.result)),
      onEnd: () => end(fail('renderFailed', endedSentence(job, limits, Date.now() - begun))),
    });
    port.postMessage({ kind: 'startProcess', id, job: { ...job, limits } });
  });

const logBug = (id: string, error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port.postMessage({ kind: 'bug', id, text });
};

const engine = createEngine({
  folder,
  appVersion,
  createStore: true,
  actor: null,
  runDisposable,
  logBug,
});

port.on('message', ({ data }) => {
  switch (data.kind) {
    case 'call':
      void answer(data.id, data.method, data.input);
      return;
    case 'cancel':
      calls.get(data.id)?.abort();
      return;
    case 'ping':
      port.postMessage({ kind: 'pong' });
      return;
    case 'processReply':
      jobs.get(data.id)?.onReply(data);
      return;
    case 'processEnded':
      jobs.get(data.id)?.onEnd();
      return;
    default:
      assertNever(data);
  }
});

if (aside === undefined) {
  keepUp(
    engine,
    (change) => port.postMessage({ kind: 'changed', change }),
    (error) => logBug('upkeep', error),
  );
}

async function answer(id: number, method: string, input: unknown): Promise<void> {
  const controller = new AbortController();
  calls.set(id, controller);
  const result = isMethodName(method)
    ? await engine.call(method, input, {
        signal: controller.signal,
        onProgress: (report) => port.postMessage({ kind: 'progress', id, report }),
      })
    : fail('usage', `The engine has no method “${method}”.`);
  calls.delete(id);
  port.postMessage({ kind: 'answer', id, result });
}
