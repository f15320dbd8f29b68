import { expect, it } from 'vitest';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import fc from '../support/properties.ts';
import { spokenSnapshot } from './arbitraries.ts';
import { faultsOf } from './sentenceGrammar.ts';

/** What people typed is theirs, in quotation marks and as the name of a record. */
const ours = (sentence: string) => sentence.replaceAll(/notMet since 2026-01-01/g, '').replace(/“[^”]*”/g, '“”');

it('tells every change without a date of a computer or a word of the code', () => {
  fc.assert(
    fc.property(spokenSnapshot, spokenSnapshot, (before, after) => {
      for (const { sentence } of factsSince(before, after)) {
        expect(ours(sentence)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(ours(sentence)).not.toMatch(/\b[a-z]+[A-Z]/);
        expect(sentence).toMatch(/^[^a-z].*[.…”]$/s);
      }
    }),
  );
});

/** One seed: what is found once is found in every run. */
const pairs = fc.sample(fc.tuple(spokenSnapshot, spokenSnapshot), { numRuns: 400, seed: 8 });

it('tells every change by the grammar of this house, from its first word on', () => {
  const faults = new Map<string, string>();
  for (const [before, after] of pairs)
    for (const { kind, subject, sentence } of factsSince(before, after))
      for (const fault of faultsOf({ text: named(sentence), subject, kind: 'mend', cites: false }))
        faults.set(`${kind}: ${fault}`, sentence);
  expect(Object.fromEntries(faults)).toEqual({});
});

/** What people called a record is theirs, too, and is cut where it is long. */
function named(sentence: string): string {
  return sentence.replaceAll(/notMet since .*?(?:input\.given|…)/g, 'N');
}

/** What would have come about: of a day that lies ahead it is said only beside “not yet”. */
const claims =
  /\b(?:left the scope|joined the scope|supported it|has been asked|approved(?: by [^,.;“]+)?|was added[^.;]*) (?:with conditions )?(?:on|of) (\d{1,2} \w+ \d{4})(?! \(after)/g;

it('tells nothing as done that is dated after the day it is told on', () => {
  const early: string[] = [];
  for (const [before, after] of pairs)
    for (const { sentence } of factsSince(before, after))
      for (const [, day = ''] of sentence.matchAll(claims)) if (isLater(day, after.asOf)) early.push(sentence);
  expect(early).toEqual([]);
});

function isLater(day: string, asOf: string): boolean {
  return new Date(`${day} UTC`).toISOString().slice(0, 10) > asOf;
}
