import type { CellType } from '../catalogue/imported.ts';
import { plainWord } from './plainWord.ts';
import { impactWords } from './vocabularies/impactWords.ts';
import { openWords } from './vocabularies/openWords.ts';
import { outcomeWords } from './vocabularies/outcomeWords.ts';
import { positionWords } from './vocabularies/positionWords.ts';
import { resolutionWords } from './vocabularies/resolutionWords.ts';
import { selfStatusWords } from './vocabularies/selfStatusWords.ts';
import { statusWords } from './vocabularies/statusWords.ts';
import { yesNoWords } from './vocabularies/yesNoWords.ts';

/** The words that other people's tables use for one of our values; the first of each list is the one we export. */
export interface Vocabulary {
  /** What a sentence says may be written. */
  readonly says: string;
  /** Value → words; the value itself is always understood. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

export const vocabularies: Readonly<Partial<Record<CellType, Vocabulary>>> = {
  position: { says: 'supports, supports with conditions, does not support, no view or deferred', words: positionWords },
  selfStatus: { says: 'met, not met, in progress, no evidence or not applicable', words: selfStatusWords },
  modificationStatus: { says: 'targeted, approved, rejected, withdrawn, delayed or implemented', words: statusWords },
  impacts: { says: 'DCC Systems, User Systems, Users, SEC documents, GBCS, SMETS or CHTS', words: impactWords },
  openClosed: { says: 'open or closed', words: openWords },
  resolution: { says: 'open or closed', words: resolutionWords },
  yesNo: { says: 'yes or no', words: yesNoWords },
  outcome: { says: 'passed, failed or not run', words: outcomeWords },
};

const tables = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

/** The value that a word stands for; undefined where it means nothing here. */
export function readWord(vocabulary: Vocabulary, word: string): string | undefined {
  let table = tables.get(vocabulary);
  if (!table) {
    table = new Map(
      Object.entries(vocabulary.words).flatMap(([value, words]) =>
        [value, ...words].map((known) => [plainWord(known), value] as const),
      ),
    );
    tables.set(vocabulary, table);
  }
  return table.get(plainWord(word));
}

/** How our own tables write a value; importing them gives the value back. */
export function exportedWord(type: CellType, value: string): string {
  return vocabularies[type]?.words[value]?.[0] ?? value;
}

/** Whether a word is our own way to write the value, so that nothing about it is an interpretation. */
export function isOwnWord(type: CellType, word: string, value: string): boolean {
  const plain = plainWord(word);
  if (plain === 'yes' || plain === 'no') return value === String(plain === 'yes');
  return plain === plainWord(value) || plain === plainWord(exportedWord(type, value));
}

const nothing: ReadonlySet<string> = new Set(['', 'n a', 'na', 'tbc', 'tba', 'tbd', 'not known', 'unknown', 'not set']);

/** A blank cell, a dash, `TBC`: nothing is stated. Where a vocabulary gives such a word a meaning, that comes first. */
export function nothingStated(text: string): boolean {
  return nothing.has(plainWord(text));
}
