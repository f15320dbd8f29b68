import type { Stamps } from '../../electron/store/openStore.ts';

/** A clock and ids that count up, so that a test can say exactly what it expects. */
export function countingStamps(seed = 0): Stamps {
  let tick = seed * 1_000_000;
  return {
    now: () => {
      tick += 1;
      return new Date(Date.UTC(2026, 0, 1) + tick * 1000).toISOString();
    },
    newId: () => {
      tick += 1;
      return `00000000-0000-7000-8000-${String(tick).padStart(12, '0')}`;
    },
  };
}
