import type { ReadinessByRule } from '../../shared/domain/readiness/computeReadiness.ts';
import { newUuid } from './newUuid.ts';

/** Findings as they were told, and the last entry of the store that they rest on. */
export interface Held {
  readonly releaseId: string;
  readonly revision: number;
  readonly readiness: ReadinessByRule;
}

export type Named = Held & { readonly name: string };

/**
 * The findings that callers were told last, each by a name that nothing else ever had: not after an undo, a setting, another
 * day or another start of the engine. What is not held any more has no difference to it, and then everything is told.
 */
export interface Told {
  /** Holds what is being told, and gives its name. */
  readonly hold: (held: Held) => string;
  /** What is held by that name for that release. */
  readonly find: (name: string | null | undefined, releaseId: string) => Named | null;
  readonly clear: () => void;
}

/** As many as one window can be behind by: it sends a change before it has the answer to the last few. */
const mostHeld = 8;

export function createTold(): Told {
  const own = newUuid();
  const states = new Map<string, Held>();
  let count = 0;
  return {
    hold: (held) => {
      count += 1;
      const name = `${own}-${count}`;
      states.set(name, held);
      for (const oldest of [...states.keys()].slice(0, Math.max(0, states.size - mostHeld))) states.delete(oldest);
      return name;
    },
    find: (name, releaseId) => {
      const held = typeof name === 'string' ? states.get(name) : undefined;
      return typeof name === 'string' && held?.releaseId === releaseId ? { ...held, name } : null;
    },
    clear: () => states.clear(),
  };
}
