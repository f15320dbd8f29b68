import { describe, expect, it } from 'vitest';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { type FactsInput, findingsOf, onlyOf, ruleOf } from '../fixtures/facts.ts';

/** `docs/domain.md`, Cases that must read right: sentence for sentence. */
describe('cases that must read right', () => {
  /** Settled anew in the second round: each agreement is told by its own record. */
  const adHocSentence = (agreed: string) =>
    `Scope set 33 days before Go-Live, 151 days short of six months (§4.3); ${agreed} agreed by the CSC on 15 October 2021.`;
  const adHoc = {
    name: 'Ad-hoc 2021',
    kind: 'documentation' as const,
    slot: null,
    goLive: { approvedDate: '2021-11-17' },
  };
  const modifications = (more: object) =>
    ['MP1', 'MP2', 'MP3'].map((reference) => ({ reference, impacts: ['secDocuments' as const], ...more }));

  it('an ad-hoc release set up five weeks before: one grouped finding, not one per modification', () => {
    const added = {
      addedToScopeOn: '2021-10-15',
      lateAddition: { body: 'CSC', on: '2021-10-15', reason: 'Authority direction' },
    };
    const found = ruleOf(
      'scope.documents-6-months',
      { release: adHoc, modifications: modifications(added) },
      '2021-10-20',
    );
    expect(found.map((finding) => [finding.subject, finding.outcome, finding.slackDays])).toEqual([
      ['MP1', 'covered', -151],
      ['MP2', 'covered', -151],
      ['MP3', 'covered', -151],
    ]);
    const groups = groupFindings(found);
    expect(groups.map((group) => [group.sentence, group.subjects])).toEqual([
      [adHocSentence('late addition'), ['MP1', 'MP2', 'MP3']],
    ]);
  });

  it('the same release whose scope one decision set, accepted by an exception', () => {
    const facts: FactsInput = {
      release: adHoc,
      modifications: modifications({}),
      scopeDecisions: [{ body: 'CSC', on: '2021-10-15', sets: 'all' }],
      exceptions: [{ rule: 'scope.documents-6-months', body: 'CSC', on: '2021-10-15', reason: 'ad-hoc' }],
    };
    expect(onlyOf('scope.documents-6-months', facts, '2021-10-20')).toMatchObject({
      subject: null,
      outcome: 'covered',
      sentence: adHocSentence('exception'),
    });
  });

  it('the same release agreed by the CSC, with nothing recorded that accepts the miss', () => {
    const facts: FactsInput = {
      release: { ...adHoc, goLive: { ...adHoc.goLive, approvedBy: 'CSC', approvedOn: '2021-10-15' } },
      modifications: modifications({}),
      scopeDecisions: [{ body: 'CSC', on: '2021-10-15', sets: 'all' }],
    };
    expect(onlyOf('scope.documents-6-months', facts, '2021-10-20')).toMatchObject({
      outcome: 'notMet',
      sentence: adHocSentence('ad-hoc release'),
    });
  });

  it('one late addition: covered by its CSC decision; the others inherit the single finding of the baseline', () => {
    const facts: FactsInput = {
      modifications: [
        { reference: 'MP1', impacts: ['dccSystems'] },
        { reference: 'MP2', impacts: ['dccSystems'] },
        {
          reference: 'MP9',
          impacts: ['dccSystems'],
          addedToScopeOn: '2025-09-01',
          lateAddition: { body: 'CSC', on: '2025-09-01' },
        },
      ],
      scopeDecisions: [{ body: 'CSC', on: '2025-06-20', sets: 'systems' }],
    };
    expect(
      ruleOf('scope.system-12-months', facts, '2026-05-01').map((finding) => [finding.subject, finding.outcome]),
    ).toEqual([
      [null, 'met'],
      ['MP9', 'covered'],
    ]);
  });

  it('a Documentation Release without TAD and testing: notApplicable with the reason', () => {
    const facts: FactsInput = {
      release: { kind: 'documentation', slot: '2026-02' },
      modifications: [{ reference: 'MP1', impacts: ['secDocuments'] }],
    };
    const found = findingsOf(facts, '2026-02-01').filter(
      ({ rule }) => /^(tad|user-testing)\./.test(rule) && rule !== 'tad.longer-period-reason',
    );
    expect(found.map((finding) => finding.outcome)).toEqual(Array.from({ length: 6 }, () => 'notApplicable'));
    for (const finding of found) expect(finding.sentence).toContain('nothing in scope impacts DCC or User Systems');
  });

  it('a modification in parts: what is live and what is not', () => {
    const facts: FactsInput = {
      release: {
        slot: '2021-11',
        goLive: { approvedDate: '2021-11-04' },
        notLive: [{ modification: 'SECMP0007', what: 'CSP part', until: 'June 2022' }],
      },
      modifications: [
        { reference: 'SECMP0007', part: 'DSP elements', impacts: ['dccSystems'], implementationDate: '2021-11-04' },
      ],
    };
    const found = onlyOf('scope.implementation-date', facts, '2021-10-20');
    expect(found.outcome).toBe('met');
    expect(found.sentence).toContain('DSP elements live 4 November 2021; CSP part not live, proposed for June 2022');
  });

  it('a criterion with no corresponding body: an empty list with a reason is notApplicable, unset is cannotTell', () => {
    const given = (criterion: object) =>
      onlyOf('input.given', { criteria: [{ reference: 'AC-01', ...criterion }] }, '2026-05-01').outcome;
    expect(given({ bodies: [], bodiesReason: 'Legal drafting' })).toBe('notApplicable');
    expect(given({})).toBe('cannotTell');
  });

  it('a view on an earlier version', () => {
    const facts: FactsInput = {
      criteria: [{ reference: 'AC-01', text: 'Text', bodies: ['TAG'] }],
      evidence: [1, 2].map((version) => ({
        reference: 'EV-003',
        version,
        criteria: ['AC-01'],
        status: 'accepted' as const,
      })),
      views: [
        {
          body: 'TAG',
          criterion: 'AC-01',
          position: 'supports',
          on: '2026-04-14',
          sawText: 'Text',
          saw: [{ evidence: 'EV-003@1' }],
        },
      ],
    };
    expect(onlyOf('input.fresh', facts, '2026-05-01')).toMatchObject({
      outcome: 'notMet',
      sentence: 'TAG supported EV-003 version 1; version 2 has not been put to TAG.',
    });
  });

  it('scope decided before approvals: scope met, approval notDue, RID not yet applicable', () => {
    const facts: FactsInput = {
      modifications: [{ reference: 'MP1', impacts: ['dccSystems'], status: 'targeted' }],
      scopeDecisions: [{ body: 'CSC', on: '2025-06-20', sets: 'systems' }],
    };
    expect(onlyOf('scope.system-12-months', facts, '2025-07-01').outcome).toBe('met');
    expect(onlyOf('scope.approved', facts, '2025-07-01').outcome).toBe('notDue');
    expect(onlyOf('rid.exists', facts, '2025-07-01').outcome).toBe('notApplicable');
  });

  it('"not yet", then a second submission: both are kept, and the second is the final one', () => {
    const facts: FactsInput = {
      submissions: [
        { on: '2026-04-20', presentedBy: ['SECAS'] },
        { on: '2026-05-18', presentedBy: ['SECAS', 'DCC'] },
      ],
      decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet', wording: 'Come back.' }],
      criteria: [{ reference: 'AC-01', bodies: ['TAG'], selfStatus: 'met' }],
      views: [{ body: 'TAG', criterion: 'AC-01', position: 'supports', on: '2026-05-12' }],
    };
    expect(onlyOf('submission.presented', facts, '2026-05-19').outcome).toBe('met');
    expect(onlyOf('input.given', facts, '2026-05-19').outcome).toBe('met');
  });

  it('a lead time that lies ahead, and one that has passed without its date', () => {
    const facts: FactsInput = { modifications: [{ reference: 'MP1', impacts: ['dccSystems'] }] };
    expect(onlyOf('tad.published-6-months', facts, '2025-09-22').sentence).toContain(
      'due 25 December 2025, in 94 days',
    );
    expect(onlyOf('tad.published-6-months', facts, '2026-01-05').sentence).toContain(
      'no date by the as-of date; it was due 25 December 2025',
    );
  });

  it('a TAD published two days late', () => {
    const facts: FactsInput = {
      release: { goLive: { approvedDate: '2026-06-25' } },
      modifications: [{ reference: 'MP1', impacts: ['dccSystems'] }],
      tad: { versions: [{ version: '1.0', finalisedOn: '2025-12-20', publishedOn: '2025-12-27' }] },
    };
    expect(onlyOf('tad.published-6-months', facts, '2026-01-05')).toMatchObject({
      rule: 'tad.published-6-months',
      basis: 'guidance',
      clause: '§5.1',
      severity: 'warning',
      outcome: 'notMet',
      subject: null,
      formula: 'approved Go-Live date less 6 months',
      due: '2025-12-25',
      practicalDue: '2025-12-24',
      actual: '2025-12-27',
      slackDays: -2,
      sentence: 'The TAD was published on 27 December 2025, 2 days short of six months before Go-Live (§5.1).',
      coveredBy: null,
    });
  });
});
