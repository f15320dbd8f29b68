import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeReadiness, type Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import {
  differenceBetween,
  mergeDifference,
  readinessDifferenceSchema,
} from '../../shared/domain/readiness/readinessDifference.ts';
import { anySnapshot } from './arbitraries.ts';

const base = computeReadiness(fc.sample(anySnapshot, { numRuns: 1, seed: 7 })[0] as never);
const [one] = base.findings;
if (!one) throw new Error('A readiness always holds findings');

/** Few rules, subjects and sentences, so that several findings of one rule are about one subject, and change places. */
const anyFindings = fc.array(
  fc
    .record({
      rule: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('AC-1', 'AC-2', null),
      sentence: fc.constantFrom('It stands.', 'It is late.'),
      restsOn: fc.constantFrom<string[]>(['criterion:AC-1'], ['criterion:AC-2'], []),
      mendAt: fc.constantFrom(null, one.mendAt),
    })
    .map((fields) => ({ ...one, ...fields })),
  { maxLength: 30 },
);
const anyReadiness = anyFindings.map((findings): Readiness => ({ ...base, findings }));

it('a difference and what it is a difference to make what it was made of, in its order', () => {
  fc.assert(
    fc.property(anyReadiness, anyReadiness, (before, after) => {
      const told = readinessDifferenceSchema.parse(JSON.parse(JSON.stringify(differenceBetween(before, after))));
      expect(mergeDifference(before, told)).toEqual(after);
    }),
    { numRuns: 300 },
  );
});

it('tells nothing twice: the same findings are one run, and one that changed is one finding', () => {
  fc.assert(
    fc.property(anyReadiness, fc.nat(), (before, at) => {
      fc.pre(before.findings.length > 0);
      const same = differenceBetween(before, structuredClone(before));
      expect(same.runs).toEqual([{ from: 0, count: before.findings.length }]);
      const place = at % before.findings.length;
      const findings = before.findings.with(place, { ...(before.findings[place] ?? one), sentence: 'Anew.' });
      const { runs } = differenceBetween(before, { ...before, findings });
      expect(runs.flatMap((run) => ('findings' in run ? run.findings : []))).toEqual([findings[place]]);
    }),
  );
});

it('whatever two releases say, merging their difference gives the second, and keeps what is the same as one object', () => {
  fc.assert(
    fc.property(anySnapshot, anySnapshot, (first, second) => {
      const [before, after] = [computeReadiness(first), computeReadiness(second)];
      const merged = mergeDifference(before, differenceBetween(before, after));
      expect(merged).toEqual(after);
      const again = mergeDifference(before, differenceBetween(before, structuredClone(before)));
      expect(again?.findings.every((finding, place) => finding === before.findings[place])).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('a difference to something else is refused, never merged into half of it', () => {
  const [before, after] = [base, { ...base, findings: base.findings.slice(1) }];
  expect(mergeDifference({ ...base, findings: [] }, differenceBetween(before, after))).toBeNull();
});
