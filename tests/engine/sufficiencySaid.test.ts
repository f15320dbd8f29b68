import { expect, it } from 'vitest';
import { sufficiencyLines } from '../../electron/cli/words.ts';
import { computeSufficiency } from '../../shared/domain/coverage/computeSufficiency.ts';
import { sufficiencyColumns } from '../../shared/domain/tables/coverageColumns.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';

it('says of a need that cannot be told that it is not recorded, and of one that lacks that it lacks', () => {
  const criteria = [{ reference: 'AC-01', text: 'It works.', needs: { minimumItems: 2, independent: true } }];
  const evidence = [{ reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted', independent: null }];
  const [one] = computeSufficiency(snapshotOf(factsWith({ criteria, evidence } as never), '2026-05-01'));
  if (!one) throw new Error('the criterion is judged');
  const unrecorded = 'it is not recorded whether EV-001 version 1 is independent';
  expect(sufficiencyLines(one).slice(1, 3)).toEqual([
    '    ✕ 2 accepted items: lacks 1 accepted item',
    `    ? an independent item: cannot tell, for ${unrecorded}`,
  ]);
  const cells = new Map(sufficiencyColumns.map(({ name, of }) => [name, of(one)]));
  expect([cells.get('Lacks'), cells.get('Not recorded')]).toEqual(['1 accepted item', unrecorded]);
});
