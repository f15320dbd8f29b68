import { expect, it } from 'vitest';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { linesSaid } from './said.ts';

const said = (input: FactsInput, asOf = '2026-06-05') => linesSaid(packSnapshotOf(factsWith(input), asOf));

it('what left the scope and came back is not told to leave it, and what nobody decided is told as that', () => {
  const mp = { reference: 'MP180', inScope: true, removedFromScopeOn: '2026-02-01', addedToScopeOn: '2026-03-01' };
  const lines = said({ modifications: [{ ...mp, removalReason: 'was delayed' }] });
  const [row = ''] = lines.filter((line) => line.startsWith('MP180'));
  expect(row).toContain('in scope since 1 March 2026 · had left on 1 February 2026: was delayed');
  expect(lines).toContain('No decision on a late addition is recorded.');
  const [ahead = ''] = said({ modifications: [{ ...mp, removedFromScopeOn: '2026-08-01' }] }).filter((line) =>
    line.startsWith('MP180'),
  );
  expect(ahead).toContain('leaves on 1 August 2026');
});

it('of the decisions that accept a shortfall, those that accept nothing are marked', () => {
  const exception = (body: string, on: string) => ({
    rule: 'tad.published-6-months',
    subject: null,
    body,
    on,
    reference: `${body}-1`,
    reason: `By ${body}.`,
  });
  const exceptions = [exception('TAG', '2026-01-10'), exception('CSC', '2026-01-14'), exception('Panel', '2026-09-01')];
  const lines = said({
    modifications: [{ reference: 'MP1', impacts: ['dccSystems'], addedToScopeOn: '2025-06-01' }],
    tad: { versions: [{ version: '1.0', finalisedOn: '2026-02-01', publishedOn: '2026-02-01' }] },
    exceptions,
  } as never);
  const marked = (body: string) =>
    lines
      .filter((line) => line.includes(`By ${body}.`) && line.includes('|'))
      .map((line) => line.includes('covers nothing'));
  expect(marked('TAG')).toEqual([true]);
  expect(marked('CSC')).toEqual([false]);
  expect(marked('Panel')).toEqual([true]);
});
