import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../shared/domain/foundation/steps.ts';

/** Milliseconds after which other calls get their turn. */
const slice = 20;

/** Does work step by step, with other calls answered in between; null where it was stopped on the way. */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    // First of all: whoever asked before is answered before.
    await setImmediate();
    if (signal.aborted) return null;
    const until = performance.now() + slice;
    do {
      const { done, value } = steps.next();
      if (done) return value as T;
    } while (performance.now() < until);
  }
}
