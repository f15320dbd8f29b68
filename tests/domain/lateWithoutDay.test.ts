import { expect, it } from 'vitest';
import { type FactsInput, ruleOf } from '../fixtures/facts.ts';

/* A late addition of which only the decision has a day shares the finding of the scope, and that finding says so. */

const facts: FactsInput = {
  scopeDecisions: [{ body: 'CSC', on: '2025-05-01', sets: 'systems' }],
  modifications: [
    { reference: 'MP1', impacts: ['dccSystems'], status: 'approved' },
    { reference: 'MP2', impacts: ['dccSystems'], status: 'approved', lateAddition: { body: 'CSC', on: '2026-03-01' } },
  ] as never,
};
const said = (asOf: string) =>
  ruleOf('scope.system-12-months', facts, asOf).map(({ outcome, sentence }) => [outcome, sentence]);

it('is told beside the day that it shares', () => {
  expect(said('2026-03-02')).toEqual([
    [
      'met',
      "The systems' scope was set on 1 May 2025, 55 days in hand against 12 months before Go-Live (§4.3). MP2 was added late by the CSC on 1 March 2026, and shares this finding for want of a day of joining of its own.",
    ],
  ]);
});

it('is not told before it was added', () => {
  expect(said('2026-02-01')[0]?.[1]).not.toContain('MP2');
});
