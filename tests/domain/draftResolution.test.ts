import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { draftResolution } from '../../shared/domain/pack/draftResolution.ts';
import { type FactsInput, factsWith } from '../fixtures/facts.ts';

const asOf = calendarDate('2020-10-20');
const release = { name: 'November 2020 SEC Release', kind: 'system', slot: '2020-11' } as const;
const draft = (more: FactsInput) => draftResolution(factsWith({ release, ...more }), asOf);

describe('the resolution that is drafted', () => {
  it('names the release and its date', () => {
    expect(draft({})).toBe('that the November 2020 SEC Release goes live on 5 November 2020.');
  });

  it('cites by number the conditions that are not discharged on that day', () => {
    const conditions = [
      { text: 'The two issues are fixed.' },
      { text: 'The report is published.', dischargedOn: '2020-10-01' },
      { text: 'The alerts are counted.', dischargedOn: '2020-12-01' },
    ];
    expect(draft({ conditions })).toBe(
      'that the November 2020 SEC Release goes live on 5 November 2020, subject to conditions 1 and 3.',
    );
    expect(draft({ conditions: conditions.slice(0, 1) })).toMatch(/, subject to condition 1\.$/);
  });

  it('says each part with its date, and what is not live until when', () => {
    const parts = [
      { what: 'North', date: '2020-11-05' },
      { what: 'South', date: '2020-11-12' },
    ];
    const notLive = [
      { modification: 'SECMP0062', what: 'Part 2.', until: 'June 2021' },
      { modification: null, what: 'The new report', until: null },
    ];
    expect(draft({ release: { ...release, goLive: { parts }, notLive } })).toBe(
      'that the November 2020 SEC Release goes live in parts: North on 5 November 2020 and South on 12 November 2020. ' +
        'The CSC is asked to note that SECMP0062 (Part 2) is not live after it until June 2021 and The new report is not live after it.',
    );
  });

  it('is none of a release that is live', () => {
    const of = (goLive: object) => draft({ release: { ...release, goLive } as never });
    expect(of({ approvedDate: '2020-11-05' })).not.toBeNull();
    expect(of({ approvedDate: '2020-11-05', actualDate: '2020-10-18' })).toBeNull();
  });

  it('is none where no date is known', () => {
    expect(draft({ release: { name: 'An ad-hoc release', slot: null } })).toBeNull();
  });
});
