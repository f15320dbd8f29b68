import { describeRule } from '../../fixtures/ruleTable.ts';

const comment = { pack: 'SEC-GL 2026-06 · 1', page: 4, author: 'Ovo', on: '2026-04-01', text: 'Why?' };

describeRule('comments.answered', [
  {
    when: 'answered',
    facts: { comments: [{ ...comment, answer: 'Because.' }] },
    expected: { outcome: 'met', basis: 'practice', clause: null },
    says: 'The comment “Why?” of 1 April 2026 on “SEC-GL 2026-06 · 1” has an answer (practice).',
  },
  {
    when: 'closed without an answer',
    facts: { comments: [{ ...comment, closed: true }] },
    expected: { outcome: 'met' },
    says: 'was closed without an answer',
  },
  {
    when: 'not answered',
    facts: { comments: [comment] },
    expected: { outcome: 'notMet', severity: 'advice', subject: 'Ovo 2026-04-01', waitsFor: 'SECAS' },
  },
  {
    when: 'given to somebody to answer',
    facts: { comments: [{ ...comment, answeredBy: 'Grace Hopper' }] },
    expected: { outcome: 'notMet', waitsFor: 'Grace Hopper' },
  },
  {
    when: 'of which nothing is recorded',
    facts: { comments: [{}] },
    expected: { outcome: 'notMet' },
    says: 'A comment on a pack has no answer (practice).',
  },
  {
    when: 'made after the as-of date',
    facts: { comments: [{ ...comment, on: '2026-05-02' }] },
    expected: { outcome: 'notApplicable' },
  },
]);
