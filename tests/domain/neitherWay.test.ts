import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { releaseStateOf } from '../../shared/domain/readiness/releaseState.ts';
import { ruleContextOf } from '../../shared/domain/rulebook/context/ruleContext.ts';
import { decidingMeetingOf } from '../../shared/domain/rulebook/decidingMeeting.ts';
import { toPlain } from '../../shared/domain/texts/toPlain.ts';
import { writeText } from '../../shared/domain/texts/writeText.ts';
import { type FactsInput, factsWith, onlyOf, ruleOf, snapshotOf } from '../fixtures/facts.ts';

/* A decision of the CSC that says neither way is no Go-Live decision, and brings no superseded submission back (§5.3). */

const submission = (on: string, meeting: string) => ({ on, meeting, presentedBy: ['SECAS', 'DCC'] });
const decision = (on: string, outcome: string) => ({ body: 'CSC', on, outcome, wording: `As minuted on ${on}.` });
const goLive = { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' };

describe.each(['new date agreed', 'no'])('“not yet”, then “%s”, and another submission planned', (outcome) => {
  const facts: FactsInput = {
    release: { goLive },
    meetings: [{ body: 'CSC', on: '2026-06-17' }],
    submissions: [submission('2026-04-22', '2026-04-29'), submission('2026-06-15', '2026-06-17')],
    decisions: [decision('2026-04-29', 'not yet'), decision('2026-05-13', outcome)],
    criteria: [{ reference: 'AC-01', text: 'Tests have passed.', bodies: ['TAG'], selfStatus: 'inProgress' }],
  };
  const asOf = '2026-05-20';

  it('judges by the planned submission, and by none that was superseded', () => {
    for (const rule of ['criteria.met', 'input.given', 'submission.in-time', 'submission.presented'])
      expect(onlyOf(rule, facts, asOf).outcome, rule).toBe('notDue');
    expect(onlyOf('decision.recorded', facts, asOf)).toMatchObject({ outcome: 'notDue', due: '2026-06-17' });
  });

  it('plans the submission, the views for it and the decision on it', () => {
    const { items } = computePlan(snapshotOf(factsWith(facts), asOf));
    expect(items.find(({ kind }) => kind === 'submission')?.due).toBe('2026-06-15');
    expect(items.find(({ kind }) => kind === 'decision')?.due).toBe('2026-06-17');
    expect(items.filter(({ state }) => state === 'impossible')).toEqual([]);
  });

  it('puts the pack before the meeting that is to decide', () => {
    expect(decidingMeetingOf(ruleContextOf(snapshotOf(factsWith(facts), asOf)))).toBe('2026-06-17');
  });

  it('judges the superseded submission no more where none is planned', () => {
    const alone = { ...facts, submissions: (facts.submissions ?? []).slice(0, 1) };
    expect(onlyOf('submission.in-time', alone, asOf)).toMatchObject({
      outcome: 'cannotTell',
      mend: 'Record the day of the next submission.',
    });
  });

  it('leaves the release in preparation only where “not yet” is its Go-Live decision', () => {
    const state = outcome === 'no' ? 'decided' : 'inPreparation';
    expect(releaseStateOf(factsWith(facts), calendarDate(asOf))).toBe(state);
  });
});

describe('“go with conditions”, and its discharge noted since', () => {
  const facts: FactsInput = {
    release: { goLive },
    submissions: [submission('2026-06-03', '2026-06-10')],
    decisions: [decision('2026-06-10', 'go with conditions'), decision('2026-06-17', 'Discharge of condition 1 noted')],
    conditions: [{ text: 'Mend I-1', owner: 'DCC', due: { on: '2026-06-20' } }],
  };
  const plain = (kind: 'decision' | 'newsletter', input: FactsInput = facts) =>
    toPlain(writeText(kind, ruleContextOf(snapshotOf(factsWith(input), '2026-06-18'))));

  it('is told as the Go-Live decision, with what was noted as that', () => {
    const said =
      'The Go-Live decision, taken by the CSC on 10 June 2026, is: go with conditions. The CSC also decided “Discharge of condition 1 noted” on 17 June 2026.';
    expect(plain('decision')).toContain(said);
    expect(plain('decision')).toContain('As minuted on 2026-06-10.');
    expect(plain('decision')).toContain('Condition 1: Mend I-1. (owner: the DCC; due 20 June 2026).');
    expect(plain('newsletter')).toContain(said);
    expect(onlyOf('decision.recorded', facts, '2026-06-18')).toMatchObject({ outcome: 'met', actual: '2026-06-10' });
  });

  it('counts as the decision where no other is recorded', () => {
    const alone = { ...facts, decisions: [decision('2026-06-17', 'Deployment supported')] };
    expect(plain('decision', alone)).toContain('taken by the CSC on 17 June 2026, is: Deployment supported.');
    expect(onlyOf('decision.recorded', alone, '2026-06-18').outcome).toBe('met');
  });

  it('lets nothing that says neither way hide that the CSC said no', () => {
    const refused = { ...facts, decisions: [decision('2026-06-10', 'no'), decision('2026-06-17', 'Report noted')] };
    const [ahead] = ruleOf('golive.actual', refused, '2026-07-01');
    expect(ahead?.sentence).toContain('the CSC decided “no” on 10 June 2026');
  });

  it('of one day contradicts no decision that says which way', () => {
    const sameDay = { ...facts, decisions: [decision('2026-06-10', 'go'), decision('2026-06-10', 'Report noted')] };
    expect(onlyOf('decision.recorded', sameDay, '2026-06-18').sentence).toBe(
      'The CSC decided on 10 June 2026: “go” (§5.3); on 10 June 2026 it decided “Report noted”.',
    );
  });
});
