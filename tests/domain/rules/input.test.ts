import { asked, view } from '../../fixtures/asked.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const submitted = { facts: { submissions: [{ on: '2026-04-20' }] } };

describeRule('input.given', [
  {
    when: 'answered',
    facts: asked(['TAG'], [view()]),
    expected: {
      outcome: 'met',
      subject: 'TAG/AC-01',
      severity: 'blocker',
      clause: '§5.3',
      restsOn: ['criterion:AC-01', 'view:TAG/AC-01'],
    },
    says: /^AC-01: put to TAG; TAG answered on 14 April 2026 \(§5\.3\)\.$/,
  },
  {
    when: 'a recorded "no view"',
    facts: asked(['TAG'], [view({ position: 'noView' })]),
    options: { final: true },
    expected: { outcome: 'met' },
    says: 'AC-01: put to TAG; TAG recorded no view on 14 April 2026 (§5.3).',
  },
  {
    when: 'the body under its full name',
    facts: asked(['Testing Advisory Group'], [view()]),
    expected: { outcome: 'met', subject: 'TAG/AC-01' },
  },
  {
    when: 'not asked, the day before Go-Live',
    facts: asked(['TAG']),
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', waitsFor: 'SECAS', slackDays: 0 },
    says: 'AC-01: TAG has not been asked; due 24 June 2026',
  },
  {
    when: 'not asked, on the day of Go-Live',
    facts: asked(['TAG']),
    asOf: '2026-06-25',
    expected: { outcome: 'notMet' },
  },
  {
    when: 'not asked, in the final pack',
    facts: asked(['TAG']),
    options: { final: true },
    expected: { outcome: 'notMet', mendAt: 'view:TAG/AC-01#position' },
    says: 'AC-01: TAG has not been asked, and this is the final pack (§5.3).',
  },
  {
    when: 'asked, no answer, in the final pack: its silence is judged by another rule',
    facts: asked(['TAG'], [view({ position: null, on: null, askedOn: '2026-04-01' })]),
    options: { final: true },
    expected: { outcome: 'met', actual: '2026-04-01' },
    says: 'AC-01: put to TAG on 1 April 2026: asked, no answer yet (§5.3).',
  },
  {
    when: 'answered before the day that is recorded for the question: both days are told',
    facts: asked(['TAG'], [view({ position: 'noView', askedOn: '2026-04-27', on: '2026-01-05' })]),
    expected: { outcome: 'met', actual: '2026-01-05' },
    says: 'AC-01: put to TAG by 5 January 2026, though recorded as asked on 27 April 2026; TAG recorded no view on 5 January 2026 (§5.3).',
  },
  {
    when: 'deferred: it was put to the body',
    facts: asked(['TAG'], [view({ position: 'deferred' })]),
    expected: { outcome: 'met' },
    says: 'AC-01: put to TAG; TAG deferred its view on 14 April 2026 (§5.3).',
  },
  {
    when: 'answered on the day of the submission',
    facts: asked(['TAG'], [view({ on: '2026-04-20' })], submitted),
    expected: { outcome: 'met' },
    says: 'put to TAG, on the day of the submission; TAG answered on 20 April 2026',
  },
  {
    when: 'answered the day after the submission',
    facts: asked(['TAG'], [view({ on: '2026-04-21' })], submitted),
    expected: { outcome: 'notMet', slackDays: -1, mend: 'Submit to the CSC again, with what TAG says of AC-01.' },
    says: 'AC-01: put to TAG on 21 April 2026 only, after the final submission of 20 April 2026 (§5.3).',
  },
  {
    when: 'asked before the submission and answered after it',
    facts: asked(['TAG'], [view({ askedOn: '2026-04-20', on: '2026-04-21' })], submitted),
    expected: { outcome: 'met', actual: '2026-04-20' },
  },
  {
    when: 'asked after the submission too, and before it',
    facts: asked(
      ['TAG'],
      [view({ askedOn: '2026-04-19', on: null, position: null }), view({ on: '2026-04-28' })],
      submitted,
    ),
    expected: { outcome: 'met', actual: '2026-04-19' },
  },
  {
    when: 'not asked before the submission',
    facts: asked(['TAG'], [], submitted),
    expected: { outcome: 'notMet', mend: 'Put AC-01 to TAG, and submit to the CSC again.' },
    says: 'AC-01: TAG has not been asked, and the final submission was made on 20 April 2026 (§5.3).',
  },
  {
    when: 'its owner calls it not applicable',
    facts: asked(['TAG'], [], { criterion: { selfStatus: 'notApplicable' } }),
    options: { final: true },
    expected: { outcome: 'notMet', subject: 'TAG/AC-01' },
  },
  {
    when: 'its owner calls it not applicable, and no body is mapped',
    facts: asked(null, [], { criterion: { selfStatus: 'notApplicable' } }),
    expected: { outcome: 'notApplicable', subject: 'AC-01' },
  },
  {
    when: 'answered after the as-of date',
    facts: asked(['TAG'], [view({ on: '2026-05-02' })]),
    expected: { outcome: 'notDue' },
  },
  {
    when: 'bodies not decided',
    facts: asked(null),
    expected: { outcome: 'cannotTell', subject: 'AC-01', mendAt: 'criterion:AC-01#bodies' },
  },
  {
    when: 'none corresponds, with a reason',
    facts: asked([], [], { criterion: { bodiesReason: 'It concerns documents only' } }),
    expected: { outcome: 'notApplicable', subject: 'AC-01' },
    says: 'AC-01: no body corresponds to it, because: “It concerns documents only” (§5.3).',
  },
  {
    when: 'none corresponds, without a reason',
    facts: asked([]),
    expected: { outcome: 'cannotTell', mendAt: 'criterion:AC-01#bodiesReason' },
  },
  {
    when: 'only another body',
    facts: asked(['SSC']),
    expected: { outcome: 'notApplicable' },
    says: 'neither to OPSG nor to TAG',
  },
  { when: 'no criterion', facts: {}, expected: { outcome: 'notApplicable', subject: null } },
]);

