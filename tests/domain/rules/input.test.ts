import { describe, expect, it } from 'vitest';
import { stampFor } from '../../../shared/domain/readiness/staleness.ts';
import { type FactsInput, factsWith, ruleOf } from '../../fixtures/facts.ts';
import { describeRule } from '../../fixtures/ruleTable.ts';

const hash = (letter: string) => letter.repeat(64);
const asked = (bodies: readonly string[] | null, views: readonly object[] = [], rest: object = {}): FactsInput =>
  ({
    criteria: [
      { reference: 'AC-01', text: 'Text', bodies, selfStatus: 'met', ...(rest as { criterion?: object }).criterion },
    ],
    views,
    ...(rest as { facts?: object }).facts,
  }) as never;
const view = (more: object = {}) => ({
  body: 'TAG',
  criterion: 'AC-01',
  position: 'supports',
  on: '2026-04-14',
  ...more,
});
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
    says: 'AC-01: TAG has given its view, recorded on 14 April 2026 (§5.3).',
  },
  {
    when: 'a recorded "no view"',
    facts: asked(['TAG'], [view({ position: 'noView' })]),
    options: { final: true },
    expected: { outcome: 'met' },
  },
  {
    when: 'the body under its full name',
    facts: asked(['Testing Advisory Group'], [view()]),
    expected: { outcome: 'met', subject: 'TAG/AC-01' },
  },
  {
    when: 'not asked, the day before go-live',
    facts: asked(['TAG']),
    asOf: '2026-06-24',
    expected: { outcome: 'notDue', waitsFor: 'TAG', slackDays: 0 },
    says: 'AC-01: TAG has not been asked; due 24 June 2026',
  },
  {
    when: 'not asked, on the day of go-live',
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
    when: 'asked, no answer, in the final pack',
    facts: asked(['TAG'], [view({ position: null, on: null, askedOn: '2026-04-01' })]),
    options: { final: true },
    expected: { outcome: 'notMet' },
    says: 'was asked on 1 April 2026 and has not answered',
  },
  {
    when: 'deferred',
    facts: asked(['TAG'], [view({ position: 'deferred' })]),
    expected: { outcome: 'notDue' },
    says: 'TAG has deferred its view',
  },
  {
    when: 'answered on the day of the submission',
    facts: asked(['TAG'], [view({ on: '2026-04-20' })], submitted),
    expected: { outcome: 'met' },
  },
  {
    when: 'answered the day after the submission',
    facts: asked(['TAG'], [view({ on: '2026-04-21' })], submitted),
    expected: { outcome: 'notMet', slackDays: -1 },
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
    says: 'AC-01: no body corresponds to it, because: It concerns documents only (§5.3).',
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
  { when: 'mapped and silent', facts: asked(['SSC']), expected: { outcome: 'notDue', waitsFor: 'SSC' } },
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
    expected: { outcome: 'notMet', waitsFor: 'TAG' },
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
  { when: 'no stamp', facts: seen([item(1)], view()), expected: { outcome: 'cannotTell' } },
  {
    when: 'no stamp of the wording',
    facts: seen([item(1)], saw(1, { sawText: null })),
    expected: { outcome: 'met' },
    says: 'the wording it saw is not recorded',
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
    expect(stampFor(facts, 'AC-01')).toEqual({
      sawText: 'Text',
      saw: [
        { evidence: 'EV-003@2', sha256: hash('2') },
        { evidence: 'EV-010@1', sha256: hash('a') },
      ],
    });
    expect(stampFor(facts, 'AC-99')).toEqual({ sawText: null, saw: [] });
  });

  it('go stale exactly for the views that saw what was replaced, each naming old and new version', () => {
    const views = [
      { body: 'TAG', criterion: 'AC-01', position: 'supports', ...stampFor(facts, 'AC-01') },
      { body: 'TAG', criterion: 'AC-02', position: 'supports', ...stampFor(facts, 'AC-02') },
      { body: 'OPSG', criterion: 'AC-02', position: 'noView', ...stampFor(facts, 'AC-02') },
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
