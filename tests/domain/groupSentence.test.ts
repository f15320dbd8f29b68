import { expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import { groupSentence } from '../../shared/domain/pack/decision/groupWords.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { bodyOf } from '../../shared/domain/records/bodies.ts';
import { findingsOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

/** Findings of one rule with one outcome, of which there are several; as the decision page groups them. */
function groupsOf(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(`${finding.rule} ${finding.outcome}`);
    if (group) group.push(finding);
    else groups.set(`${finding.rule} ${finding.outcome}`, [finding]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const criteria = (count: number, bodies: readonly string[]) =>
  Array.from({ length: count }, (_, at) => ({ reference: `AC-0${at + 1}`, text: 'Text', bodies }));

const told = (count: number, bodies: readonly string[], rule: string) => {
  const facts = { criteria: criteria(count, bodies), submissions: [{ on: '2026-06-01', final: true }] };
  const groups = groupsOf(findingsOf(facts as never, '2026-06-12', { final: true }));
  return groups.filter(([first]) => first.rule === rule && first.outcome === 'notMet').map(groupSentence);
};

it('criteria that were put to neither of two bodies are counted once each', () => {
  expect(told(3, ['OPSG', 'TAG'], 'input.given')).toEqual([
    '3 criteria were not put to OPSG or TAG in time: AC-01, AC-02 and AC-03.',
  ]);
});

it('one criterion that was put to neither of two bodies is not two', () => {
  expect(told(1, ['OPSG', 'TAG'], 'input.given')).toEqual([
    expect.stringMatching(/^AC-01: .*OPSG.* And 1 more like it: TAG\/AC-01\.$/),
  ]);
});

it('what one body owes on several criteria are not several bodies', () => {
  expect(told(3, ['SSC'], 'input.other-bodies')).toEqual([
    '3 views of other bodies were not given in time: SSC/AC-01, SSC/AC-02 and SSC/AC-03.',
  ]);
});

it('no sentence counts more criteria, modifications or bodies than there are', () => {
  let counted = 0;
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const { facts } = snapshot;
      const bodies = [...facts.criteria.flatMap((one) => one.bodies ?? []), ...facts.views.map(({ body }) => body)];
      const most: Readonly<Record<string, number>> = {
        criteria: new Set([
          ...facts.criteria.map((one) => one.reference),
          ...facts.issueThresholds.map((one) => one.criterion),
        ]).size,
        modifications: facts.modifications.length,
        bodies: new Set([...bodies, ...facts.requiredBodies.map(({ body }) => body ?? '')].map(bodyOf)).size,
      };
      for (const group of groupsOf(computeReadiness(snapshot).findings)) {
        const [, count, noun] =
          /^(?:Cannot tell whether )?(\d+) (criteria|modifications|bodies) /.exec(groupSentence(group)) ?? [];
        if (noun === undefined) continue;
        counted += 1;
        expect(Number(count), groupSentence(group)).toBeGreaterThan(1);
        expect(Number(count), groupSentence(group)).toBeLessThanOrEqual(most[noun] ?? 0);
      }
    }),
    { numRuns: 200 },
  );
  expect(counted).toBeGreaterThan(50);
});