describeRule('input.other-bodies', [
  { when: 'none required', facts: asked(['TAG']), expected: { outcome: 'notApplicable', severity: 'warning' } },
  {
    when: 'mapped and answered',
    facts: asked(['SSC'], [view({ body: 'SSC' })]),
    expected: { outcome: 'met', subject: 'SSC/AC-01' },
  },
  { when: 'mapped and not asked', facts: asked(['SSC']), expected: { outcome: 'notDue', waitsFor: 'SECAS' } },
  {
    when: 'mapped, asked and silent',
    facts: asked(['SSC'], [view({ body: 'SSC', askedOn: '2026-04-01', position: null, on: null })]),
    expected: { outcome: 'notDue', waitsFor: 'SSC', mend: 'Ask SSC for its answer on AC-01, and record it.' },
    says: 'AC-01: put to SSC on 1 April 2026: asked, no answer yet; due 24 June 2026, in 54 days (§5.3).',
  },
  {
    when: 'mapped and deferred, in the final pack',
    facts: asked(['SSC'], [view({ body: 'SSC', position: 'deferred' })]),
    options: { final: true },
    expected: { outcome: 'notMet' },
    says: 'AC-01: SSC deferred its view on 14 April 2026, and this is the final pack (§5.3).',
  },
  {
    when: 'mapped, answered the day after the submission',
    facts: asked(['SSC'], [view({ body: 'SSC', on: '2026-04-21' })], submitted),
    expected: { outcome: 'notMet', slackDays: -1 },
  },
  {
    when: 'required and asked',
    facts: asked(['TAG'], [view({ body: 'TABASC', askedOn: '2026-04-01', position: null, on: null })], {
      facts: { requiredBodies: [{ body: 'TABASC' }] },
    }),
    expected: { outcome: 'notDue', subject: 'TABASC', waitsFor: 'TABASC' },
    says: 'TABASC: asked, no answer yet, on AC-01; due 24 June 2026, in 54 days (§5.3).',
  },
  {
    when: 'mapped and silent in the final pack',
    facts: asked(['SSC']),
    options: { final: true },
    expected: { outcome: 'notMet' },
  },
  {
    when: 'required and silent in the final pack',
    facts: asked(['TAG'], [], { facts: { requiredBodies: [{ body: 'TABASC', why: 'Architecture' }] } }),
    options: { final: true },
    expected: { outcome: 'notMet', subject: 'TABASC' },
  },
  {
    when: 'required and answered',
    facts: asked(['TAG'], [view({ body: 'TABASC' })], { facts: { requiredBodies: [{ body: 'TABASC' }] } }),
    expected: { outcome: 'met', subject: 'TABASC' },
  },
]);

