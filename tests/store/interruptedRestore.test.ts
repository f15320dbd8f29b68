import { describe, expect, it } from 'vitest';
import { statesOf } from '../torture/restoreStates.ts';

/** Some of the states; `npm run torture` goes through all of them. */
const stride = 12;

describe('a restore that is interrupted', () => {
  it.each(['kill', 'fail'] as const)('leaves the old store whole or the new one whole: %s', async (how) => {
    const states = await statesOf(how, stride);
    expect(states.length).toBeGreaterThan(4);
    expect(states.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(states.at(-1)?.end).toBe('done');
  });
});
