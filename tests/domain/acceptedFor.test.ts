import { describe, expect, it } from 'vitest';
import { computeCoverage } from '../../shared/domain/coverage/computeCoverage.ts';
import { computeSufficiency } from '../../shared/domain/coverage/computeSufficiency.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { isAcceptedFor, isWhatWasAccepted } from '../../shared/domain/records/acceptance.ts';
import { phaseGaps } from '../../shared/domain/testing/phaseGaps.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];
const accepted = { version: 1, sha256: first, criteria: ['AC-01'], by: 'Ada', organisation: 'SECAS', on: '2026-04-02' };
const item = {
  reference: 'EV-001',
  version: 1,
  title: 'Report',
  criteria: ['AC-01'],
  status: 'accepted' as const,
  sha256: first,
  accepted,
};

describe('an acceptance', () => {
  it.each([
    ['of what stands', {}, true, true],
    ['of another file', { sha256: second }, false, false],
    ['of another version', { version: 2 }, false, false],
    ['of other criteria', { accepted: { ...accepted, criteria: ['AC-02'] } }, false, false],
    ['of one criterion, with another added since', { criteria: ['AC-01', 'AC-02'] }, true, false],
    ['that came without saying what it was of', { accepted: { by: 'Ada', on: '2026-04-02' } }, true, false],
    ['before a file was attached', { accepted: { ...accepted, sha256: null } }, true, false],
    ['of an older store', { accepted: null }, true, true],
  ])('%s', (_, change, counts, stands) => {
    const one = { ...item, ...change };
    expect([isAcceptedFor(one, 'AC-01'), isWhatWasAccepted(one)]).toEqual([counts, stands]);
  });
});

it('waits for the provider to hand a draft in, and for SECAS to accept what was handed in', () => {
  const criteria = [{ reference: 'AC-01', text: 'It works.', bodies: ['TAG'], owner: 'DCC' }];
  const planned = (status: 'draft' | 'submitted') => {
    const evidence = [{ ...item, accepted: null, status, provider: 'DCC' }];
    const { items } = computePlan(snapshotOf(factsWith({ criteria, evidence }), '2026-05-01'));
    return items.filter(({ kind }) => kind === 'evidence').map(({ what, waitsFor }) => [what, waitsFor]);
  };
  expect(planned('draft')).toEqual([['Submission of EV-001 version 1 for AC-01', 'DCC']]);
  expect(planned('submitted')).toEqual([['Acceptance of EV-001 version 1 for AC-01', 'SECAS']]);
});

it('leaves a hole in the coverage of a criterion called not applicable only where the rules on input ask', () => {
  const holesWith = (views: readonly object[], bodies: readonly string[] | null = ['TAG']) => {
    const criteria = [
      { reference: 'AC-05', text: 'n/a', bodies, selfStatus: 'notApplicable', rationale: 'No change.' },
    ];
    return computeCoverage(snapshotOf(factsWith({ criteria, views } as never), '2026-05-01')).rows[0]?.holes;
  };
  expect(holesWith([])).toEqual(['no view of TAG']);
  expect(holesWith([], null)).toEqual([]);
  const view = { body: 'TAG', criterion: 'AC-05', askedOn: '2026-04-01', position: 'supports', on: '2026-04-10' };
  expect(holesWith([{ ...view, sawText: 'n/a', saw: [] }])).toEqual([]);
  expect(holesWith([{ ...view, sawText: 'another', saw: [] }])).toEqual(["TAG's view is stale"]);
});

describe('whatever rests on an acceptance', () => {
  const told = (change: object) => {
    const criteria = [{ reference: 'AC-01', text: 'It works.', bodies: ['TAG'], needs: { minimumItems: 1 } }];
    const phase = { name: 'SIT', actualEnd: '2026-04-01', exitReport: 'EV-001' };
    const snapshot = snapshotOf(
      factsWith({ criteria, evidence: [{ ...item, ...change }], testPhases: [phase] }),
      '2026-05-01',
    );
    const [row] = computeCoverage(snapshot).rows;
    const { facts, asOf } = snapshot;
    return {
      coverage: row?.holes.includes('no accepted evidence'),
      plan: computePlan(snapshot).items.some(({ what }) => what.startsWith('Acceptance of EV-001')),
      sufficiency: computeSufficiency(snapshot)[0]?.accepted.length === 0,
      phase: phaseGaps(facts.testPhases[0] as never, facts, [], asOf).some((gap) => gap.includes('not accepted')),
    };
  };

  it('agrees that the item counts, or that it does not', () => {
    const none = { coverage: false, plan: false, sufficiency: false, phase: false };
    const all = { coverage: true, plan: true, sufficiency: true, phase: true };
    expect(told({})).toEqual(none);
    for (const change of [{ sha256: second }, { version: 2 }, { status: 'submitted' as const }])
      expect(told(change), JSON.stringify(change)).toEqual(all);
  });
});
