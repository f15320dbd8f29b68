import { expect, it } from 'vitest';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

it('says no sentence twice of a release to the same people, whichever rules say it, and cites every clause', () => {
  let folded = 0;
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const groups = groupFindings(computeReadiness(snapshot).findings);
      const said = groups
        .filter(({ findings: [first] }) => first.subject === null)
        .map(({ findings: [first], waitsFor, sentence }) =>
          [first.severity, first.outcome, first.coveredBy, waitsFor, sentence].join(' | '),
        );
      expect(new Set(said).size, said.join('\n')).toBe(said.length);
      for (const { findings, clause, subjects } of groups) {
        if (findings.length > 1 && subjects.length === 0) folded += 1;
        for (const one of findings) for (const cited of one.clause?.split(', ') ?? []) expect(clause).toContain(cited);
      }
    }),
    { numRuns: 100 },
  );
  expect(folded).toBeGreaterThan(10);
});
