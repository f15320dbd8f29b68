import { describe, expect, it } from 'vitest';
import { type FactsInput, findingsOf, onlyOf } from '../../fixtures/facts.ts';

const system = { reference: 'MP1', impacts: ['dccSystems' as const], status: 'targeted' as const };
const inScope: FactsInput = { modifications: [system] };
const tad = (...versions: object[]): FactsInput => ({ ...inScope, tad: { versions } });
const both = (on: string) => ({ version: '1.0', finalisedOn: on, publishedOn: on });

describe('a Go-Live that moved', () => {
  const moved = (to: string, on: string): FactsInput => ({
    ...tad(both('2025-12-27')),
    release: {
      goLive: {
        approvedDate: to,
        approvedBy: 'CSC',
        approvedOn: on,
        changes: [{ from: '2026-06-25', to, by: 'CSC', on, reason: 'Testing' }],
      },
    },
  });

  it('is told against both dates', () => {
    expect(onlyOf('tad.published-6-months', moved('2026-07-16', '2026-02-11'), '2026-05-01')).toMatchObject({
      outcome: 'met',
      slackDays: 20,
      sentence:
        'The TAD was published on 27 December 2025; due six months before Go-Live (§5.1): 20 days in hand against 16 July 2026; 2 days short against 25 June 2026, then in force.',
    });
  });

  it('is not told against a date that was no longer in force', () => {
    expect(onlyOf('tad.published-6-months', moved('2026-07-16', '2025-12-20'), '2026-05-01').sentence).toBe(
      'The TAD was published on 27 December 2025, 20 days in hand against six months before Go-Live (§5.1).',
    );
  });

  it('has not moved yet before the day of the decision', () => {
    expect(onlyOf('tad.published-6-months', moved('2026-07-16', '2026-02-11'), '2026-02-10')).toMatchObject({
      outcome: 'notMet',
      slackDays: -2,
    });
  });
});

describe('a changed rulebook', () => {
  it('changes severities and lists what was changed', () => {
    const changes = [
      {
        what: 'severity' as const,
        rule: 'tad.published-6-months',
        severity: 'blocker' as const,
        reason: 'Agreed with the CSC',
      },
    ];
    const found = findingsOf(tad(both('2025-12-27')), '2026-05-01', { rulebook: { changes, paperDeadlines: [] } });
    expect(found.find((finding) => finding.rule === 'tad.published-6-months')?.severity).toBe('blocker');
  });
});
