import { describe, expect, it } from 'vitest';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeSlip } from '../../shared/domain/planning/computeSlip.ts';
import { whatIf } from '../../shared/domain/planning/whatIf.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { factsWith, ruleOf, snapshotOf } from '../fixtures/facts.ts';
import { deadlines, ready } from '../fixtures/june2026.ts';
import { november2021 } from '../fixtures/november2021.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

describe('the slip solver', () => {
  it('finds the earliest date and slot that meet every lead time on record, with the reason for each', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-10-20'));
    expect(slip).toMatchObject({ goLive: '2021-11-04', metNow: false, earliestDate: '2021-11-14' });
    expect(slip.earliestSlot).toEqual({ slot: '2022-06', name: 'June 2022 SEC Release', ruleDate: '2022-06-30' });
    expect(slip.reasons.map((reason) => [reason.rule, reason.actual, reason.earliest])).toEqual([
      ['scope.system-12-months', '2020-11-13', '2021-11-13'],
      ['scope.documents-6-months', '2021-05-14', '2021-11-14'],
    ]);
  });

  it('says that nothing has to move where every lead time is met', () => {
    const facts = factsWith({ ...ready, scopeDecisions: [{ on: '2025-06-01', sets: 'systems' }] });
    const slip = computeSlip(snapshotOf(facts, '2026-05-01'));
    expect(slip.metNow).toBe(true);
    expect(slip.cannotTell).toEqual([]);
    expect(slip.sentence).toBe('Go-Live on 25 June 2026 meets every lead time; nothing has to move.');
  });

  it('does not say that every lead time is met where one cannot be told', () => {
    const facts = factsWith({
      ...ready,
      modifications: [...(ready.modifications ?? []), { reference: 'MP2' }],
    });
    const slip = computeSlip(snapshotOf(facts, '2026-05-01'));
    expect(slip.metNow).toBeNull();
    expect(slip.cannotTell).toEqual([
      'MP2: cannot tell whether 12 or six months apply to it, for its impacts are not stated (§4.3).',
    ]);
    expect(slip.sentence).toBe(
      'Go-Live on 25 June 2026 misses no lead time on record; of others the records cannot tell yet.',
    );
  });

  it('takes no date that is only not recorded for a missed lead time', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-10-20'));
    expect(slip.cannotTell.slice(-2)).toEqual([
      'The issue of the TAD to the TAG has no date by the as-of date; it was due 4 February 2021, nine months before Go-Live (§5.1).',
      'The publication of the TAD has no date by the as-of date; it was due 4 May 2021, six months before Go-Live (§5.1).',
    ]);
    expect(slip.sentence).toBe(
      'Go-Live on 4 November 2021 misses 2 lead times; the earliest date that meets what is on record is 14 November 2021, the earliest slot the June 2022 SEC Release on 30 June 2022; of 12 others the records cannot tell.',
    );
  });

  it('names the slot of a Documentation Release as one of its type', () => {
    const facts = factsWith({
      ...ready,
      release: { kind: 'documentation', slot: '2026-02', goLive: { approvedDate: '2026-02-26' } },
    });
    expect(computeSlip(snapshotOf(facts, '2025-12-01')).sentence).toContain(
      'the earliest slot of its type the February 2027 SEC Release on 25 February 2027',
    );
  });

  it('does not call a TAD done that is published and whose finalising has no date', () => {
    const tad = { versions: [{ version: '1.0', issuedToTagOn: '2025-06-01', publishedOn: '2026-03-01' }] };
    const facts = factsWith({ ...ready, tad, scopeDecisions: [{ on: '2025-06-01', sets: 'systems' }] });
    const slip = computeSlip(snapshotOf(facts, '2026-05-01'));
    expect(slip).toMatchObject({ metNow: false, earliestDate: '2026-09-01', cannotTell: [] });
    expect(slip.reasons.find(({ rule }) => rule === 'tad.published-6-months')?.sentence).toBe(
      'TAD finalised and published six months before: published on 1 March 2026, and its finalising has no date, so Go-Live on 1 September 2026 at the earliest, 68 days after the date in force (six months, §5.1).',
    );
    expect(slip.sentence).toBe(
      'Go-Live on 25 June 2026 misses 1 lead time; the earliest date that meets what is on record is 1 September 2026, the earliest slot the November 2026 SEC Release on 5 November 2026; the records cannot tell whether the TAD is then finalised early enough, for its finalising has no date.',
    );
    const found = computeReadiness(snapshotOf(facts, '2026-05-01')).findings;
    expect(found.find(({ rule }) => rule === 'tad.published-6-months')?.mend).toBe(
      'The day has passed: record the decision that accepts it, or, once the missing day is recorded, move the Go-Live to 1 September 2026 at the earliest.',
    );
  });

  it('takes the as-of date as the earliest day of what is not done yet, and says so', () => {
    const slip = computeSlip(snapshotOf(november2021(), '2021-05-04'));
    expect(slip.reasons.at(-1)?.sentence).toBe(
      'TAD finalised and published six months before: not done yet; 4 May 2021 at the earliest, so Go-Live on 4 November 2021 at the earliest (six months, §5.1).',
    );
  });

  it('counts from the day that is recorded for what is still to come, before its due day as after it', () => {
    const modifications = [{ reference: 'MP1', impacts: ['dccSystems' as const], addedToScopeOn: '2025-09-01' }];
    const facts = factsWith({ ...ready, modifications, scopeDecisions: [{ on: '2025-01-10', sets: 'systems' }] });
    for (const asOf of ['2025-06-10', '2025-06-25', '2025-06-26']) {
      const slip = computeSlip(snapshotOf(facts, asOf));
      expect(slip).toMatchObject({ metNow: false, earliestDate: '2026-09-01' });
      const misses = asOf > '2025-06-25' ? 'misses' : 'will miss';
      expect(slip.sentence).toMatch(
        new RegExp(`^Go-Live on 25 June 2026 ${misses} 1 lead time; .* 1 September 2026, the earliest slot`),
      );
      expect(slip.reasons.find(({ subject }) => subject === 'MP1')?.sentence).toContain(
        'not done yet; recorded for 1 September 2025, so Go-Live on 1 September 2026 at the earliest, 68 days after the date in force',
      );
    }
    expect(
      computeReadiness(snapshotOf(facts, '2025-06-10')).findings.find(({ subject }) => subject === 'MP1'),
    ).toMatchObject({
      outcome: 'notDue',
      sentence:
        'MP1: to be set in scope 12 months before Go-Live (§4.3): due 25 June 2025, in 15 days. It is recorded for 1 September 2025, 68 days after that.',
    });
  });

  it('counts from the day that is recorded for the TAD, however far it lies ahead', () => {
    const facts = factsWith({
      ...ready,
      tad: { versions: [{ issuedToTagOn: '2025-10-15', finalisedOn: '2026-01-20', publishedOn: '2026-01-22' }] },
    });
    const before = computeSlip(snapshotOf(facts, '2025-09-01'));
    expect(before).toMatchObject({ metNow: false, earliestDate: '2026-07-22' });
    expect(before.sentence).toMatch(/^Go-Live on 25 June 2026 will miss 2 lead times; .* is 22 July 2026,/);
    expect(before.reasons.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'TAD issued to the TAG nine months before: not done yet; recorded for 15 October 2025, so Go-Live on 15 July 2026 at the earliest, 20 days after the date in force (nine months, §5.1).',
        'TAD finalised and published six months before: not done yet; recorded for 22 January 2026, so Go-Live on 22 July 2026 at the earliest, 27 days after the date in force (six months, §5.1).',
      ]),
    );
    const issued = computeSlip(snapshotOf(facts, '2025-10-15'));
    expect(issued.sentence).toMatch(/misses 1 lead time and will miss 1; .* is 22 July 2026,/);
  });

  it('counts from the day that is recorded for the decision on the scope', () => {
    const facts = factsWith({
      ...ready,
      modifications: [{ reference: 'MP1', impacts: ['dccSystems'], inScope: true }],
      scopeDecisions: [{ body: 'CSC', on: '2025-07-10', sets: 'systems' }],
    });
    expect(computeSlip(snapshotOf(facts, '2025-06-01')).sentence).toContain('will miss 1 lead time');
    expect(ruleOf('scope.system-12-months', facts, '2025-06-01')[0]?.sentence).toContain(
      'It is recorded for 10 July 2025, 15 days after that.',
    );
    expect(ruleOf('scope.system-12-months', facts, '2025-07-01')[0]).toMatchObject({
      outcome: 'cannotTell',
      sentence: expect.stringMatching(
        / has no date by the as-of date; .* It is recorded for 10 July 2025, 15 days after that\./,
      ),
    });
  });

  it('offers nothing for a release that is live', () => {
    const facts = factsWith({
      ...ready,
      release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-25' } },
    });
    const slip = computeSlip(snapshotOf(facts, '2026-07-01'));
    expect(slip).toMatchObject({ earliestDate: null, earliestSlot: null });
    expect(slip.sentence).toBe('It went live on 25 June 2026; there is no date left to move.');
    expect(computePlan(snapshotOf(facts, '2026-07-01', deadlines)).items).toEqual([]);
  });

  it('calls no date live only because its day has come', () => {
    const facts = factsWith(ready);
    const sentence = (asOf: string) => computeSlip(snapshotOf(facts, asOf)).sentence;
    expect(sentence('2026-06-24')).toBe('Go-Live on 25 June 2026 meets every lead time; nothing has to move.');
    expect(sentence('2026-06-26')).toBe(
      'Go-Live on 25 June 2026 lies behind 26 June 2026, and that it went live is not recorded; if it did not, the earliest date that meets every lead time is 27 June 2026, the earliest slot the November 2026 SEC Release on 5 November 2026.',
    );
  });

  it('tells which parts are still to go live once the first has its day behind it', () => {
    const parts = [
      { what: 'North', date: '2026-06-25' },
      { what: 'South', date: '2026-07-02' },
      { what: 'Isles', date: null },
    ];
    const sentence = (asOf: string, actualDate: string | null = null) => {
      const goLive = { approvedDate: '2026-06-25', actualDate, parts };
      return computeSlip(snapshotOf(factsWith({ ...ready, release: { goLive } as never }), asOf)).sentence;
    };
    const isles = 'Isles on a day that is not recorded, and lead times count from the first part alone.';
    expect(sentence('2026-06-26')).toBe(
      `Go-Live on 25 June 2026 lies behind 26 June 2026, and that the first part of it went live is not recorded; still to go live: South on 2 July 2026 and ${isles}`,
    );
    expect(sentence('2026-06-26', '2026-06-25')).toBe(
      `The first part of it went live on 25 June 2026; still to go live: South on 2 July 2026 and ${isles}`,
    );
    expect(sentence('2026-07-03', '2026-06-25')).toBe(
      `The first part of it went live on 25 June 2026; still to go live: ${isles}`,
    );
  });

  it('is right for any release: at the earliest date nothing is short, the day before something is', () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const slip = computeSlip(snapshot);
        const earliest = slip.earliestDate;
        if (earliest === null || earliest > '2190' || earliest < '1910') return;
        const short = (day: string) =>
          whatIf(snapshot, calendarDate(day)).findings.filter(
            (finding) => /months/.test(finding.rule) && finding.due !== null && (finding.slackDays ?? 0) < 0,
          );
        expect(short(earliest)).toEqual([]);
        if (slip.reasons.some((reason) => reason.actual !== null && reason.earliest === earliest)) {
          expect(short(plusDays(earliest, -1)).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
