import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

interface Answer {
  readonly kind: string;
  readonly id: number;
  readonly result: { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly message: string } };
}

export interface Engine {
  readonly child: ChildProcess;
  /** Asks it; rejects where it refuses, or ends before it answers. */
  readonly call: <T>(method: string, input: object) => Promise<T>;
  /** Ends it as the task manager does, at once. */
  readonly end: () => Promise<void>;
}

/** An engine in a process of its own, on a store in `folder`. */
export function engineOf(built: string, folder: string): Engine {
  const child = fork(join(import.meta.dirname, 'engineChild.ts'), [built, folder, '0.1.0'], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let last = 0;
  const call = <T>(method: string, input: object) => {
    last += 1;
    const id = last;
    return new Promise<T>((resolve, reject) => {
      const hear = (message: Answer) => {
        if (message.kind !== 'answer' || message.id !== id) return;
        child.off('message', hear);
        const { ok, value, error } = message.result;
        if (ok) resolve(value as T);
        else reject(new Error(`${method}: ${error?.message}`));
      };
      child.on('message', hear);
      void gone.then(() => reject(new Error(`${method}: the engine ended`)));
      child.send({ kind: 'call', id, method, input });
    });
  };
  const end = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  return { child, call, end };
}
