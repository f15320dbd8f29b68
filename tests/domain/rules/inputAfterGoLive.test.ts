import { expect, it } from 'vitest';
import { asked, view } from '../../fixtures/asked.ts';
import { onlyOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

/* Without a recorded submission the last day for it counts: a body asked after that was not asked before it (§5.3). */

const live = { facts: { release: { goLive: { approvedDate: '2026-06-25', actualDate: '2026-06-25' } } } };
const late = view({ askedOn: '2026-07-02', on: '2026-07-09' });
const inTime = view({ askedOn: '2026-06-24', on: '2026-07-09' });
const ofSsc = (day: string) => view({ body: 'SSC', askedOn: day, on: day });
const asOf = '2026-07-20';

describeRule('input.given', [
  {
    when: 'asked after Go-Live, no submission recorded',
    facts: asked(['TAG'], [late], live),
    asOf,
    expected: {
      outcome: 'notMet',
      actual: '2026-07-02',
      slackDays: -8,
      mend: 'Record the earlier day on which AC-01 was put to TAG, if there was one.',
      mendAt: 'view:TAG/AC-01#askedOn',
    },
    says: 'AC-01: put to TAG on 2 July 2026 only, after the last day for the submission, 24 June 2026 (§5.3).',
  },
  {
    when: 'asked after the last day, and nothing says that it is live',
    facts: asked(['TAG'], [late], { facts: { release: { goLive: { approvedDate: '2026-06-25' } } } }),
    asOf,
    expected: { outcome: 'notMet' },
  },
  {
    when: 'asked on the last day, no submission recorded',
    facts: asked(['TAG'], [inTime], live),
    asOf,
    expected: { outcome: 'met' },
  },
]);

describeRule('input.received', [
  {
    when: 'answered after Go-Live, no submission recorded',
    facts: asked(['TAG'], [inTime], live),
    asOf,
    expected: {
      outcome: 'notMet',
      mend: 'Record the earlier day on which TAG answered on AC-01, if there was one.',
      mendAt: 'view:TAG/AC-01#on',
    },
    says: 'AC-01: TAG answered on 9 July 2026, after the last day for the submission, 24 June 2026 (practice).',
  },
  {
    when: 'silent after Go-Live, no submission recorded',
    facts: asked(['TAG'], [view({ position: null, on: null, askedOn: '2026-06-01' })], live),
    asOf,
    expected: { outcome: 'notMet', mend: 'Ask TAG for its answer on AC-01, and record it.' },
  },
]);

describeRule('input.other-bodies', [
  {
    when: 'answered after Go-Live, no submission recorded',
    facts: asked(['SSC'], [ofSsc('2026-07-03')], live),
    asOf,
    expected: { outcome: 'notMet', slackDays: -9 },
    says: 'AC-01: SSC answered on 3 July 2026, after the last day for the submission, 24 June 2026 (§5.3).',
  },
  {
    when: 'required for the release, answered after Go-Live',
    facts: asked([], [ofSsc('2026-07-03')], { facts: { ...live.facts, requiredBodies: [{ body: 'SSC', why: 'x' }] } }),
    asOf,
    expected: { outcome: 'notMet' },
    says: 'SSC: answered on AC-01 on 3 July 2026, after the last day for the submission, 24 June 2026 (§5.3).',
  },
]);

it('counts all that has come in a final pack, unless that itself comes after the last day', () => {
  const facts = asked(['TAG'], [view({ askedOn: '2026-06-24', on: '2026-06-24' }), late], live);
  expect(onlyOf('input.given', facts, '2026-06-24', { final: true }).outcome).toBe('met');
  const tooLate = asked(['TAG'], [late], live);
  expect(onlyOf('input.given', tooLate, asOf, { final: true }).outcome).toBe('notMet');
});
