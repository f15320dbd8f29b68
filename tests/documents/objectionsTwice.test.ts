import { expect, it } from 'vitest';
import { bodyCounts, standingsOf } from '../../shared/domain/pack/bodyViews.ts';
import { objectionBlocks } from '../../shared/domain/pack/decision/committees.ts';
import { type DecisionLimits, decisionLimits } from '../../shared/domain/pack/decision/limits.ts';
import { packContextOf, unsealed } from '../../shared/domain/pack/packContext.ts';
import { viewsTable } from '../../shared/domain/pack/sections/viewsTable.ts';
import { viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import { factsWith } from '../fixtures/facts.ts';
import { packSnapshotOf } from './fixtures.ts';

const view = (more: object) => ({ body: 'TAG', criterion: 'AC-01', on: '2026-04-14', ...more });
const against = (wording: string, more: object = {}) => view({ position: 'doesNotSupport', wording, ...more });

function told(views: readonly object[]) {
  const criteria = [{ reference: 'AC-01', text: 'Text', bodies: ['TAG'], selfStatus: 'met' }];
  const snapshot = packSnapshotOf(factsWith({ criteria, views } as never), '2026-05-01' as never, { final: false }, {});
  const context = packContextOf(snapshot, unsealed);
  const blocks = objectionBlocks(context, decisionLimits[0] as DecisionLimits);
  const answered = snapshot.readiness.findings.filter(({ rule }) => rule === 'input.answered');
  return {
    context,
    pack: JSON.stringify(blocks),
    findings: answered.map(({ outcome, sentence }) => [outcome, sentence]),
  };
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

it('an objection does not disappear behind a later deferral, in no count and no table', () => {
  const views = [against('Too few tests.'), view({ position: 'deferred', on: '2026-04-20' })];
  const { context, pack, findings } = told(views);
  expect(pack).toContain('Too few tests.');
  expect(findings).toEqual([['notMet', expect.stringContaining('has no answer')]]);
  expect(bodyCounts(context, 'TAG')).toMatchObject({ against: 1, other: 0 });
  const table = JSON.stringify(viewsTable(context, standingsOf(context, 'TAG'), 'Views'));
  expect(table).toMatch(
    /Does not support.*Too few tests\..*Deferred.*puts off a further view; the view of 14 April 2026 stands/,
  );
  const history = viewHistoriesOf(context.facts.views, context.asOf).of('TAG', 'AC-01');
  expect(history.standing?.position).toBe('doesNotSupport');
  expect(history.all.map(({ became }) => became)).toEqual(['deferred', 'stands']);
});

it('support of a later day takes the place of an objection', () => {
  const { pack, findings } = told([against('Too few tests.'), view({ position: 'supports', on: '2026-04-20' })]);
  expect(pack).not.toContain('Too few tests.');
  expect(findings).toEqual([['notApplicable', 'No body has set a condition or objected.']]);
});
