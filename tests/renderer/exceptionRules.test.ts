import { describe, expect, it } from 'vitest';
import {
  acceptableRules,
  coversNothing,
  freshException,
  missedSubjects,
} from '../../renderer/screens/exceptionRules.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { recordKinds } from '../../shared/domain/records/recordKinds.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import fc from '../support/properties.ts';

const asOf = calendarDate('2026-11-26');
const missed = { rule: 'tad.to-tag-9-months', subject: null, outcome: 'notMet' } as const;
const exception = (fields: object) => recordKinds.exception.schema.parse({ rule: missed.rule, ...fields });

describe('a decision that accepts a shortfall', () => {
  it('is offered for the rules that may be accepted, in words, the missed ones first', () => {
    const [first, ...others] = acceptableRules([missed]);
    expect(first).toEqual({ value: missed.rule, label: 'TAD issued to the TAG nine months before (missed)' });
    expect(others.map(({ label }) => label).filter((label) => label.includes('missed'))).toEqual([]);
    expect(freshException([missed])).toEqual({ rule: missed.rule, subject: null, body: 'CSC' });
    const ofScope = { rule: 'scope.system-12-months', subject: 'MP150', outcome: 'notMet' } as const;
    expect(freshException([ofScope, missed])).toMatchObject({ rule: ofScope.rule, subject: 'MP150' });
    expect(missedSubjects([ofScope, missed])).toEqual(['MP150']);
  });

  it('says why it covers nothing', () => {
    expect(coversNothing(exception({ body: 'CSC' }), [missed], asOf)).toBe(
      'Covers nothing yet: its day, reference and reason are missing.',
    );
    expect(coversNothing(exception({ body: 'TAG' }), [missed], asOf)).toMatch(
      /only the CSC, the Panel or the Authority/,
    );
    expect(coversNothing(exception({ rule: 'tad.published-6-months' }), [missed], asOf)).toMatch(/is not missed/);
    expect(coversNothing(exception({ subject: 'MP150' }), [missed], asOf)).toMatch(
      /missed for the release, not for MP150/,
    );
  });

  it('says nothing exactly where a finding is covered by it, whatever the facts', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const { findings } = computeReadiness(snapshot);
        for (const one of snapshot.facts.exceptions) {
          const covers = findings.some(
            ({ rule, subject, outcome }) => rule === one.rule && subject === one.subject && outcome === 'covered',
          );
          expect(coversNothing(one, findings, snapshot.asOf) === null).toBe(covers);
        }
      }),
    );
  });
});
