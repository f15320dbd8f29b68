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
    ['conditions closed', 'other'],
    ['noted', 'other'],
    ['', 'other'],
    [null, 'other'],
  ])('%s: %s', (outcome, kind) => {
    expect(decisionKindOf(outcome)).toBe(kind);
  });

  it('is what the rules go by: after “agreed to defer” another submission is asked for', () => {
    const submissions = [{ on: '2026-06-01', presentedBy: ['SECAS', 'DCC'] }];
    const decisions = [{ body: 'CSC', on: '2026-06-10', outcome: 'agreed to defer', wording: 'Deferred.' }];
    expect(onlyOf('submission.in-time', { submissions, decisions }, '2026-06-12')).toMatchObject({
      outcome: 'cannotTell',
      sentence:
        'Cannot tell when the next submission to the CSC is made: the CSC decided “agreed to defer” on 10 June 2026, and no other submission is planned (§5.3).',
    });
  });
});
