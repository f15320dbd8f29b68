import type { ProgressReport } from '../../shared/contract/processMessages.ts';

/** Tells how far the work is; `fraction` from 0 to 1. */
export type Report = (text: string, fraction: number) => void;

/** Nobody reads faster, and every message costs the engine's attention. */
const EVERY_MS = 100;

/** Passes on at most ten reports a second, the first at once. */
export function throttled(send: (report: ProgressReport) => void): Report {
  let last = Number.NEGATIVE_INFINITY;
  return (text, fraction) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    send({ text, fraction: Math.max(0, Math.min(1, fraction)) });
  };
}
