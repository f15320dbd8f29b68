import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { chaseList } from '../../shared/domain/chase/chaseList.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { releaseStateOf } from '../../shared/domain/readiness/releaseState.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

/* The plan waits for what the rules still ask, and for nothing that they call done. */

const asOf = '2026-05-01';
const planned = (input: FactsInput, day = asOf) =>
  computePlan(snapshotOf(factsWith(input), day)).items.map(({ kind, subject, waitsFor }) => [kind, subject, waitsFor]);
const criterion = { reference: 'AC-01', text: 'Tested.', owner: 'DCC', bodies: ['TAG'] };
const meetings = [
  { body: 'TAG', on: '2026-05-13' },
  { body: 'SSC', on: '2026-05-20' },
  { body: 'CSC', on: '2026-06-10' },
];

describe('an undated submission', () => {
  const input: FactsInput = { meetings, submissions: [{ on: null, presentedBy: ['SECAS', 'DCC'] }] };

  it('stands: the plan waits for the decision, not for another submission', () => {
    expect(planned(input).filter(([kind]) => kind === 'submission' || kind === 'decision')).toEqual([
      ['decision', null, 'CSC'],
    ]);
    expect(releaseStateOf(factsWith(input), calendarDate(asOf))).toBe('submitted');
  });

  it('is asked for again where the CSC decided “not yet”', () => {
    const again: FactsInput = { ...input, decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet' }] };
    expect(planned(again).map(([kind]) => kind)).toContain('submission');
    expect(releaseStateOf(factsWith(again), calendarDate(asOf))).toBe('inPreparation');
  });
});

it('plans no submission where the CSC has decided to go, be it on one that is not recorded', () => {
  const input: FactsInput = {
    meetings,
    submissions: [{ on: '2026-04-20', presentedBy: ['SECAS', 'DCC'] }],
    decisions: [{ body: 'CSC', on: '2026-04-19', outcome: 'go', wording: 'Go.' }],
  };
  expect(planned(input).filter(([kind]) => kind === 'submission' || kind === 'decision')).toEqual([]);
});

describe('the input that the plan waits for', () => {
  const view = { body: 'TAG', criterion: 'AC-01' };
  const answered = { ...view, askedOn: '2026-04-01', position: 'supports', on: '2026-04-10' };
  const deferred = { ...view, askedOn: '2026-04-12', position: 'deferred', on: '2026-04-20' };
  const inputs = (input: FactsInput) => planned(input).filter(([kind]) => kind === 'input' || kind === 'paper');

  it('is none that was given: a later deferral takes no answer back', () => {
    const criteria = [{ ...criterion, selfStatus: 'met' }];
    const input = (...views: readonly object[]) => ({ criteria, meetings, views }) as FactsInput;
    expect(inputs(input(answered, deferred))).toEqual([]);
    expect(inputs(input(deferred))).toEqual([
      ['paper', 'TAG 2026-05-13', 'SECAS'],
      ['input', 'TAG/AC-01', 'TAG'],
    ]);
  });

  it('wants no paper on what the body has before it', () => {
    const open = { ...view, askedOn: '2026-04-28' };
    const criteria = [criterion, { ...criterion, reference: 'AC-02' }];
    expect(inputs({ criteria: [criterion], meetings, views: [open] })).toEqual([['input', 'TAG/AC-01', 'TAG']]);
    const plan = computePlan(snapshotOf(factsWith({ criteria, meetings, views: [open] }), asOf));
    expect(plan.items.filter(({ kind }) => kind === 'paper').map(({ what }) => what)).toEqual([
      'Paper on 1 criterion for the meeting of the TAG on 13 May 2026',
    ]);
    expect(inputs({ criteria: [criterion], meetings, views: [deferred, open] })).toEqual([
      ['input', 'TAG/AC-01', 'TAG'],
    ]);
    const requiredBodies = [{ body: 'SSC', why: 'It said so.' }];
    const asked = { body: 'SSC', criterion: 'AC-01', askedOn: '2026-04-28' };
    expect(inputs({ requiredBodies, meetings, views: [asked] })).toEqual([['input', 'SSC', 'SSC']]);
  });

  it('is that on a criterion which its owner calls not applicable, and that of a body which the release requires', () => {
    const input: FactsInput = {
      criteria: [{ ...criterion, selfStatus: 'notApplicable', rationale: 'No change.' }],
      requiredBodies: [{ body: 'Security Sub-Committee', why: 'It said so.' }],
      meetings,
    };
    expect(inputs(input)).toEqual([
      ['paper', 'TAG 2026-05-13', 'SECAS'],
      ['input', 'TAG/AC-01', 'TAG'],
      ['paper', 'SSC 2026-05-20', 'SECAS'],
      ['input', 'SSC', 'SSC'],
    ]);
    const snapshot = snapshotOf(factsWith(input), asOf);
    const plan = computePlan(snapshot);
    expect(plan.items.filter(({ subject }) => subject?.startsWith('SSC')).map(({ sentence }) => sentence)).toEqual([
      'Paper on the criteria concerned for the meeting of the SSC on 20 May 2026: by 20 May 2026, 14 working days left; waits for SECAS.',
      'View of the SSC on the criteria concerned: by 20 May 2026, 14 working days left; waits for the SSC.',
    ]);
    const chases = chaseList(plan, computeReadiness(snapshot).findings, snapshot.asOf);
    expect(chases.find(({ who }) => who === 'SSC')?.owes).toEqual([
      { what: 'View of the SSC on the criteria concerned', by: '2026-05-20', late: false },
    ]);
    const views = [{ body: 'SSC', criterion: 'AC-01', position: 'noView' as const, on: '2026-04-20' }];
    expect(inputs({ ...input, views }).map(([, subject]) => subject)).toEqual(['TAG 2026-05-13', 'TAG/AC-01']);
  });
});
