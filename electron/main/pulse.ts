/** Tells whether somebody who is asked again and again still answers. */
export interface Pulse {
  /** An answer came. */
  readonly beat: () => void;
  /** Begins anew, with somebody who has just started. */
  readonly reset: () => void;
  readonly stop: () => void;
}

const askEvery = 5_000;
/** Longer than anything that the engine does in one go on a slow machine, a purge of a large store aside. */
const silentFor = 60_000;

/**
 * Asks every five seconds. Where nothing came back for a minute, says so once; it says so again when an answer came
 * after all. A machine that slept is no silence: only questions that were asked count.
 */
export function startPulse(ask: () => void, onChange: (silent: boolean) => void): Pulse {
  let unanswered = 0;
  let silent = false;
  const set = (now: boolean) => {
    if (now !== silent) onChange(now);
    silent = now;
  };
  const timer = setInterval(() => {
    if (unanswered >= silentFor / askEvery) set(true);
    unanswered += 1;
    ask();
  }, askEvery);
  timer.unref();
  const reset = () => {
    unanswered = 0;
    silent = false;
  };
  return {
    beat: () => {
      unanswered = 0;
      set(false);
    },
    reset,
    stop: () => clearInterval(timer),
  };
}
