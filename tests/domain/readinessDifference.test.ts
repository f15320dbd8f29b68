import { expect, it } from 'vitest';
import type { Finding } from '../../shared/domain/findings/finding.ts';
import {
  createReadinessKeeper,
  type ReadinessByRule,
  wholeReadiness,
} from '../../shared/domain/readiness/computeReadiness.ts';
import {
  differenceBetween,
  mergeDifference,
  readinessDifferenceSchema,
} from '../../shared/domain/readiness/readinessDifference.ts';
import fc from '../support/properties.ts';
import { anySnapshot } from './arbitraries.ts';

const judge = (snapshot: Parameters<ReturnType<typeof createReadinessKeeper>>[0]) => createReadinessKeeper()(snapshot);
const base = judge(fc.sample(anySnapshot, { numRuns: 1, seed: 7 })[0] as never);
const one = base.found.flat()[0];
if (!one) throw new Error('A readiness always holds findings');

/** Few subjects and sentences, so that several findings of one rule are about one subject, and change places. */
const anyFindingsOf = (rule: string) =>
  fc.array(
    fc
      .record({
        rule: fc.constant(rule),
        subject: fc.constantFrom('AC-1', 'AC-2', null),
        sentence: fc.constantFrom('It stands.', 'It is late.'),
        restsOn: fc.constantFrom<string[]>(['criterion:AC-1'], ['criterion:AC-2'], []),
        mendAt: fc.constantFrom(null, one.mendAt),
      })
      .map((fields) => ({ ...one, ...fields })),
    { maxLength: 12 },
  );
const anyReadiness = fc
  .tuple(anyFindingsOf('a'), anyFindingsOf('b'), anyFindingsOf('c'))
  .map((found): ReadinessByRule => ({ ...base, found }));

it('a difference and what it is a difference to make what it was made of, in its order', () => {
  fc.assert(
    fc.property(anyReadiness, anyReadiness, (before, after) => {
      const told = readinessDifferenceSchema.parse(JSON.parse(JSON.stringify(differenceBetween(before, after))));
      expect(mergeDifference(wholeReadiness(before), told)).toEqual(wholeReadiness(after));
    }),
    { numRuns: 300 },
  );
});

it('tells nothing twice: the same findings are one run, and one that changed is one finding', () => {
  fc.assert(
    fc.property(anyReadiness, fc.nat(), (before, at) => {
      const count = before.found.flat().length;
      fc.pre(count > 0);
      const same = differenceBetween(before, structuredClone(before));
      expect(same.runs).toEqual([{ from: 0, count }]);
      const changed = before.found.flat()[at % count];
      const anew: Finding = { ...(changed ?? one), sentence: 'Anew.' };
      // The lists of the other rules stay the very lists that they were.
      const found = before.found.map((list) =>
        changed && list.includes(changed) ? list.with(list.indexOf(changed), anew) : list,
      );
      const { runs } = differenceBetween(before, { ...before, found });
      expect(runs.flatMap((run) => ('findings' in run ? run.findings : []))).toEqual([anew]);
    }),
  );
});

it('whatever two releases say, merging their difference gives the second, and keeps what is the same as one object', () => {
  fc.assert(
    fc.property(anySnapshot, anySnapshot, (first, second) => {
      const [before, after] = [judge(first), judge(second)];
      const known = wholeReadiness(before);
      const merged = mergeDifference(known, differenceBetween(before, after));
      expect(merged).toEqual(wholeReadiness(after));
      const again = mergeDifference(known, differenceBetween(before, structuredClone(before)));
      expect(again?.findings.every((finding, place) => finding === known.findings[place])).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('a difference to something else is refused, never merged into half of it', () => {
  const after = { ...base, found: base.found.toSpliced(0, 1, []) };
  expect(mergeDifference({ ...wholeReadiness(base), findings: [] }, differenceBetween(base, after))).toBeNull();
});
