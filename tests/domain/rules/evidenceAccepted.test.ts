import { describe, expect, it } from 'vitest';
import { followAcceptance, isWhatWasAccepted } from '../../../shared/domain/records/acceptance.ts';
import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const accepted = {
  version: 1,
  sha256: first,
  criteria: ['AC-01'],
  by: 'Ada Byron',
  organisation: 'SECAS',
  on: '2026-04-02',
};
const item = { reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted' as const, sha256: first };
const facts = (change: object): FactsInput => ({ evidence: [{ ...item, accepted, ...change }] });

describeRule('evidence.accepted-content', [
  {
    when: 'nothing has been accepted',
    facts: { evidence: [{ ...item, status: 'submitted' }] },
    expected: { outcome: 'notApplicable' },
  },
  { when: 'it is what was accepted', facts: facts({}), expected: { outcome: 'met', clause: null, basis: 'practice' } },
  {
    when: 'its file was replaced',
    facts: facts({ status: 'submitted', sha256: second }),
    expected: { outcome: 'notMet', subject: 'EV-001@1', waitsFor: 'SECAS', severity: 'warning' },
    says: /^EV-001 version 1 was accepted by Ada Byron of SECAS on 2 April 2026; its file has been changed since \(practice\)\.$/,
  },
  {
    when: 'its file and its criteria were changed',
    facts: facts({ status: 'submitted', sha256: second, criteria: ['AC-02'] }),
    expected: { outcome: 'notMet' },
    says: 'its file and its criteria have been changed since',
  },
  {
    when: 'it was accepted before anybody wrote down when',
    facts: facts({ status: 'submitted', sha256: second, accepted: { ...accepted, organisation: null, on: null } }),
    expected: { outcome: 'notMet' },
    says: /^EV-001 version 1 was accepted by Ada Byron; its file/,
  },
  {
    when: 'it was accepted after the day that is looked at',
    facts: facts({ status: 'submitted', sha256: second, accepted: { ...accepted, on: '2026-05-02' } }),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'it takes effect after the day that is looked at, and nobody wrote down when it was accepted',
    facts: facts({ effectiveOn: '2026-05-02', accepted: { ...accepted, organisation: null, on: null } }),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'it was withdrawn since',
    facts: facts({ status: 'withdrawn', sha256: second }),
    expected: { outcome: 'notApplicable' },
  },
]);

describe('what follows from a change of evidence', () => {
  const actor = { name: 'Bo Test', organisation: 'DCC' };
  const by = { actor, on: '2026-05-01', restates: false };

  it('takes criteria in another order for the same', () => {
    const two = { ...item, criteria: ['AC-02', 'AC-01'], accepted: { ...accepted, criteria: ['AC-01', 'AC-02'] } };
    expect(isWhatWasAccepted(two)).toBe(true);
  });

  it('says of an acceptance for what it was given', () => {
    const before = { ...item, status: 'submitted' };
    expect(followAcceptance(before, item, by)).toEqual({
      accepted: {
        version: 1,
        sha256: first,
        criteria: ['AC-01'],
        by: 'Bo Test',
        organisation: 'DCC',
        on: '2026-05-01',
      },
    });
  });

  it.each([{ sha256: second }, { version: 2 }, { criteria: ['AC-02'] }])(
    'makes accepted evidence submitted again by %j, and keeps what was accepted',
    (change) => {
      const before = { ...item, accepted };
      expect(followAcceptance(before, { ...before, ...change }, by)).toEqual({
        accepted,
        status: 'submitted',
        statusBy: 'Bo Test, DCC',
        statusReason: null,
      });
    },
  );

  it('leaves an acceptance alone that is stated for what stands, and marks one that says nothing of it', () => {
    const file = { ...by, restates: true };
    expect(followAcceptance(null, { ...item, accepted }, file)).toEqual({});
    expect(followAcceptance(null, { ...item, statusBy: 'SECAS' }, file)).toEqual({
      accepted: { version: 1, sha256: first, criteria: ['AC-01'], by: 'SECAS', organisation: null, on: null },
    });
  });
});
