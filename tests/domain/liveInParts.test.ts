import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { draftResolution } from '../../shared/domain/pack/draftResolution.ts';
import { whatIf } from '../../shared/domain/planning/whatIf.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import type { textKinds } from '../../shared/domain/texts/textKinds.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { type FactsInput, factsWith, onlyOf, snapshotOf } from '../fixtures/facts.ts';

/*
 * A release may go live in parts. A part without a day is one of them all the same; the day on which the release went
 * live is that of its first part; and a part's own day is a plan until the release is live.
 */

const parts = [
  { what: 'North', date: '2026-06-25' },
  { what: 'South', date: '2026-07-02' },
  { what: 'Wales', date: null },
];
const inParts = (actualDate: string | null, more: FactsInput = {}): FactsInput => ({
  ...more,
  release: {
    name: 'June 2026 SEC Release',
    kind: 'system',
    goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12', actualDate, parts },
    notLive: [{ modification: 'MP150', what: 'billing', until: 'November 2026' }],
    ...more.release,
  } as never,
});
const text = (kind: (typeof textKinds)[number], facts: FactsInput, asOf: string) =>
  toPlain(writeText(kind, ruleContextOf(snapshotOf(factsWith(facts), asOf)))).replace(/\s+/g, ' ');

describe('a part without a day', () => {
  it('is asked for in the resolution, with what is still to be set', () => {
    expect(draftResolution(factsWith(inParts(null)), calendarDate('2026-06-05'))).toContain(
      'goes live in parts: North on 25 June 2026, South on 2 July 2026 and Wales on a day that is still to be set.',
    );
    const oneDated = { goLive: { approvedDate: '2026-06-25', parts: [parts[0], { what: 'South', date: null }] } };
    expect(draftResolution(factsWith({ release: oneDated as never }), calendarDate('2026-06-05'))).toContain(
      'in parts: North on 25 June 2026 and South on a day that is still to be set.',
    );
    const noneDated = { goLive: { approvedDate: '2026-06-25', parts: [{ what: 'South', date: null }] } };
    expect(draftResolution(factsWith({ release: noneDated as never }), calendarDate('2026-06-05'))).toContain(
      'goes live on 25 June 2026 (the day of South is still to be set).',
    );
  });

  it.each(['release-page', 'decision', 'newsletter', 'user-testing'] as const)('is told in the text %s', (kind) => {
    const told = text(kind, inParts(null), '2026-06-05');
    for (const what of ['North: 25 June 2026', 'South: 2 July 2026', 'Wales: its date is not recorded yet'])
      expect(told).toContain(what);
    expect(told).toContain('MP150: billing (November 2026)');
  });

  it('is named beside the approved date', () => {
    const [found] = computeReadiness(
      snapshotOf(factsWith(inParts(null, { release: { slot: '2026-06' } as never })), '2026-06-05'),
    ).findings.filter(({ rule }) => rule === 'golive.rule-date');
    expect(found?.sentence).toContain('South on 2 July 2026 and Wales on a day that is not recorded');
  });
});

describe('a release that went live in its first part', () => {
  it.each(['release-page', 'decision', 'newsletter', 'user-testing'] as const)('is told as that in %s', (kind) => {
    const told = text(kind, inParts('2026-06-26'), '2026-06-30');
    expect(told).toContain('The first part of it went live on Friday 26 June 2026.');
    // Nothing went live on the day that was planned for the North, and of the South the day lies ahead.
    expect(told).toContain('North: was planned for 25 June 2026; when it went live is not recorded yet');
    expect(told).toContain('South: to go live on 2 July 2026');
    expect(text(kind, inParts('2026-06-26'), '2026-07-10')).toContain('South: went live on 2 July 2026');
  });

  const ofMp150 = (on: string, asOf: string) =>
    onlyOf(
      'scope.implementation-date',
      inParts('2026-06-26', { modifications: [{ reference: 'MP150', implementationDate: on }] }),
      asOf,
    ).sentence;

  it('is live in a part only on a day on which that can have gone live', () => {
    expect(ofMp150('2026-06-25', '2026-06-30')).toBe(
      'MP150: to be implemented on 25 June 2026, the date set for North; the release went live on 26 June 2026; billing not live, proposed for November 2026 (§4.1).',
    );
    expect(ofMp150('2026-07-02', '2026-06-30')).toContain(
      'to be implemented on 2 July 2026, when South is to go live;',
    );
    expect(ofMp150('2026-07-02', '2026-07-10')).toContain('South live 2 July 2026;');
  });
});

describe('what if the date in force stays', () => {
  it.each([null, '2026-06-26'])('everything reads as it does (actual date %s)', (actual) => {
    const snapshot = snapshotOf(factsWith(inParts(actual)), '2026-06-05');
    expect(whatIf(snapshot, calendarDate('2026-06-25'))).toEqual(computeReadiness(snapshot));
  });
});

describe('a condition that counts from Go-Live', () => {
  const b = { text: 'Mend B', owner: 'DCC', proof: 'p', due: { when: 'beforeGoLive' } } as const;
  const of = (decidedOn: string | null, more: object = {}) =>
    inParts('2026-06-25', {
      conditions: [{ ...b, ...more, source: decidedOn === null ? null : { body: 'CSC', decidedOn } }],
      decisions: [
        { body: 'CSC', on: '2026-06-17', outcome: 'go', wording: 'North.' },
        { body: 'CSC', on: '2026-06-29', outcome: 'no', wording: 'Not South.' },
      ],
    });

  it.each([
    ['of the first part, set before that', '2026-06-17', '2026-06-24'],
    ['of the second, set after the first went live', '2026-06-29', '2026-07-01'],
    ['of the second, set on its day', '2026-07-02', '2026-07-01'],
    ['of one without a date, set after the others', '2026-07-03', null],
    ['of the first, set on a day that nobody recorded', null, '2026-06-24'],
  ])('is due by the Go-Live %s', (_, decidedOn, due) => {
    const found = onlyOf('conditions.overdue', of(decidedOn), '2026-07-06');
    expect(found.due).toBe(due);
    expect(found.outcome).toBe(due === null ? 'cannotTell' : 'notMet');
  });

  it('is in time up to the part that it is for', () => {
    expect(onlyOf('conditions.overdue', of('2026-06-29'), '2026-06-30').outcome).toBe('notDue');
    expect(text('decision', of('2026-06-29', { due: { daysFromGoLive: 30 } }), '2026-06-30')).toContain(
      'due 30 days after Go-Live (1 August 2026)',
    );
  });

  it('may be of the decision on a later part, though the first was live by then', () => {
    expect(text('decision', of(null), '2026-06-30')).toContain('no record says which decision set it');
  });
});
