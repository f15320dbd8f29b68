import { describe, expect, it } from 'vitest';
import { strictStates } from '../torture/strictStates.ts';

/** Some of the moments; `npm run torture` goes through all of them. */
const [some, few] = [30, 60];

describe('where the power goes, on a disk as strict as POSIX allows', () => {
  it('all that was acknowledged is there', async () => {
    const { states, bad } = await strictStates('nothing', some);
    expect(bad).toEqual([]);
    expect(states).toBeGreaterThan(40);
  });

  it.each(['folders', 'files'] as const)('it is not where %s are never fsynced', async (ignored) => {
    const { states, bad } = await strictStates(ignored, few);
    expect(bad.length).toBeGreaterThan(states / 2);
  });
});
