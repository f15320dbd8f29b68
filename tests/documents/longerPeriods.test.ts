import { expect, it } from 'vitest';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { linesSaid } from './said.ts';

it('a lead time is called by the length that holds for the release on every page', () => {
  const lines = linesSaid(
    packSnapshotOf(
      factsWith({
        release: { slot: '2026-06', kind: 'system', goLive: { approvedDate: '2026-06-25' } },
        modifications: [{ reference: 'MP1', impacts: ['dccSystems'], status: 'approved' }],
        tad: { longerPeriods: { toTagMonths: 10, publishedMonths: 7 } },
      } as never),
      '2026-01-05',
    ),
  );
  const named = (months: string) =>
    lines.filter((line) => line.includes(`TAD issued to the TAG ${months} months before`));
  expect(named('nine')).toEqual([]);
  expect(named('ten').length).toBeGreaterThanOrEqual(2);
});
