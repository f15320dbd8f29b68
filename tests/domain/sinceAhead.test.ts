import { describe, expect, it } from 'vitest';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import { type FactsInput, factsWith, snapshotOf } from '../fixtures/facts.ts';

describe('what changed since', () => {
  it.each<readonly [string, FactsInput, FactsInput, string]>([
    [
      'a removal that lies ahead',
      { modifications: [{ reference: 'MP1', inScope: true }] },
      { modifications: [{ reference: 'MP1', removedFromScopeOn: '2026-05-20' }] },
      'MP1: leaves the scope on 20 May 2026.',
    ],
    [
      'a joining that lies ahead',
      { modifications: [{ reference: 'MP1', inScope: false }] },
      { modifications: [{ reference: 'MP1', inScope: true, addedToScopeOn: '2026-05-20' }] },
      'MP1: joins the scope on 20 May 2026.',
    ],
    [
      'an approval that lies ahead',
      { modifications: [{ reference: 'MP1', status: 'targeted' }] },
      { modifications: [{ reference: 'MP1', status: 'approved', approvedOn: '2026-05-20' }] },
      'MP1: was targeted; its status is now recorded as approved, on 20 May 2026 (after 1 May 2026: not yet).',
    ],
    [
      'a view that lies ahead',
      {},
      { views: [{ body: 'TAG', criterion: 'AC-01', position: 'supports', on: '2026-05-20' }] },
      'AC-01: a view of TAG of 20 May 2026 is recorded, “supports” (after 1 May 2026: not yet).',
    ],
    [
      'a question that lies ahead',
      {},
      { views: [{ body: 'CSC', criterion: 'AC-01', askedOn: '2026-05-20' }] },
      'AC-01: the CSC is to be asked on 20 May 2026.',
    ],
    [
      'a decision that lies ahead',
      {},
      { decisions: [{ body: 'CSC', on: '2026-05-28', outcome: 'Go' }] },
      'Decision of the CSC of 28 May 2026 was added: “Go” (after 1 May 2026: not yet).',
    ],
    [
      'an approved date that lies ahead of its approval',
      {},
      { release: { goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2026-05-20' } } },
      'As it is recorded, Go-Live is approved for the first time: 25 June 2026, approved by the CSC on 20 May 2026 (after 1 May 2026: not yet).',
    ],
    [
      'an issue whose state was not stated before',
      { testIssues: [{ reference: 'T1' }] },
      { testIssues: [{ reference: 'T1', open: true }] },
      'Issue T1: is recorded as open.',
    ],
    [
      'an issue that was closed before',
      { testIssues: [{ reference: 'T1', open: false }] },
      { testIssues: [{ reference: 'T1', open: true }] },
      'Issue T1: opened again.',
    ],
    [
      'a version that is rejected and so replaces nothing',
      { evidence: [{ reference: 'EV-2' }] },
      { evidence: [{ reference: 'EV-2' }, { reference: 'EV-2', version: 2, status: 'rejected' }] },
      'EV-2 version 2 was added, rejected.',
    ],
    [
      'a version below the one that is there',
      { evidence: [{ reference: 'EV-1', version: 2 }] },
      {
        evidence: [
          { reference: 'EV-1', version: 1 },
          { reference: 'EV-1', version: 2 },
        ],
      },
      'EV-1 version 1 was added.',
    ],
    [
      'when a condition is due',
      { conditions: [{ text: 'Retest.', due: { when: 'beforeGoLive' } }] },
      { conditions: [{ text: 'Retest.', due: { daysFromGoLive: 1 } }] },
      'Condition “Retest”: due was before Go-Live, is now 1 day after Go-Live.',
    ],
    [
      'a text that was sent',
      {},
      { sent: [{ text: 'release-page', on: '2026-04-20' }] },
      'Sent text “release page” of 20 April 2026 was added.',
    ],
    [
      'a maximum of all phases',
      {},
      { issueThresholds: [{ severity: 1, maximumOpen: 0 }] },
      'Maximum of severity 1 in all phases was added.',
    ],
    [
      'the type',
      { release: { kind: 'system' } },
      { release: { kind: null } },
      '“Type” was System Release, is now not recorded.',
    ],
    [
      'the bodies of a criterion',
      { criteria: [{ reference: 'AC-1', text: 'Done.' }] },
      { criteria: [{ reference: 'AC-1', text: 'Done.', bodies: ['TAG'] }] },
      'Criterion AC-1: “Put to” was not recorded, is now “TAG”.',
    ],
  ])('says of %s what has happened by then, and no more', (_, was, is, sentence) => {
    const told = factsSince({ facts: factsWith(was) }, snapshotOf(factsWith(is), '2026-05-01'));
    expect(told.map((change) => change.sentence)).toEqual([sentence]);
  });

  it('an exception is called by the title of its rule', () => {
    const is = factsWith({ exceptions: [{ rule: 'tad.published-6-months', subject: 'MP1' }] });
    const [change] = factsSince({ facts: factsWith() }, snapshotOf(is, '2026-05-01'));
    expect(change?.sentence).toMatch(/^Exception to “[A-Z][^”]+” for MP1 was added\.$/);
  });
});
