import { describe, expect, it } from 'vitest';
import { decisionKindOf } from '../../shared/domain/rulebook/decisionKind.ts';
import { onlyOf } from '../fixtures/facts.ts';

describe('what an outcome in somebody’s own words comes to', () => {
  it.each([
    ['go', 'go'],
    ['Go with conditions', 'go'],
    ['Go-Live, with the south deferred to July', 'go'],
    ['go; not yet for the CSP part', 'go'],
    ['agreed', 'go'],
    ['Agreed to go live', 'go'],
    ['The CSC agreed that the release proceeds', 'go'],
    ['approved without further delay', 'go'],
    ['agreed not to defer', 'go'],
    ['decided to go', 'go'],
    ['Go live later in June', 'go'],
    ['not yet', 'notYet'],
    ['Not-yet', 'notYet'],
    ['Deferred to June', 'notYet'],
    ['postponed', 'notYet'],
    ['agreed to defer', 'notYet'],
    ['The CSC agreed to postpone', 'notYet'],
    ['Approved a delay of one month', 'notYet'],
    ['Go-Live deferred', 'notYet'],
    ['Decision: not yet', 'notYet'],
    ['not to go live yet', 'notYet'],
    ['no decision', 'notYet'],
    ['No; resubmit in July', 'notYet'],
    ['later', 'notYet'],
    ['no', 'no'],
    ['No-go', 'no'],
    ['agreed not to go live', 'no'],
    ['The CSC agreed that the release should not go live', 'no'],
    ['The Change Sub-Committee did not approve it', 'no'],
    ['rejected', 'no'],
    ['Conditional go', 'go'],
    ['Conditional approval', 'go'],
    ['Conditionally approved', 'go'],
    ['Go subject to the discharge of C-01', 'go'],
    ['Approved with conditions', 'go'],
    ['go from 2 July', 'go'],
    ['Go for North only', 'go'],
    ['Release approved', 'go'],
    ['June 2026 SEC Release approved', 'go'],
    ['The release is approved', 'go'],
    ['Members approved', 'go'],
    ['CSC members unanimously agreed to go', 'go'],
    ['Unanimous approval', 'go'],
    ['The Committee agreed to go', 'go'],
    ['It was agreed to go live', 'go'],
    ['Approval to proceed', 'go'],
    ['Go/no-go: go', 'go'],
    ['Decision: go', 'go'],
    ['To proceed', 'go'],
    ['No objection', 'go'],
    ['No objections were raised', 'go'],
    ['No objections; approved', 'go'],
    ['No objection to Go-Live', 'go'],
    ['No concerns: go', 'go'],
    ['No further evidence needed; go', 'go'],
    ['No delay; go', 'go'],
    ['Noted and approved', 'go'],
    ['Conditions met: go', 'go'],
    ['Go, MP2 withdrawn', 'go'],
    ['No objection to a deferral', 'notYet'],
    ['No objections; deferred to July', 'notYet'],
    ['Release deferred', 'notYet'],
    ['Approval deferred', 'notYet'],
    ['The Committee agreed to defer', 'notYet'],
    ['Conditional approval not yet possible', 'notYet'],
    ['Put on hold', 'notYet'],
    ['Agreed to revisit in July', 'notYet'],
    ['Not yet approved', 'notYet'],
    ['No-go for now', 'notYet'],
    ['not approved', 'no'],
    ['Release not approved', 'no'],
    ['Members rejected it', 'no'],
    ['No go', 'no'],
    ['Go/no-go: no-go', 'no'],
    ['Decision: no', 'no'],
    ['Go-Live rejected', 'no'],
    ['Approval refused', 'no'],
    ['Approval was not given', 'no'],
    ['Cannot approve', 'no'],
    ['withdrawn', 'no'],
    ['Agreed to withdraw the release', 'no'],
    ['No approval', 'no'],
    ['Discussed; not approved', 'no'],
    ['No, with two objections', 'no'],
    ['Approval pending', 'other'],
    ['Agreed to note the paper', 'other'],
    ['No comments', 'other'],
    ['Members noted the paper', 'other'],
    ['Noted, next steps agreed with the DCC', 'other'],
    ['Conditional', 'other'],
    ['The CSC', 'other'],
    ['conditions closed', 'other'],
    ['noted', 'other'],
    ['', 'other'],
    [null, 'other'],
  ])('%s: %s', (outcome, kind) => {
    expect(decisionKindOf(outcome)).toBe(kind);
  });

  it('is what the rules go by: after “Conditional go” no other submission counts', () => {
    const submissions = ['2026-05-20', '2026-06-10'].map((on) => ({ on, presentedBy: ['SECAS', 'DCC'] }));
    const decisions = [{ body: 'CSC', on: '2026-06-01', outcome: 'Conditional go', wording: 'Go.' }];
    expect(onlyOf('submission.in-time', { submissions, decisions }, '2026-06-12')).toMatchObject({
      outcome: 'met',
      actual: '2026-05-20',
    });
  });

  it('is what the rules go by: after “agreed to defer” another submission is asked for', () => {
    const submissions = [{ on: '2026-06-01', presentedBy: ['SECAS', 'DCC'] }];
    const decisions = [{ body: 'CSC', on: '2026-06-10', outcome: 'agreed to defer', wording: 'Deferred.' }];
    expect(onlyOf('submission.in-time', { submissions, decisions }, '2026-06-12')).toMatchObject({
      outcome: 'cannotTell',
      sentence:
        'Cannot tell when the next submission to the CSC is made: the CSC decided “agreed to defer” on 10 June 2026, and no other is planned (§5.3).',
    });
  });
});
