import { expect, it } from 'vitest';
import { positionCounts } from '../../renderer/screens/positionCounts.ts';
import { bodyCounts } from '../../shared/domain/pack/bodyViews.ts';
import { packContextOf, unsealed } from '../../shared/domain/pack/packContext.ts';
import { factsShownOn } from '../../shared/domain/readiness/factsShownOn.ts';
import { viewHistoriesOf } from '../../shared/domain/readiness/viewHistory.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import fc from '../support/properties.ts';

it('window and pack count what each body says alike, whatever the release', () => {
  let counted = 0;
  fc.assert(
    fc.property(anySnapshot, ({ facts, asOf, ...options }) => {
      // A store holds one criterion under a reference.
      fc.pre(new Set(facts.criteria.map(({ reference }) => reference)).size === facts.criteria.length);
      const snapshot = packSnapshotOf(facts, asOf, { final: options.final }, options);
      const context = packContextOf(snapshot, unsealed);
      const shown = factsShownOn(facts, asOf);
      const histories = viewHistoriesOf(facts.views, asOf);
      for (const { stale, ...window } of positionCounts(shown, histories, snapshot.readiness.findings)) {
        const { stale: inPack, ...pack } = bodyCounts(context, window.body);
        expect(window).toEqual(pack);
        // What a body said of a criterion that is not mapped to it is no consultation: no finding tells when it is stale.
        expect(stale).toBeLessThanOrEqual(inPack);
        counted += window.supports + window.against + window.notAsked;
      }
    }),
    { numRuns: 500 },
  );
  expect(counted).toBeGreaterThan(50);
});
