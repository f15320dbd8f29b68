import { describe, expect, it } from 'vitest';
import { type FactsInput, onlyOf, ruleOf } from '../fixtures/facts.ts';

/* "A later change has not happened yet": what a modification fell out with later says nothing of the days before. */

const fallsOut = (more: object): FactsInput => ({
  modifications: [
    {
      reference: 'MP1',
      impacts: ['dccSystems'],
      addedToScopeOn: '2025-06-01',
      removedFromScopeOn: '2026-06-01',
      removalReason: 'Delayed.',
      inScope: false,
      ...more,
    },
  ] as never,
});
const approved = fallsOut({ status: 'delayed', approvedOn: '2026-02-01' });
const notices = (facts: FactsInput, asOf: string) =>
  ruleOf('publication.kept', facts, asOf).flatMap(({ sentence }) => (sentence.includes('MP1') ? [sentence] : []));

describe('a modification that was approved and fell out later', () => {
  it('is approved on the days before', () => {
    expect(onlyOf('rid.exists', approved, '2026-05-15')).toMatchObject({ outcome: 'notMet' });
    expect(onlyOf('scope.approved', approved, '2026-05-15')).toMatchObject({
      outcome: 'met',
      sentence: 'MP1: approved on 1 February 2026, before Go-Live (§2).',
    });
    expect(notices(approved, '2026-05-15')).toEqual([
      'MP1: no date is recorded on which its approval was notified (§6).',
    ]);
  });

  it('awaits nothing from that day on', () => {
    expect(onlyOf('scope.approved', approved, '2026-06-01').outcome).toBe('notApplicable');
    expect(onlyOf('rid.exists', approved, '2026-06-01').outcome).toBe('notApplicable');
  });
});

describe('a modification that fell out later, and of which no approval is recorded', () => {
  const never = fallsOut({ status: 'withdrawn', latestApprovalOn: '2026-05-01' });

  it('awaits its approval on the days before', () => {
    expect(onlyOf('scope.approved', never, '2026-04-15')).toMatchObject({ outcome: 'notDue', subject: 'MP1' });
    expect(onlyOf('scope.latest-approval', never, '2026-05-15')).toMatchObject({ outcome: 'notMet', subject: 'MP1' });
    expect(onlyOf('rid.exists', never, '2026-05-15').outcome).toBe('notApplicable');
  });
});
