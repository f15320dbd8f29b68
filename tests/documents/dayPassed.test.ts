import { expect, it } from 'vitest';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { type FactsInput, factsWith, onlyOf } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

/* A day of Go-Live that has passed, where nobody recorded that it went live: told as past, and never as having happened. */

const facts: FactsInput = {
  release: { goLive: { approvedDate: '2026-06-25', latestPermittedDate: '2026-07-02' } },
  submissions: [{ on: '2026-06-10', meeting: '2026-06-17', presentedBy: ['SECAS', 'DCC'] }],
};

const packOf = (asOf: string, input: FactsInput = facts) => {
  const model = buildPackModel(packSnapshotOf(factsWith(input), asOf, { meeting: '2026-06-17' } as never));
  return { title: model.decision?.title, text: JSON.stringify(model).replaceAll('\u00a0', ' ') };
};

it('is asked about up to its day', () => {
  const { title, text } = packOf('2026-06-17');
  expect(title?.replaceAll('\u00a0', ' ')).toBe('Should the June 2026 SEC Release go live on Thursday 25 June 2026?');
  expect(text).toContain('The CSC is asked to agree');
  expect(text).not.toContain('passed');
});

it('is no question any more once it has passed', () => {
  const { title, text } = packOf('2026-07-10');
  expect(title?.replaceAll('\u00a0', ' ')).toBe(
    'The June 2026 SEC Release was to go live on Thursday 25 June 2026; that it did is not recorded.',
  );
  expect(text).not.toMatch(/Should the|is asked to agree/);
  expect(text).toContain('The CSC was asked to agree');
  expect(text).toContain('the CSC meeting of 17 June 2026, which has passed');
  expect(text).toContain('2 July 2026, which has passed.');
  expect(packOf('2026-07-01').text).not.toContain('2 July 2026, which has passed');
});

it('is told by its rule as what was to be', () => {
  expect(onlyOf('golive.rule-date', facts, '2026-07-10').sentence).toMatch(/^Go-Live was to be on 25 June 2026,/);
  expect(onlyOf('golive.rule-date', {}, '2026-07-10').sentence).toContain('stood provisionally');
});
