import { describe, expect, it } from 'vitest';
import { stampFor } from '../../../shared/domain/staleness/staleness.ts';
import { asked, view } from '../../fixtures/asked.ts';
import { factsWith, ruleOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const hash = (letter: string) => letter.repeat(64);

const item = (version: number, more: object = {}) => ({
  reference: 'EV-003',
  version,
  criteria: ['AC-01'],
  status: 'accepted',
  sha256: hash(String(version)),
  ...more,
});
const saw = (version: number, more: object = {}) =>
  view({ sawText: 'Text', saw: [{ evidence: `EV-003@${version}`, sha256: hash(String(version)) }], ...more });
const seen = (evidence: readonly object[], ...views: object[]) => asked(['TAG'], views, { facts: { evidence } });
describeRule('input.fresh', [
  {
    when: 'nothing changed',
    facts: seen([item(1)], saw(1)),
    expected: { outcome: 'met', subject: 'TAG/AC-01', basis: 'practice', clause: null },
  },
  {
    when: 'a newer version',
    facts: seen([item(1), item(2)], saw(1)),
    expected: { outcome: 'notMet', waitsFor: 'SECAS' },
    says: /^TAG supported EV-003 version 1; version 2 has not been put to TAG\.$/,
  },
  {
    when: 'a newer version, after an objection',
    facts: seen([item(1), item(2)], saw(1, { position: 'doesNotSupport' })),
    expected: { outcome: 'notMet' },
    says: 'TAG did not support EV-003 version 1; version 2 has not been put to TAG.',
  },
  {
    when: 'the body reaffirmed',
    facts: seen([item(1), item(2)], saw(1), saw(2, { on: '2026-04-28' })),
    expected: { outcome: 'met' },
  },
  {
    when: 'a newer version that was rejected',
    facts: seen([item(1), item(2, { status: 'rejected' })], saw(1)),
    expected: { outcome: 'met' },
  },
  {
    when: 'another file under the same version',
    facts: seen([item(1, { sha256: hash('f') })], saw(1)),
    expected: { outcome: 'notMet' },
    says: 'TAG supported EV-003 version 1 with another file',
  },
  {
    when: 'withdrawn',
    facts: seen([item(1, { status: 'withdrawn' })], saw(1)),
    expected: { outcome: 'notMet' },
    says: 'TAG supported EV-003 version 1, which has since been withdrawn.',
  },
  {
    when: 'new evidence',
    facts: seen([item(1), item(1, { reference: 'EV-009' })], saw(1)),
    expected: { outcome: 'notMet' },
    says: 'TAG supported AC-01 on 14 April 2026; EV-009 version 1 has not been put to TAG.',
  },
  {
    when: 'reworded',
    facts: seen([item(1)], saw(1, { sawText: 'Old text' })),
    expected: { outcome: 'notMet' },
    says: 'TAG supported an earlier wording of the criterion',
  },
  {
    when: 'no longer linked',
    facts: seen([item(1, { criteria: ['AC-02'] })], saw(1)),
    expected: { outcome: 'notMet' },
    says: 'which no longer belongs to the criterion',
  },
  {
    when: 'a newer version after the as-of date',
    facts: seen([item(1), item(2, { addedOn: '2026-05-02' })], saw(1)),
    expected: { outcome: 'met' },
  },
  {
    when: 'no stamp',
    facts: seen([item(1)], view()),
    expected: { outcome: 'cannotTell', mendAt: 'view:TAG/AC-01#sawText' },
    says: 'the wording and the evidence it saw are not recorded (practice).',
  },
  {
    when: 'superseded by an item of another reference, and a version after it was rejected',
    facts: seen(
      [item(1), item(2, { status: 'rejected' }), item(1, { reference: 'EV-009', supersedes: 'EV-003@1' })],
      saw(1),
    ),
    expected: { outcome: 'notMet' },
    says: 'TAG supported EV-003 version 1, which has since been superseded.',
  },
  {
    when: 'superseded by an item of another reference',
    facts: seen([item(1), item(1, { reference: 'EV-009', supersedes: 'EV-003@1' })], saw(1)),
    expected: { outcome: 'notMet' },
    says: 'TAG supported EV-003 version 1, which has since been superseded. EV-009 version 1 has not been put to TAG.',
  },
  {
    when: 'a version that takes effect after the as-of date was seen already',
    facts: seen([item(1), item(2, { effectiveOn: '2026-05-02' })], saw(2)),
    expected: { outcome: 'met' },
  },
  {
    when: 'its owner calls the criterion not applicable',
    facts: asked(['TAG'], [saw(1)], { facts: { evidence: [item(2)] }, criterion: { selfStatus: 'notApplicable' } }),
    expected: { outcome: 'notMet', subject: 'TAG/AC-01' },
  },
  {
    when: 'no stamp of the wording',
    facts: seen([item(1)], saw(1, { sawText: null })),
    expected: { outcome: 'cannotTell', mendAt: 'view:TAG/AC-01#sawText' },
    says: 'AC-01: cannot tell whether what TAG saw has changed: the wording it saw is not recorded (practice).',
  },
  { when: 'no view', facts: seen([item(1)]), expected: { outcome: 'notApplicable' } },
]);

describeRule('input.answered', [
  {
    when: 'conditions with an answer',
    facts: asked(['TAG'], [view({ position: 'supportsWithConditions', answer: 'Done' })]),
    expected: { outcome: 'met', severity: 'advice' },
  },
  {
    when: 'conditions without',
    facts: asked(['TAG'], [view({ position: 'supportsWithConditions' })]),
    expected: { outcome: 'notMet', mendAt: 'view:TAG/AC-01#answer' },
    says: 'AC-01: TAG supported it with conditions, and that has no answer (practice).',
  },
  {
    when: 'an objection without',
    facts: asked(['TAG'], [view({ position: 'doesNotSupport', answer: ' ' })]),
    expected: { outcome: 'notMet' },
  },
  {
    when: 'an objection without, and a deferral since',
    facts: asked(['TAG'], [view({ position: 'doesNotSupport' }), view({ position: 'deferred', on: '2026-04-28' })]),
    expected: { outcome: 'notMet', subject: 'TAG/AC-01' },
  },
  {
    when: 'an objection without, and support since',
    facts: asked(['TAG'], [view({ position: 'doesNotSupport' }), view({ on: '2026-04-28' })]),
    expected: { outcome: 'notApplicable' },
  },
  {
    when: 'an objection to what its owner calls not applicable',
    facts: asked(['TAG'], [view({ position: 'doesNotSupport' })], { criterion: { selfStatus: 'notApplicable' } }),
    expected: { outcome: 'notMet' },
  },
  { when: 'support', facts: asked(['TAG'], [view()]), expected: { outcome: 'notApplicable' } },
]);

describe('stamps', () => {
  const facts = factsWith({
    criteria: [
      { reference: 'AC-01', text: 'Text', bodies: ['TAG'] },
      { reference: 'AC-02', text: 'Other', bodies: ['TAG', 'OPSG'] },
    ],
    evidence: [
      item(1),
      item(2),
      { reference: 'EV-010', version: 1, criteria: ['AC-01', 'AC-02'], sha256: hash('a') },
      { reference: 'EV-004', version: 1, criteria: ['AC-01'], status: 'withdrawn' },
    ],
  } as never);

  it('hold the wording and the current linked evidence with its hash', () => {
    expect(stampFor(facts, 'AC-01', null)).toEqual({
      sawText: 'Text',
      saw: [
        { evidence: 'EV-003@2', sha256: hash('2') },
        { evidence: 'EV-010@1', sha256: hash('a') },
      ],
    });
    expect(stampFor(facts, 'AC-99', null)).toEqual({ sawText: null, saw: [] });
  });

  it('go stale exactly for the views that saw what was replaced, each naming old and new version', () => {
    const views = [
      { body: 'TAG', criterion: 'AC-01', position: 'supports', ...stampFor(facts, 'AC-01', null) },
      { body: 'TAG', criterion: 'AC-02', position: 'supports', ...stampFor(facts, 'AC-02', null) },
      { body: 'OPSG', criterion: 'AC-02', position: 'noView', ...stampFor(facts, 'AC-02', null) },
    ];
    const replaced = { ...facts, views, evidence: [...facts.evidence, { ...item(3), status: 'submitted' }] };
    const stale = ruleOf('input.fresh', replaced as never, '2026-05-01').filter(
      (finding) => finding.outcome === 'notMet',
    );
    expect(stale.map((finding) => [finding.subject, finding.sentence])).toEqual([
      ['TAG/AC-01', 'TAG supported EV-003 version 2; version 3 has not been put to TAG.'],
    ]);
  });
});
