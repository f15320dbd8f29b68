import type { CalendarDate } from '../calendar/calendarDate.ts';
import { type Entry, entryOf, listedWords, releaseEntries } from '../catalogue/entries.ts';
import { wordFor } from '../catalogue/words.ts';
import { joinWords } from '../foundation/words.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { fieldNotYetBy } from './notYetBy.ts';
import { nameInWords, valueInWords } from './valueInWords.ts';

/**
 * `bodies were not recorded, are now “TAG”`: one field before and after.
 *
 * @param name what people call the field, where its own name does not say it
 */
export function fieldChange(
  kind: RecordKind,
  field: string,
  before: unknown,
  after: unknown,
  asOf: CalendarDate,
  name = nameInWords(field),
): string {
  const isMany =
    [before, after].some(Array.isArray) && /(?:s|criteria)$/.test(name) && !/(?:supersedes|tells|contains)$/.test(name);
  const [was, is] = isMany ? ['were', 'are'] : ['was', 'is'];
  const words = wordsOf(kind, field);
  return `${name} ${was} ${words(before)}, ${is} now ${words(after)}${fieldNotYetBy(field, after, asOf)}`;
}

/** A word that the catalogue lists for the field is told as people write it; what they typed stands in quotation marks. */
function wordsOf(kind: RecordKind, field: string): (value: unknown) => string {
  const entry: Entry | undefined =
    kind === 'release' ? releaseEntries.find(({ path }) => path.at(-1) === field) : entryOf(kind, field);
  const listed = new Set(entry ? listedWords(entry.schema) : []);
  const isListed = (value: unknown): value is string => typeof value === 'string' && listed.has(value);
  return (value) => {
    if (isListed(value)) return wordFor(value);
    if (Array.isArray(value) && value.length > 0 && value.every(isListed)) return joinWords(value.map(wordFor));
    return valueInWords(value);
  };
}
