import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const documentation = { kind: 'documentation', slot: '2026-02' } as const;
const one = (impact: 'secDocuments' | 'dccSystems'): FactsInput['modifications'] => [
  { reference: 'MP1', impacts: [impact] },
];

/** What is said of the release as a whole and of what is in its scope may contradict each other. */
describeRule('type.documentation-no-dcc-impact', [
  {
    when: 'an impact is stated for the whole, and none for what is in scope',
    facts: { release: { ...documentation, impactsDccSystems: true }, modifications: one('secDocuments') },
    expected: { outcome: 'notMet' },
    says: 'but the release as a whole is stated to impact the DCC Systems, while nothing in scope is (§2).',
  },
  {
    when: 'an impact is stated for what is in scope, and none for the whole',
    facts: { release: { ...documentation, impactsDccSystems: false }, modifications: one('dccSystems') },
    expected: { outcome: 'notMet' },
    says: 'but MP1 impacts the DCC Systems, while the release as a whole is stated not to (§2).',
  },
]);
