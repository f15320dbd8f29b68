import { describe, expect, it } from 'vitest';
import { alsoSaid } from '../../renderer/fields/alsoSaid.ts';

describe('what a typed value says besides', () => {
  it.each([
    ['a reason decides that no body is asked', null, 'SECAS publishes them.', { bodies: [] }],
    ['bodies that are named stay', ['TAG'], 'SECAS publishes them.', {}],
    ['that none is asked stays', [], 'SECAS publishes them.', {}],
    ['a reason that is taken out decides nothing', null, null, {}],
  ])('%s', (_, bodies, reason, also) => {
    expect(alsoSaid('criterion', { bodies }, 'bodiesReason', reason)).toEqual(also);
  });

  it('bodies that are taken out beside a reason are none, and without one undecided', () => {
    const beside = (bodiesReason: string | null) =>
      alsoSaid('criterion', { bodies: ['TAG'], bodiesReason }, 'bodies', null);
    expect([beside('SECAS publishes them.'), beside(null)]).toEqual([{ bodies: [] }, {}]);
  });

  it('of other fields, and of other kinds, nothing', () => {
    expect(alsoSaid('criterion', { bodies: null }, 'rationale', 'Said.')).toEqual({});
    expect(alsoSaid('risk', {}, 'bodiesReason', 'Said.')).toEqual({});
  });
});
