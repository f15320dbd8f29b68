import { fieldOf, type ImportKind } from './importKinds.ts';
import type { ImportQuestion, ValueReading } from './reading.ts';
import { vocabularies } from './words.ts';

/** Asks for the meaning of each word that nobody knows: once, and before anything is taken. */
export function wordQuestions(kind: ImportKind, readings: readonly ValueReading[]): readonly ImportQuestion[] {
  return readings
    .filter(({ value }) => value === null)
    .map(({ word, field, column, count }) => {
      const spec = fieldOf(kind, field);
      const isSeverity = spec?.type === 'severity';
      const says = isSeverity ? 'a number from 1 to 9' : spec && vocabularies[spec.type]?.says;
      const rows = count === 1 ? '1 row' : `${count} rows`;
      const isNumber = /^[-+]?[\d.,]+$/.test(word.trim());
      const what = `a ${isNumber ? 'number' : 'word'} that this import does not know`;
      const why =
        isNumber && isSeverity
          ? 'no severity, for those are whole numbers from 1 to 9; say which of them it stands for'
          : `${what}; say what it stands for${says ? `: ${says}` : ''}`;
      return {
        about: 'word' as const,
        word,
        field,
        sentence: `“${word}” in the column “${column}” (${rows}) is ${why}.`,
      };
    });
}
