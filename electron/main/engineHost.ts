import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type {
  DisposableJob,
  DisposableReply,
  FromEngine,
  ProgressReport,
  StoreChange,
  ToEngine,
} from '../../shared/contract/processMessages.ts';
import { engineDown } from '../../shared/contract/windowMethods.ts';
import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { fail, type Result } from '../../shared/domain/foundation/result.ts';
import { createDisposables } from './disposables.ts';
import { openStoreKey } from './keychain.ts';
import { logBug, logNote } from './log.ts';
import { startPulse } from './pulse.ts';

export interface EngineHost {
  readonly call: (method: string, input: unknown, onProgress?: (report: ProgressReport) => void) => PendingCall;
  /** Ends the engine and starts it on another store. */
  readonly switchTo: (folder: string) => void;
  /** Starts the engine anew on the same store: after it ended too often, or where it does not answer. */
  readonly restart: () => void;
  readonly folder: () => string;
  readonly stop: () => void;
}

export interface PendingCall {
  readonly result: Promise<Result<unknown>>;
  readonly cancel: () => void;
}

export interface EngineEvents {
  readonly onChange: (change: StoreChange) => void;
  /** The engine ended by itself; `restarted` false: it ended too often and stays down until `restart`. */
  readonly onEnded: (restarted: boolean) => void;
  /** It has not answered for long, or answers again. */
  readonly onSilence: (silent: boolean) => void;
}

interface Waiting {
  readonly resolve: (result: Result<unknown>) => void;
  readonly onProgress: (report: ProgressReport) => void;
}

const stoppedSentence =
  'The engine stopped and was started again; everything that was saved is safe. Please try once more.';
const downSentence =
  'The engine keeps stopping and is not running; everything that was saved is safe. Start it again, or open another store.';
const mostRestarts = 3;
const restartWindow = 10_000;

const nothing = () => undefined;

/** An engine for one piece of long work beside the one that people work with; it does no upkeep of its own. */
export function startEngineAside(builtRoot: string, appVersion: string, folder: string): EngineHost {
  const events = { onChange: nothing, onEnded: nothing, onSilence: nothing };
  return startEngine(builtRoot, appVersion, folder, events, ['aside']);
}

/** Supervises the engine's process and forks the disposable ones for it; only main may start processes. */
export function startEngine(
  builtRoot: string,
  appVersion: string,
  folder: string,
  events: EngineEvents,
  more: readonly string[] = [],
): EngineHost {
  const waiting = new Map<number, Waiting>();
  const jobs = new Map<number, UtilityProcess>();
  const disposables = createDisposables(builtRoot);
  let restarts: number[] = [];
  let lastId = 0;
  let current = folder;
  let down = false;
  let child = fork();
  const pulse = startPulse(
    () => send({ kind: 'ping' }),
    (silent) => {
      if (!down) events.onSilence(silent);
    },
  );

  function fork(): UtilityProcess {
    const started = utilityProcess.fork(join(builtRoot, 'main', 'engine.js'), [current, appVersion, ...more], {
      serviceName: 'SEC Go-Live engine',
    });
    started.on('message', (message: FromEngine) => receive(message));
    started.on('exit', (code) => {
      if (started !== child) return;
      logNote(`The engine ended with code ${code}`);
      giveUpAll();
      restarts = [...restarts.filter((at) => at > Date.now() - restartWindow), Date.now()];
      const restarted = restarts.length <= mostRestarts;
      down = !restarted;
      if (restarted) child = fork();
      pulse.reset();
      events.onEnded(restarted);
    });
    // Before anything else is asked of it. Nobody waits for the answer: a key that is not the store's is not taken.
    const privateKey = openStoreKey(current);
    if (privateKey !== null) {
      lastId += 1;
      started.postMessage({
        kind: 'call',
        id: lastId,
        method: 'store.takeKey',
        input: { privateKey },
      } satisfies ToEngine);
    }
    return started;
  }

  function giveUpAll(): void {
    for (const { resolve } of waiting.values()) resolve(fail('engineStopped', stoppedSentence));
    waiting.clear();
    for (const job of jobs.values()) job.kill();
    jobs.clear();
  }

  function send(message: ToEngine): void {
    if (!down) child.postMessage(message);
  }

  function receive(message: FromEngine): void {
    switch (message.kind) {
      case 'answer':
        waiting.get(message.id)?.resolve(message.result);
        waiting.delete(message.id);
        return;
      case 'progress':
        waiting.get(message.id)?.onProgress(message.report);
        return;
      case 'pong':
        pulse.beat();
        return;
      case 'changed':
        events.onChange(message.change);
        return;
      case 'bug':
        logBug(message.text, message.id);
        return;
      case 'startProcess':
        startJob(message.id, message.job);
        return;
      case 'endProcess':
        jobs.get(message.id)?.kill();
        jobs.delete(message.id);
        return;
      default:
        assertNever(message);
    }
  }

  function startJob(id: number, job: DisposableJob): void {
    const started = disposables.start(job);
    jobs.set(id, started);
    started.on('message', (reply: DisposableReply) => send({ kind: 'processReply', id, reply }));
    started.on('exit', () => {
      if (jobs.delete(id)) send({ kind: 'processEnded', id });
    });
  }

  function start(): void {
    const old = child;
    giveUpAll();
    down = false;
    restarts = [];
    child = fork();
    pulse.reset();
    old.kill();
  }

  return {
    call: (method, input, onProgress = () => undefined) => {
      // Nobody is there who could answer: a call that waits would wait for ever.
      if (down)
        return { result: Promise.resolve(fail('engineStopped', downSentence, engineDown)), cancel: () => undefined };
      lastId += 1;
      const id = lastId;
      const result = new Promise<Result<unknown>>((resolve) => {
        waiting.set(id, { resolve, onProgress });
        send({ kind: 'call', id, method, input });
      });
      return { result, cancel: () => send({ kind: 'cancel', id }) };
    },
    switchTo: (next) => {
      current = next;
      start();
    },
    restart: start,
    folder: () => current,
    stop: () => {
      pulse.stop();
      disposables.endSpares();
      const old = child;
      child = { postMessage: () => undefined } as unknown as UtilityProcess;
      giveUpAll();
      old.kill();
    },
  };
}
