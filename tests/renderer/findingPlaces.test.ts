import { expect, it } from 'vitest';
import { screenOf, screenOfTarget } from '../../renderer/places/screenOf.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { recordsOf } from '../../shared/domain/records/canonical.ts';
import { keyOf } from '../../shared/domain/records/recordKinds.ts';
import { anySnapshot } from '../domain/arbitraries.ts';
import fc from '../support/properties.ts';

it('what is met leads to the record that it rests on, on the screen that speaks of it, and begins nothing', () => {
  let led = 0;
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      for (const finding of computeReadiness(snapshot).findings) {
        if (finding.outcome !== 'met' || finding.mendAt !== null) continue;
        const place = screenOf(finding);
        const target = place?.target ?? null;
        if (!place || target === null || target.kind === 'release') continue;
        led += 1;
        expect(place.toMend, finding.sentence).toBe(false);
        expect(screenOfTarget(target), finding.sentence).toBe(place.screen);
        expect(finding.restsOn).toContain(`${target.kind}:${target.key}`);
        const keys = recordsOf(snapshot.facts, target.kind).map((record) =>
          keyOf(target.kind as never, record as never),
        );
        expect(keys, finding.sentence).toContain(target.key);
      }
    }),
    { numRuns: 60 },
  );
  expect(led).toBeGreaterThan(20);
});
