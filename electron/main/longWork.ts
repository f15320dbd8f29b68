import type { InputOf, MethodName, OutputOf } from '../../shared/contract/engineMethods.ts';
import type { ProgressReport } from '../../shared/contract/processMessages.ts';
import type { Result } from '../../shared/domain/foundation/result.ts';
import type { EngineHost, PendingCall } from './engineHost.ts';

/** Calls that may take long: their progress is told to the window, and the person may stop them. */
export interface LongWork {
  readonly call: <Name extends MethodName>(
    method: Name,
    input: InputOf<Name>,
    onProgress?: (report: ProgressReport) => void,
  ) => Promise<Result<OutputOf<Name>>>;
  /** Whether the person stopped what was begun since. */
  readonly begin: () => { readonly stopped: () => boolean };
  readonly stop: () => void;
}

export function createLongWork(engine: EngineHost, tellProgress: (report: ProgressReport) => void): LongWork {
  const running = new Set<PendingCall>();
  let stops = 0;
  return {
    call: async (method, input, onProgress = tellProgress) => {
      const pending = engine.call(method, input, onProgress);
      running.add(pending);
      try {
        return (await pending.result) as Result<OutputOf<typeof method>>;
      } finally {
        running.delete(pending);
      }
    },
    begin: () => {
      const before = stops;
      return { stopped: () => stops > before };
    },
    stop: () => {
      stops += 1;
      // The latest first: what waits for one before it must not find its way free.
      for (const pending of [...running].reverse()) pending.cancel();
    },
  };
}
