import { fieldOf, type ImportKind } from './importKinds.ts';
import type { ImportQuestion, ValueReading } from './reading.ts';
import { vocabularies } from './words.ts';

/** Asks for the meaning of each word that nobody knows: once, and before anything is taken. */
export function wordQuestions(kind: ImportKind, readings: readonly ValueReading[]): readonly ImportQuestion[] {
  return readings
    .filter(({ value }) => value === null)
    .map(({ word, field, column, count }) => {
      const spec = fieldOf(kind, field);
      const says = spec?.type === 'severity' ? 'a number from 1 to 9' : spec && vocabularies[spec.type]?.says;
      const rows = count === 1 ? '1 row' : `${count} rows`;
      return {
        about: 'word' as const,
        word,
        field,
        sentence: `“${word}” in the column “${column}” (${rows}) is a word that this import does not know; say what it stands for${says ? `: ${says}` : ''}.`,
      };
    });
}
