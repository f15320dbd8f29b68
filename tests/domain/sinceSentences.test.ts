import fc from 'fast-check';
import { expect, it } from 'vitest';
import { factsSince } from '../../shared/domain/since/computeSince.ts';
import { spokenSnapshot } from './arbitraries.ts';

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
