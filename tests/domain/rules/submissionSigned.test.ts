import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

type State = 'these facts' | 'other facts' | 'broken';

const sha256 = 'a'.repeat(64);
const signature = (organisation: string, on = '2026-04-30') => ({
  organisation,
  by: 'Kim',
  on,
  key: 'k',
  factsSha256: sha256,
  signature: 's',
});

const submitted = (on: string | null, ...signatures: object[]): FactsInput => ({
  submissions: [{ on, presentedBy: ['SECAS', 'DCC'], signatures: signatures as never }],
});

const found = (...states: readonly (readonly [string, State, string?])[]) => ({
  signatures: states.map(([organisation, state, fingerprint = null]) => ({
    organisation,
    factsSha256: sha256,
    fingerprint,
    state,
  })),
});

const both = [signature('SECAS'), signature('DCC')];

describeRule('submission.signed', [
  {
    when: 'both signed these facts',
    facts: submitted('2026-05-01', ...both),
    options: found(['SECAS', 'these facts'], ['DCC', 'these facts']),
    expected: { outcome: 'met', basis: 'practice', severity: 'warning' },
    says: 'SECAS and the DCC both signed exactly these facts of the submission of 1 May 2026 (practice).',
  },
  {
    when: 'both signed these facts, each with its own key',
    facts: submitted('2026-05-01', ...both),
    options: found(['SECAS', 'these facts', '1111 2222'], ['DCC', 'these facts', '3333 4444']),
    expected: { outcome: 'met' },
  },
  {
    when: 'one store’s key signed for both sides',
    facts: submitted('2026-05-01', ...both),
    options: found(['SECAS', 'these facts', '1111 2222'], ['DCC', 'these facts', '1111 2222']),
    expected: { outcome: 'cannotTell', waitsFor: 'DCC' },
    says: 'Cannot tell whether SECAS and the DCC both signed the facts of the submission of 1 May 2026: both signatures were made with the key 1111 2222, and a key is one store’s (practice).',
  },
  {
    when: 'one store’s key signed for both sides, and one of them with its own beside it',
    facts: submitted('2026-05-01', ...both, signature('DCC')),
    options: found(
      ['SECAS', 'these facts', '1111 2222'],
      ['DCC', 'these facts', '1111 2222'],
      ['DCC', 'these facts', '3333 4444'],
    ),
    expected: { outcome: 'met' },
  },
  {
    when: 'one store’s key signed for both sides, and its own signed what was changed since',
    facts: submitted('2026-05-01', ...both, signature('DCC')),
    options: found(
      ['SECAS', 'these facts', '1111 2222'],
      ['DCC', 'these facts', '1111 2222'],
      ['DCC', 'other facts', '3333 4444'],
    ),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'one side signed, on the day of the submission',
    facts: submitted('2026-05-01', signature('DCC')),
    options: found(['DCC', 'these facts']),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'SECAS has not signed the facts of the submission of 1 May 2026 (practice).',
  },
  {
    when: 'one side signed, the day before the submission',
    facts: submitted('2026-05-02', signature('DCC')),
    options: found(['DCC', 'these facts']),
    expected: { outcome: 'notDue', waitsFor: 'SECAS', waitsUntil: '2026-05-02' },
  },
  {
    when: 'nobody signed what was submitted',
    facts: submitted('2026-04-30'),
    expected: { outcome: 'notMet' },
    says: 'SECAS and the DCC have not signed the facts of the submission of 30 April 2026 (practice).',
  },
  {
    when: 'nobody signed what is to be submitted, judged as a final',
    facts: submitted('2026-05-20'),
    options: { final: true },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'the facts were changed after one signature',
    facts: submitted('2026-05-02', ...both),
    options: found(['SECAS', 'these facts'], ['DCC', 'other facts']),
    expected: { outcome: 'notMet', waitsFor: 'DCC' },
    says: 'What the DCC signed for the submission of 2 May 2026 was changed since (practice).',
  },
  {
    when: 'a key did not make the signature that names it',
    facts: submitted('2026-05-01', ...both),
    options: found(['SECAS', 'broken'], ['DCC', 'these facts']),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: 'The signature of SECAS on the submission of 1 May 2026 was not made by the key that it names (practice).',
  },
  {
    when: 'a signature of tomorrow',
    facts: submitted('2026-05-01', signature('SECAS'), signature('DCC', '2026-05-02')),
    options: found(['SECAS', 'these facts'], ['DCC', 'these facts']),
    expected: { outcome: 'notMet', waitsFor: 'DCC' },
  },
  {
    when: 'somebody of neither side signed',
    facts: submitted('2026-05-01', signature('Ofgem')),
    options: found(['Ofgem', 'these facts']),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
  },
  {
    when: 'signatures that nobody checked',
    facts: submitted('2026-05-01', ...both),
    expected: { outcome: 'cannotTell' },
  },
  {
    when: 'no submission',
    facts: {},
    expected: { outcome: 'notDue' },
    says: 'No submission to the CSC is recorded yet, so there is nothing to sign (practice).',
  },
  {
    when: 'the one that was made is superseded, and no other is planned',
    facts: { ...submitted('2026-04-20'), decisions: [{ body: 'CSC', on: '2026-04-29', outcome: 'not yet' }] },
    expected: { outcome: 'notDue' },
    says: 'The CSC decided “not yet” on 29 April 2026, and no other submission is planned, so there is nothing to sign (practice).',
  },
  {
    when: 'the only one was made after the decision to go',
    facts: { ...submitted('2026-04-20'), decisions: [{ body: 'CSC', on: '2026-04-19', outcome: 'go' }] },
    expected: { outcome: 'notDue' },
    says: "No submission is recorded before the CSC's decision to go of 19 April 2026, and that of 20 April 2026 was made after it and does not count, so there is nothing to sign (practice).",
  },
]);