describeRule('input.received', [
  {
    when: 'nobody asked',
    facts: asked(['TAG']),
    expected: { outcome: 'notApplicable', severity: 'warning', basis: 'practice', clause: null },
  },
  {
    when: 'answered',
    facts: asked(['TAG'], [view()]),
    expected: { outcome: 'met', subject: 'TAG/AC-01' },
    says: 'AC-01: TAG answered on 14 April 2026 (practice).',
  },
  {
    when: 'no view is an answer',
    facts: asked(['TAG'], [view({ position: 'noView' })]),
    options: { final: true },
    expected: { outcome: 'met' },
    says: 'AC-01: TAG recorded no view on 14 April 2026 (practice).',
  },
  {
    when: 'asked and silent',
    facts: asked(['TAG'], [view({ position: null, on: null, askedOn: '2026-04-01' })]),
    expected: { outcome: 'notDue', waitsFor: 'TAG', mend: 'Ask TAG for its answer on AC-01, and record it.' },
    says: 'AC-01: put to TAG on 1 April 2026: asked, no answer yet; due 24 June 2026, in 54 days (practice).',
  },
  {
    when: 'asked and silent, in the final pack: it warns and does not hold it up',
    facts: asked(['TAG'], [view({ position: null, on: null, askedOn: '2026-04-01' })]),
    options: { final: true },
    expected: { outcome: 'notMet', severity: 'warning' },
    says: 'AC-01: put to TAG on 1 April 2026: asked, no answer yet, and this is the final pack (practice).',
  },
  {
    when: 'deferred, after the submission',
    facts: asked(['TAG'], [view({ position: 'deferred' })], submitted),
    expected: { outcome: 'notMet', mend: 'Ask TAG for its answer on AC-01, record it, and submit to the CSC again.' },
    says: 'AC-01: TAG deferred its view on 14 April 2026, and the final submission was made on 20 April 2026 (practice).',
  },
  {
    when: 'answered, and deferred since',
    facts: asked(['TAG'], [view(), view({ position: 'deferred', on: '2026-04-28' })], submitted),
    expected: { outcome: 'met' },
  },
  {
    when: 'answered after the submission',
    facts: asked(['TAG'], [view({ on: '2026-04-21' })], submitted),
    expected: { outcome: 'notMet', slackDays: -1 },
    says: 'AC-01: TAG answered on 21 April 2026, after the final submission of 20 April 2026 (practice).',
  },
  {
    when: 'another body that the criterion requires is judged by its own rule',
    facts: asked(['SSC'], [view({ body: 'SSC', position: null, on: null })]),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'a body that was asked though nobody requires it',
    facts: asked(['TAG'], [view({ body: 'CSC', position: null, on: null, askedOn: '2026-04-01' })]),
    expected: { outcome: 'notDue', subject: 'CSC/AC-01' },
    says: 'AC-01: put to the CSC on 1 April 2026: asked, no answer yet',
  },
]);
