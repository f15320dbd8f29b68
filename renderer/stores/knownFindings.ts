import type { Changed } from '../../shared/contract/record.ts';
import type { Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { mergeDifference } from '../../shared/domain/readiness/readinessDifference.ts';

/** The findings that the window was told last, by what the engine calls them. */
export interface KnownFindings {
  readonly hold: (state: string, readiness: Readiness) => void;
  /** The findings after a change; null: it tells a difference to what is not known here, or none at all. */
  readonly after: (changed: Pick<Changed, 'readiness' | 'difference' | 'state'>) => Readiness | null;
}

/** The release itself was taken away, so that there is nothing left to judge. */
export function isGone({ readiness, difference }: Changed): boolean {
  return readiness === null && difference === undefined;
}

/** Changes that were sent before the answer to an earlier one came tell a difference to what was known then. */
const mostHeld = 8;

export function createKnownFindings(): KnownFindings {
  const states = new Map<string, Readiness>();
  const hold: KnownFindings['hold'] = (state, readiness) => {
    states.set(state, readiness);
    for (const oldest of [...states.keys()].slice(0, Math.max(0, states.size - mostHeld))) states.delete(oldest);
  };
  const merged = ({ base, ...difference }: NonNullable<Changed['difference']>) => {
    const known = states.get(base);
    return known ? mergeDifference(known, difference) : null;
  };
  return {
    hold,
    after: ({ readiness, difference, state }) => {
      const after = difference ? merged(difference) : readiness;
      if (after && state !== undefined) hold(state, after);
      return after;
    },
  };
}
