import { expect, it } from 'vitest';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { snapshotOf } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';

const day = fc.constantFrom(null, '2025-06-01', '2026-03-01');
const modification = fc.record({
  status: fc.constantFrom('targeted', 'approved', 'implemented', 'withdrawn', null),
  approvedOn: day,
  inScope: fc.constantFrom(true, false),
  addedToScopeOn: day,
  removedFromScopeOn: day,
  impacts: fc.constant(['dccSystems']),
});
const facts = fc.record({
  modifications: fc.array(modification, { minLength: 1, maxLength: 3 }),
  issuedOn: fc.constantFrom('2025-07-01', '2026-04-01'),
});

it('no document is called current without naming each approval, withdrawal or removal of which no day is recorded', () => {
  let named = 0;
  let met = 0;
  fc.assert(
    fc.property(facts, ({ modifications, issuedOn }) => {
      const release = releaseFactsSchema.parse({
        release: { name: 'June 2026 SEC Release', kind: 'system', slot: '2026-06' },
        modifications: modifications.map((one, at) => ({ ...one, reference: `MP${at + 1}` })),
        rid: { versions: [{ version: '1.0', issuedOn }] },
        tad: { versions: [{ version: '1.0', issuedToTagOn: issuedOn }] },
      });
      const { findings } = computeReadiness(snapshotOf(release, '2026-05-01'));
      const current = findings.filter(({ rule, outcome }) => /^(rid|tad)\.current$/.test(rule) && outcome === 'met');
      met += current.length;
      for (const { rule, sentence } of current) {
        const undated = release.modifications.filter((one) =>
          one.inScope === false
            ? one.removedFromScopeOn === null && (one.addedToScopeOn !== null || one.status === 'withdrawn')
            : rule === 'rid.current' && one.approvedOn === null && /^(approved|implemented)$/.test(one.status ?? ''),
        );
        const standing = undated.filter((one) => one.inScope === false || one.removedFromScopeOn === null);
        for (const { reference } of standing)
          expect(sentence).toMatch(new RegExp(`none is recorded on which.*\\b${reference}\\b`));
        named += standing.length;
      }
    }),
    { numRuns: 500 },
  );
  expect(met).toBeGreaterThan(50);
  expect(named).toBeGreaterThan(50);
});
