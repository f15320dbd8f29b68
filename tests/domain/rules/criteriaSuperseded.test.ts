import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const criterion = { reference: 'AC-01', text: 'Testing is complete', owner: 'DCC', selfStatus: 'met' } as never;
const item = (more: object = {}) =>
  ({ reference: 'EV-001', version: 1, criteria: ['AC-01'], status: 'accepted', ...more }) as never;
const withEvidence = (...evidence: never[]): FactsInput => ({ criteria: [criterion], evidence });

describeRule('criteria.evidenced', [
  {
    when: 'superseded by an item of another reference, which is not accepted',
    facts: withEvidence(item(), item({ reference: 'EV-010', status: 'submitted', supersedes: 'EV-001@1' })),
    expected: { outcome: 'notMet', restsOn: ['criterion:AC-01', 'evidence:EV-010@1'] },
    says: 'AC-01: claims to be met, yet EV-010 version 1 is only submitted (§5.3).',
  },
  {
    when: 'superseded by an item that is not linked',
    facts: withEvidence(item(), item({ reference: 'EV-010', criteria: [], supersedes: 'EV-001@1' })),
    expected: {
      outcome: 'notMet',
      restsOn: ['criterion:AC-01', 'evidence:EV-001@1', 'evidence:EV-010@1'],
      mend: 'Link EV-010 version 1 to AC-01, or add other evidence for it, and have it accepted.',
    },
    says: 'AC-01: claims to be met, yet EV-001 version 1 was superseded by EV-010 version 1, which is not linked to it (§5.3).',
  },
  {
    when: 'superseded by a linked item, and that by one that is not linked',
    facts: withEvidence(
      item(),
      item({ reference: 'EV-002', supersedes: 'EV-001@1' }),
      item({ reference: 'EV-003', criteria: [], supersedes: 'EV-002@1' }),
    ),
    expected: {
      outcome: 'notMet',
      mend: 'Link EV-003 version 1 to AC-01, or add other evidence for it, and have it accepted.',
    },
    says: 'yet EV-001 version 1 was superseded by EV-002 version 1; EV-002 version 1 was superseded by EV-003 version 1, which is not linked to it (§5.3).',
  },
  {
    when: 'one superseded by an item that is not linked, one withdrawn',
    facts: withEvidence(
      item(),
      item({ reference: 'EV-002', status: 'withdrawn' }),
      item({ reference: 'EV-010', criteria: [], supersedes: 'EV-001@1' }),
    ),
    expected: { outcome: 'notMet' },
    says: 'yet EV-001 version 1 was superseded by EV-010 version 1, which is not linked to it; EV-002 version 1 was withdrawn and nothing replaces it (§5.3).',
  },
  {
    when: 'superseded by an item that is not linked, and a version after it was rejected',
    facts: withEvidence(
      item(),
      item({ version: 2, status: 'rejected' }),
      item({ reference: 'EV-002', criteria: [], supersedes: 'EV-001@1' }),
    ),
    expected: {
      outcome: 'notMet',
      mend: 'Link EV-002 version 1 to AC-01, or add other evidence for it, and have it accepted.',
    },
    says: 'AC-01: claims to be met, yet EV-001 version 1 was superseded by EV-002 version 1, which is not linked to it (§5.3).',
  },
  {
    when: 'superseded by an item that is not linked, and a version after it was rejected that alone is linked',
    facts: withEvidence(
      item({ criteria: [] }),
      item({ version: 2, status: 'rejected' }),
      item({ reference: 'EV-002', criteria: [], supersedes: 'EV-001@1' }),
    ),
    expected: { outcome: 'notMet' },
    says: 'yet EV-001 version 2 was rejected and nothing replaces it (§5.3).',
  },
  {
    when: 'an older version linked, and the current one not',
    facts: withEvidence(item(), item({ version: 2, criteria: [] })),
    expected: {
      outcome: 'notMet',
      restsOn: ['criterion:AC-01', 'evidence:EV-001@1', 'evidence:EV-001@2'],
      mend: 'Link EV-001 version 2 to AC-01, or add other evidence for it, and have it accepted.',
      mendAt: 'evidence:EV-001@2#criteria',
    },
    says: 'AC-01: claims to be met, yet EV-001 version 1 was replaced by version 2, which is not linked to it (§5.3).',
  },
  {
    when: 'a later version linked and rejected, and the current one not linked',
    facts: withEvidence(item({ criteria: ['AC-02'] }), item({ version: 2, status: 'rejected' })),
    expected: { outcome: 'notMet', restsOn: ['criterion:AC-01', 'evidence:EV-001@2', 'evidence:EV-001@1'] },
    says: 'yet EV-001 version 2 was rejected, and version 1, the current one, is not linked to it (§5.3).',
  },
  {
    when: 'a version linked and withdrawn, and the one after it, not linked, rejected',
    facts: withEvidence(item({ status: 'withdrawn' }), item({ version: 2, criteria: [], status: 'rejected' })),
    expected: { outcome: 'notMet', restsOn: ['criterion:AC-01', 'evidence:EV-001@1'] },
    says: 'yet EV-001 version 1 was withdrawn and nothing replaces it (§5.3).',
  },
  {
    when: 'an older version linked, and the one after it superseded by an item that is not linked',
    facts: withEvidence(
      item(),
      item({ version: 2, criteria: [] }),
      item({ reference: 'EV-002', criteria: [], supersedes: 'EV-001@2' }),
    ),
    expected: {
      outcome: 'notMet',
      mend: 'Link EV-002 version 1 to AC-01, or add other evidence for it, and have it accepted.',
    },
    says: 'yet EV-001 version 2 was superseded by EV-002 version 1, which is not linked to it (§5.3).',
  },
  {
    when: 'superseded by an item that was withdrawn since',
    facts: withEvidence(item(), item({ reference: 'EV-010', status: 'withdrawn', supersedes: 'EV-001@1' })),
    expected: { outcome: 'met' },
  },
]);
