import type { FactsInput } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const put = (...decisions: readonly object[]): FactsInput => ({
  submissions: [{ on: '2026-04-20', meeting: '2026-04-29', presentedBy: ['SECAS', 'DCC'] }],
  decisions: decisions.map((one) => ({ on: '2026-04-29', outcome: 'go', wording: 'Go.', ...one })),
});

/** What another body decided is told as that, and is no decision of the CSC. */
describeRule('decision.recorded', [
  {
    when: 'taken by the Panel, after the meeting of the CSC',
    facts: put({ body: 'Panel' }),
    expected: {
      outcome: 'notMet',
      waitsFor: 'CSC',
      mend: "Record the CSC's decision: outcome, exact wording and dissent.",
    },
    says: 'No Go-Live decision of the CSC is recorded; it was to take one by 29 April 2026 (§5.3). The Panel decided “go” on 29 April 2026; §5.3 asks the CSC.',
  },
  {
    when: 'taken by the Authority, before the meeting of the CSC',
    facts: put({ body: 'Ofgem', on: '2026-04-22' }),
    asOf: '2026-04-28',
    expected: { outcome: 'notDue' },
    says: 'due 29 April 2026, in 1 day. The Authority decided “go” on 22 April 2026; §5.3 asks the CSC.',
  },
  {
    when: 'taken by the Panel, and by the CSC since',
    facts: put({ body: 'Panel', on: '2026-04-22' }, { body: 'CSC' }),
    expected: { outcome: 'met' },
    says: 'The CSC decided on 29 April 2026: “go” (§5.3).',
  },
  {
    when: 'begun for the Panel, which is no decision of the CSC',
    facts: put({ body: 'Panel', outcome: null }),
    expected: { outcome: 'notMet' },
    says: /^No Go-Live decision of the CSC is recorded; it was to take one by 29 April 2026 \(§5\.3\)\.$/,
  },
  {
    when: 'of no stated body, it is the CSC’s',
    facts: put({ body: '' }),
    expected: { outcome: 'met' },
  },
]);
