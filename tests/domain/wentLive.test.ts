import { describe, expect, it } from 'vitest';
import { clonedFacts } from '../../electron/engine/cloneFacts.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sectionsOf } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computePortfolio } from '../../shared/domain/portfolio/computePortfolio.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { releaseStandingOf } from '../../shared/domain/readiness/releaseStanding.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { textKinds } from '../../shared/domain/texts/textKinds.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { sampleFacts } from '../documents/sampleFacts.ts';
import { type FactsInput, factsWith, onlyOf, snapshotOf } from '../fixtures/facts.ts';

/*
 * "Once live, the actual date is told everywhere" (domain.md, Dates): what tells the day of Go-Live, or counts from it,
 * reads the day on which it went live. Lead times, and what was asked for and approved, keep the date that was in force.
 */

const day = calendarDate;
const approved = { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' };
const live = (actualDate: string, more: FactsInput = {}): FactsInput => ({
  ...more,
  release: { ...more.release, goLive: { ...approved, actualDate, latestPermittedDate: '2026-07-09' } as never },
});

describe('the submission, made before Go-Live', () => {
  const submitted = (on: string): FactsInput => ({ submissions: [{ on, presentedBy: ['SECAS', 'DCC'] }] });

  it('is late by the day on which it went live, which was before the approved one', () => {
    const late = onlyOf('submission.in-time', live('2026-06-20', submitted('2026-06-22')), '2026-07-01');
    expect(late.outcome).toBe('notMet');
    expect(late.sentence).toContain('2 days after Go-Live');
  });

  it('is in time by the day on which it went live, which was after the approved one', () => {
    const inTime = onlyOf('submission.in-time', live('2026-07-02', submitted('2026-06-26')), '2026-07-10');
    expect(inTime).toMatchObject({ outcome: 'met', due: '2026-07-01' });
    expect(inTime.sentence).toContain('6 days before Go-Live');
  });

  it('is not asked for as if it lay ahead once it is live', () => {
    const none = onlyOf('submission.in-time', live('2026-06-20'), '2026-06-22');
    expect(none.outcome).toBe('cannotTell');
    expect(none.sentence).toContain('it was due 19 June 2026');
  });
});

describe('a Go-Live on a weekend', () => {
  it('lies behind once it is live, whatever day was approved', () => {
    const weekend = onlyOf('golive.weekend', live('2026-06-20'), '2026-06-22');
    expect(weekend.sentence).toBe('The day of Go-Live, Saturday 20 June 2026, lies behind.');
  });
});

describe('a Go-Live in parts', () => {
  const parts = [
    { what: 'North', date: '2026-06-25' },
    { what: 'South', date: '2026-07-02' },
  ];
  const found = (asOf: string, actualDate: string | null) =>
    computeReadiness(snapshotOf(factsWith({ release: { goLive: { ...approved, parts, actualDate } as never } }), asOf))
      .findings.filter(({ rule }) => rule === 'golive.actual')
      .map(({ subject, outcome, sentence }) => [subject, outcome, sentence]);

  it('is planned until somebody records that it went live', () => {
    expect(found('2026-06-26', null)).toEqual([
      [
        'North',
        'cannotTell',
        'North: the day of Go-Live was to be 25 June 2026; no date by the as-of date is recorded on which it went live (§4.1).',
      ],
      ['South', 'notDue', 'South: the day of Go-Live lies ahead (§4.1): due 2 July 2026, in 6 days.'],
    ]);
  });

  it('is told part by part from then on', () => {
    expect(found('2026-06-26', '2026-06-25').map(([subject, outcome]) => [subject, outcome])).toEqual([
      ['North', 'met'],
      ['South', 'notDue'],
    ]);
    expect(found('2026-07-02', '2026-06-25')[1]?.[2]).toContain('went live on 2 July 2026, 7 days after it');
  });

  it('says of no part that it went live before the release did', () => {
    expect(found('2026-07-10', '2026-06-27').map(([subject, outcome]) => [subject, outcome])).toEqual([
      [null, 'notMet'],
      ['North', 'cannotTell'],
      ['South', 'notMet'],
    ]);
  });
});

describe('the lists', () => {
  const standing = (input: FactsInput, today: string) => {
    const facts = factsWith(input);
    return releaseStandingOf(facts, computeReadiness(snapshotOf(facts, today)), day(today));
  };
  const planned = (id: string, input: FactsInput, asOf: string) => {
    const facts = factsWith(input);
    return { id, facts, plan: computePlan(snapshotOf(facts, asOf)) };
  };

  it('count the days since it went live', () => {
    expect(standing(live('2026-06-28'), '2026-06-30')).toMatchObject({ goLive: '2026-06-28', daysToGoLive: -2 });
    expect(standing(live('2026-06-28'), '2026-06-26')).toMatchObject({ goLive: '2026-06-25', daysToGoLive: -1 });
    expect(computePlan(snapshotOf(factsWith(live('2026-06-28')), '2026-06-30')).goLive).toBe('2026-06-28');
  });

  it('compare every day on which something goes live, of other releases only', () => {
    const asOf = '2026-07-01';
    const { clashes, deadlines } = computePortfolio(
      [
        planned('one', live('2026-07-02', { release: { name: 'One' } }), '2026-07-03'),
        planned(
          'two',
          {
            release: {
              name: 'Two',
              goLive: {
                parts: [
                  { what: 'North', date: '2026-07-20' },
                  { what: 'South', date: '2026-09-01' },
                ],
              } as never,
            },
          },
          asOf,
        ),
        planned('three', { release: { name: 'Three', goLive: { approvedDate: '2026-09-03' } as never } }, asOf),
      ],
      day(asOf),
    );
    expect(clashes.map(({ sentence }) => sentence)).toEqual([
      'One and Two (North) go live 18 days apart (20 July 2026).',
      'Two (South) and Three go live 2 days apart (3 September 2026).',
    ]);
    expect(deadlines.filter(({ kind }) => kind === 'goLive').map(({ on, what }) => [on, what])).toEqual([
      ['2026-07-02', 'Go-Live'],
      ['2026-07-20', 'Go-Live of North'],
      ['2026-09-01', 'Go-Live of South'],
      ['2026-09-03', 'Go-Live'],
    ]);
  });
});

describe('a part that was planned for a day before the release went live', () => {
  it('stands in no list of days on which something goes live', () => {
    const parts = [
      { what: 'North', date: '2026-06-25' },
      { what: 'South', date: '2026-07-02' },
    ];
    const facts = factsWith({ release: { name: 'One', goLive: { actualDate: '2026-06-27', parts } as never } });
    const asOf = '2026-06-28';
    const one = { id: 'one', facts, plan: computePlan(snapshotOf(facts, asOf)) };
    const { deadlines } = computePortfolio([one], day(asOf));
    expect(deadlines.filter(({ kind }) => kind === 'goLive').map(({ on, what }) => [on, what])).toEqual([
      ['2026-06-27', 'Go-Live'],
      ['2026-07-02', 'Go-Live of South'],
    ]);
  });
});

describe('a condition that is carried into the next release', () => {
  const carried = (due: object) =>
    clonedFacts(
      factsWith(live('2026-06-28', { conditions: [{ text: 'Monitor', due: due as never }] })),
      '2026-11' as never,
      day('2026-07-26'),
    ).conditions[0]?.due;

  it.each([
    [{ daysFromGoLive: 30 }, '2026-07-28'],
    [{ when: 'beforeGoLive' }, '2026-06-27'],
    [{ when: 'atGoLive' }, '2026-06-28'],
    [{ on: '2026-08-01' }, '2026-08-01'],
  ])('keeps the day on which it is due: %j', (due, on) => {
    expect(carried(due)).toMatchObject({ on });
  });
});

describe('pack and texts', () => {
  const base = sampleFacts();
  const withDates = (actualDate: string) =>
    sampleFacts({ release: { ...base.release, goLive: { ...base.release.goLive, actualDate: day(actualDate) } } });

  it('tell the approved day only as what was approved, asked for or set', () => {
    const facts = withDates('2026-06-28');
    const model = buildPackModel(packSnapshotOf(facts, '2026-07-26'));
    const told = [...sectionsOf(model).flatMap(({ blocks }) => linesOf(blocks))];
    for (const kind of textKinds) told.push(toPlain(writeText(kind, ruleContextOf(snapshotOf(facts, '2026-07-26')))));
    const bare = told.filter((text) => text.includes('25 June 2026') && !asApproved.test(text));
    // The history of the date and the implementation dates of the modifications are the day alone, in columns of their own.
    expect(bare.filter((text) => text !== '25 June 2026')).toEqual([]);
    expect(told.join('\n')).toContain('Sunday 28 June 2026');
    expect(told.join('\n')).toContain('28 July 2026');
    expect(told.join('\n')).not.toContain('25 July 2026');
  });

  it('ask nothing and offer nothing on the decision page of a release that is live', () => {
    const decisions = [{ body: 'CSC', on: '2026-05-28', outcome: 'go', wording: 'Agreed.' }];
    const facts = factsWith(live('2026-06-28', { decisions }));
    const { decision } = buildPackModel(packSnapshotOf(facts, '2026-07-15'));
    const told = linesOf(decision).join('\n').replaceAll('\u00a0', ' ');
    expect(decision.title.replace(/\s/g, ' ')).toBe('The June 2026 SEC Release went live on Sunday 28 June 2026.');
    expect(told).toContain('live since 28 June 2026, approved for 25 June 2026, permitted to 9 July 2026.');
    expect(told).toContain('On 28 May 2026 the CSC decided “go”.');
    expect(told).toContain('The CSC was asked to agree');
    expect(told).not.toMatch(/Should|Next scheduled|Last moment to stop|If the answer/);
  });

  it('name on the decision page the parts that are not recorded as live', () => {
    const parts = [
      { what: 'South', date: '2026-06-28' },
      { what: 'North', date: '2026-08-02' },
    ];
    const facts = factsWith({ release: { goLive: { ...approved, actualDate: '2026-06-28', parts } } });
    const { decision } = buildPackModel(packSnapshotOf(facts, '2026-07-15'));
    expect(decision.title).toContain('The first part of the June 2026 SEC Release went live');
    expect(linesOf(decision).join('\n')).toContain('Not recorded as live: North.');
  });

  it('mark a day of Go-Live that had not come by then', () => {
    const model = buildPackModel(packSnapshotOf(withDates('2026-06-28'), '2026-06-19'));
    expect(sectionsOf(model).flatMap(({ blocks }) => linesOf(blocks))).toContain(
      '28 June 2026 (after 19 June 2026: not yet)',
    );
  });
});

const asApproved =
  /approved|rule date|\(§3\)|Should the|goes live on 25 June|date set for|implementation date|To be implemented/;

/** The texts of a model, each run of spans as one. */
function linesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const isRun = value.length > 0 && value.every((one) => typeof one?.text === 'string');
    return isRun ? [value.map(({ text }) => text).join('')] : value.flatMap(linesOf);
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(linesOf) : [];
}
