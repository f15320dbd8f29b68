import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { conditionState } from '../../shared/domain/readiness/conditionState.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import { factsAsOf } from '../../shared/domain/records/asOf.ts';
import { bodiesOfRelease, bodiesPutTo } from '../../shared/domain/rulebook/bodiesOfRelease.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const day = calendarDate;

describe('what a body said of a criterion', () => {
  const { views } = factsWith({
    views: [
      { body: 'TAG', criterion: 'AC-01', askedOn: '2026-01-05', on: '2026-01-10', position: 'doesNotSupport' },
      { body: 'Testing Advisory Group', criterion: 'AC-01', on: '2026-02-10', position: 'supports' },
      { body: 'tag', criterion: 'AC-01', askedOn: '2026-03-01' },
    ],
  });
  const became = (asOf: string) =>
    viewHistoriesOf(views, day(asOf))
      .of('TAG', 'AC-01')
      .all.map((past) => past.became);

  it('is one history under all its names, each with what became of it, the newest first', () => {
    expect(became('2026-04-01')).toEqual(['asked', 'stands', 'replaced']);
    expect(became('2026-02-20')).toEqual(['ahead', 'stands', 'replaced']);
    expect(became('2026-01-20')).toEqual(['ahead', 'ahead', 'stands']);
  });

  it('is told as it stood on the day: an answer that came later was a question', () => {
    const on = (asOf: string) => viewHistoriesOf(views, day(asOf)).of('TAG', 'AC-01').all.at(-1);
    expect(on('2026-01-07')).toMatchObject({ became: 'asked', view: { position: null, on: null } });
    expect(on('2026-01-10')).toMatchObject({ became: 'stands', view: { position: 'doesNotSupport' } });
    fc.assert(
      fc.property(anySnapshot, ({ facts, asOf }) => {
        const histories = viewHistoriesOf(facts.views, asOf);
        for (const { body, criterion } of facts.views)
          for (const { became, view } of histories.of(body, criterion).all)
            if (became !== 'ahead' && became !== 'begun')
              for (const date of [view.on, view.askedOn]) expect(date === null || date <= asOf).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('names the view that took the place of another', () => {
    const { all, standing } = viewHistoriesOf(views, day('2026-04-01')).of('TAG', 'AC-01');
    expect(all[2]?.by).toBe(standing);
    expect(standing?.position).toBe('supports');
  });
});

it('lets no answer follow a question that came after it', () => {
  const { views } = factsWith({
    views: [
      { body: 'TAG', criterion: 'AC-01', askedOn: '2026-03-01' },
      { body: 'TAG', criterion: 'AC-01', on: '2026-03-10', position: 'deferred' },
      { body: 'TAG', criterion: 'AC-01', on: '2026-04-20', position: 'supports' },
      { body: 'TAG', criterion: 'AC-01', askedOn: '2026-05-01' },
      { body: 'TAG', criterion: 'AC-01', askedOn: '2026-05-10' },
    ],
  });
  const { all } = viewHistoriesOf(views, day('2026-05-14')).of('TAG', 'AC-01');
  expect(all.map(({ became, by }) => [became, by?.on ?? by?.askedOn ?? null])).toEqual([
    ['asked', null],
    ['askedAgain', '2026-05-10'],
    ['stands', null],
    ['replaced', '2026-04-20'],
    ['answered', '2026-03-10'],
  ]);
});

describe('the bodies of a release', () => {
  it('are each there once, under the short name, the two of §5.3 first', () => {
    const facts = factsWith({
      criteria: [{ reference: 'AC-01', bodies: ['Operations Group', 'SSC', 'tag', ' '] }],
      views: [{ body: 'OPSG', criterion: 'AC-01' }],
      requiredBodies: [{ body: 'TABASC' }],
    });
    expect(bodiesOfRelease(facts)).toEqual(['TAG', 'OPSG', 'SSC', 'TABASC']);
    expect(bodiesPutTo(facts)).toEqual(['TAG', 'OPSG', 'SSC']);
  });
});

describe('a condition', () => {
  const due = (part: object) => ({ when: null, daysFromGoLive: null, on: null, ...part });
  const goLive = day('2026-06-25');
  it.each([
    [due({ on: day('2026-06-01') }), '2026-06-13', 'overdue', 12],
    [due({ on: day('2026-06-13') }), '2026-06-13', 'due', 0],
    [due({ daysFromGoLive: 30 }), '2026-07-25', 'due', 0],
    [due({ when: 'beforeGoLive' }), '2026-06-25', 'overdue', 1],
    [due({ when: 'atGoLive' }), '2026-06-25', 'due', 0],
    [due({}), '2026-06-25', 'undated', 0],
    [null, '2026-06-25', 'undated', 0],
  ])('due %j is on %s %s', (when, asOf, state, daysLate) => {
    const condition = { due: when as never, dischargedOn: null };
    expect(conditionState(condition, goLive, day(asOf))).toMatchObject({ state, daysLate });
    const discharged = { ...condition, dischargedOn: day(asOf) };
    expect(conditionState(discharged, goLive, day(asOf))).toMatchObject({ state: 'discharged', daysLate: 0 });
  });

  it('counts from the day it went live, once it has', () => {
    const facts = factsWith({ release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-28' } } });
    expect(goLiveInForce(facts, day('2026-06-27')).date).toBe('2026-06-25');
    expect(goLiveInForce(facts, day('2026-06-28')).date).toBe('2026-06-28');
  });
});

describe('facts shown on an earlier day', () => {
  const facts = factsWith({
    evidence: [{ reference: 'EV-1', addedOn: '2026-03-02' }, { reference: 'EV-2' }],
    views: [
      { body: 'TAG', criterion: 'A', askedOn: '2026-03-01', on: '2026-03-10', position: 'supports', wording: 'Yes.' },
      { body: 'TAG', criterion: 'B', on: '2026-03-10', position: 'supports' },
    ],
    conditions: [{ text: 'One', dischargedOn: '2026-03-02', dischargedBy: 'CSC' }],
    decisions: [{ body: 'CSC', on: '2026-03-02', outcome: 'go' }],
    testPhases: [{ name: 'SIT', actualStart: '2026-02-01', actualEnd: '2026-03-02' }],
  });

  it('have not happened after it', () => {
    const then = factsShownOn(facts, day('2026-03-01'));
    expect(then.evidence.map((item) => item.reference)).toEqual(['EV-2']);
    expect(then.views).toMatchObject([{ criterion: 'A', position: null, on: null, wording: null }]);
    expect(then.conditions).toMatchObject([{ dischargedOn: null, dischargedBy: null }]);
    expect(then.decisions).toEqual([]);
    expect(then.testPhases).toMatchObject([{ actualStart: '2026-02-01', actualEnd: null }]);
  });

  it('are all there once they have happened', () => {
    expect(factsShownOn(facts, day('2026-03-10'))).toEqual(facts);
  });

  it('say what the findings beside them are computed from', () => {
    const same = fc.property(anySnapshot, ({ facts, asOf }) => {
      const [shown, judged] = [factsShownOn(facts, asOf), factsAsOf(facts, asOf)];
      const added = judged.evidence.filter(({ addedOn }) => addedOn === null || addedOn <= asOf);
      expect(shown.evidence).toEqual(added);
      for (const list of ['criteria', 'exceptions', 'decisions'] as const) expect(shown[list]).toEqual(judged[list]);
      expect(shown.conditions).toEqual(judged.conditions);
    });
    fc.assert(same, { numRuns: 300 });
  });
});
