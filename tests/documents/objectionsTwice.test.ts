import { expect, it } from 'vitest';
import { objectionBlocks } from '../../shared/domain/pack/decision/committees.ts';
import { type DecisionLimits, decisionLimits } from '../../shared/domain/pack/decision/limits.ts';
import { packContextOf, unsealed } from '../../shared/domain/pack/packContext.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const view = (more: object) => ({ body: 'TAG', criterion: 'AC-01', on: '2026-04-14', ...more });
const against = (wording: string, more: object = {}) => view({ position: 'doesNotSupport', wording, ...more });

function told(views: readonly object[]) {
  const criteria = [{ reference: 'AC-01', text: 'Text', bodies: ['TAG'], selfStatus: 'met' }];
  const snapshot = packSnapshotOf(factsWith({ criteria, views } as never), '2026-05-01' as never, { final: false }, {});
  const blocks = objectionBlocks(packContextOf(snapshot, unsealed), decisionLimits[0] as DecisionLimits);
  const answered = snapshot.readiness.findings.filter(({ rule }) => rule === 'input.answered');
  return { pack: JSON.stringify(blocks), findings: answered.map(({ outcome, sentence }) => [outcome, sentence]) };
}

it('an objection that two people entered, each in words of its own, stands in both words', () => {
  const { pack, findings } = told([against('Too few tests.', { answer: 'More were run.' }), against('Low volumes.')]);
  for (const words of ['Too few tests.', 'Low volumes.']) expect(pack).toContain(words);
  expect(findings).toEqual([['notMet', expect.stringContaining('has no answer')]]);
});

it.each([0, 1])('an objection does not disappear behind support that somebody else entered for that day', (at) => {
  const views = [against('Too few tests.'), view({ position: 'supports' })];
  const { pack, findings } = told(at === 0 ? views : views.toReversed());
  expect(pack).toContain('Too few tests.');
  expect(findings).toHaveLength(1);
});

it('support of a later day takes the place of an objection', () => {
  const { pack, findings } = told([against('Too few tests.'), view({ position: 'supports', on: '2026-04-20' })]);
  expect(pack).not.toContain('Too few tests.');
  expect(findings).toEqual([['notApplicable', 'No body has set a condition or objected.']]);
});
