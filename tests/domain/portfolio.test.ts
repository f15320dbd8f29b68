import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computePortfolio } from '../../shared/domain/portfolio/computePortfolio.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';

it('names whoever owes things to several releases on one day as people say it', () => {
  const asOf = calendarDate('2026-05-01');
  const planned = (name: string) => {
    const facts = factsWith({
      release: { name },
      meetings: [
        { body: 'CSC', on: '2026-06-10' },
        { body: 'TAG', on: '2026-05-12' },
      ],
      criteria: [{ reference: 'AC-01', text: 'Tested.', owner: 'DCC', bodies: ['TAG'] }],
    } as never);
    return { id: name, facts, plan: computePlan(snapshotOf(facts, asOf)) };
  };
  const sentences = computePortfolio([planned('One'), planned('Two')], asOf).clashes.map(({ sentence }) => sentence);
  expect(sentences).toContain('The CSC owes 2 things to One and Two by 10 June 2026.');
  expect(sentences).toContain('The TAG owes 2 things to One and Two by 12 May 2026.');
  expect(sentences).toContain('SECAS owes 2 things to One and Two by 12 May 2026.');
});
