import type { CellType } from '../catalogue/imported.ts';
import { bodyOf, isKnownBody } from '../records/bodies.ts';
import { type CellReading, cannotRead, nothingRead, readAs } from './cellReading.ts';
import { readOwnList } from './ownList.ts';
import { plainWord } from './plainWord.ts';
import { readDate } from './readDate.ts';
import { plainMode, type ReadingMode } from './readingMode.ts';
import { readSeverity } from './readSeverity.ts';
import { shownWord } from './shown.ts';
import { type Tracker, trackerMeaning } from './vocabularies/trackerWords.ts';
import { isOwnWord, nothingStated, readWord, type Vocabulary, vocabularies } from './words.ts';

/** More characters than any table's cell should hold; what is longer belongs into evidence. */
const LONGEST_CELL = 100_000;

const MOST_COUNT = 1_000_000_000;

/** What one cell of a type says. Pure: the same text always reads the same. */
export function readCell(type: CellType, text: string, mode: ReadingMode): CellReading {
  if (text.length > LONGEST_CELL)
    return cannotRead('The cell holds more than 100,000 characters; shorten it, or attach the text as evidence');
  const literal = mode.literal ? readLiteral(type, text) : undefined;
  if (literal) return literal;
  if (text.trim() === '') return nothingRead;
  switch (type) {
    case 'text':
    case 'reference':
      return readText(text);
    case 'date':
      return nothingStatedHere(text) ? nothingRead : readDate(text, mode.dateOrder);
    case 'count':
      return nothingStatedHere(text) ? nothingRead : readCount(text);
    case 'severity':
      return nothingStatedHere(text) ? nothingRead : readSeverity(text, mode.scale);
    case 'body':
      return readOneBody(text);
    case 'bodies':
      return readList(text, readBody);
    case 'list':
      return readAs(readOwnList(text).filter((item) => item !== ''));
    case 'evidenceSeen':
      return readEvidenceSeen(text, mode);
    case 'impacts':
      return mode.literal ? readOwnImpacts(text) : readImpacts(text);
    case 'openClosed':
      return readStatus(text, mode.tracker);
    default:
      return readVocabulary(type, text);
  }
}

/** Text, names and lists of our own table; what is no such cell is read like anybody's. */
function readLiteral(type: CellType, text: string): CellReading | undefined {
  if (text === '') return nothingRead;
  if (type === 'text' || type === 'reference' || type === 'body') return readAs(text.toWellFormed());
  return type === 'bodies' || type === 'list' ? readAs(readOwnList(text)) : undefined;
}

function nothingStatedHere(text: string): boolean {
  return nothingStated(text) || plainWord(text) === 'none';
}

/** Line breaks are one kind, and half characters (from a workbook's escapes) do not reach the store. */
function readText(text: string): CellReading<string> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const clean = lines.replaceAll('\u0000', '').toWellFormed().trim();
  return clean === '' ? nothingRead : readAs(clean);
}

/** `1,234` and `12.0` are counts; a share or a negative number is not. */
function readCount(text: string): CellReading<number> {
  const plain = text.trim();
  const digits = /^\d{1,3}(?:[, ]\d{3})+$/.test(plain) ? plain.replace(/[, ]/g, '') : plain;
  const whole = /^(\d{1,12})(?:\.0{1,10})?$/.exec(digits);
  if (whole && Number(whole[1]) <= MOST_COUNT) return readAs(Number(whole[1]));
  return cannotRead(`“${shownWord(text)}” is not a count; write a whole number from 0 to ${MOST_COUNT}`);
}

function readBody(text: string): CellReading<string> {
  const read = readText(text);
  if (read.kind !== 'value') return read;
  const body = bodyOf(read.value);
  return readAs(body, body.toLowerCase() !== read.value.toLowerCase());
}

/** A view or a meeting is one body's; a body of another name may have an “and” in it. */
function readOneBody(text: string): CellReading<string> {
  const named = partsOf(text, () => false);
  if (named.length === 1 || !named.every(isKnownBody)) return readBody(text);
  return cannotRead(
    `“${shownWord(text)}” names ${named.length} bodies, and this row is one body’s; write a row for each`,
  );
}

/** `TAG; OPSG`, `TAG/OPSG`, `TAG and OPSG`; `None` says that there is none. */
function readList<Item>(
  text: string,
  readItem: (item: string) => CellReading<Item>,
  isName: (text: string) => boolean = () => false,
): CellReading<readonly Item[]> {
  if (plainWord(text) === 'none') return readAs([]);
  if (nothingStated(text)) return nothingRead;
  const items: Item[] = [];
  let interpreted = false;
  for (const part of partsOf(text, isName)) {
    const read = readItem(part.trim());
    if (read.kind === 'refused') return read;
    if (read.kind === 'nothing') continue;
    if (!items.includes(read.value)) items.push(read.value);
    interpreted ||= read.interpreted;
  }
  return items.length === 0 ? nothingRead : readAs(items, interpreted);
}

function partsOf(text: string, isName: (text: string) => boolean): readonly string[] {
  return text.split(/[;,\n\r|•]/).flatMap((some) => itemsOf(some.trim(), isName));
}

/** A name may have an “and” or a stroke in it (`Parse and Correlate`): only what is no name as a whole comes apart there. */
function itemsOf(text: string, isName: (text: string) => boolean): readonly string[] {
  return isName(text) ? [text] : text.split(/\s*\/\s*|\s+(?:and|&)\s+/);
}

/** Our own list of impacts, each in its own words. */
function readOwnImpacts(text: string): CellReading {
  const values = readOwnList(text).map((item) => readWord(vocabularies.impacts as Vocabulary, item));
  return values.every((value) => value !== undefined) ? readAs(values) : readImpacts(text);
}

/** `EV-001@2; EV-004@1`, as our own table names versions; a reference alone is its first there. It holds no SHA-256, so that none is stated. */
function readEvidenceSeen(text: string, { literal }: ReadingMode): CellReading {
  const items = readOwnList(text).filter((item) => item !== '');
  const stray = literal ? undefined : items.find((item) => !/.@\d{1,9}$/.test(item));
  if (stray !== undefined)
    return cannotRead(
      `“${shownWord(stray)}” names no version of evidence; write its reference and version, as in EV-001@2`,
    );
  return readAs(items.map((evidence) => ({ evidence, sha256: null })));
}

function readImpacts(text: string): CellReading {
  const isName = (item: string) => readWord(vocabularies.impacts as Vocabulary, item) !== undefined;
  return readList(text, (item) => (item === '' ? nothingRead : readVocabulary('impacts', item)), isName);
}

function readVocabulary(type: CellType, text: string): CellReading {
  const vocabulary = vocabularies[type] as Vocabulary;
  const value = readWord(vocabulary, text);
  if (value !== undefined) return readAs(typed(value), !isOwnWord(type, text, value));
  if (nothingStated(text)) return nothingRead;
  const what = `is not a word this import knows here; write ${vocabulary.says}, or say what it stands for`;
  return cannotRead(`“${shownWord(text)}” ${what}`, true);
}

/** A tracker's own meaning of a word comes before what the word means elsewhere. */
function readStatus(text: string, tracker: Tracker | null): CellReading {
  const own = tracker ? trackerMeaning(tracker, plainWord(text)) : undefined;
  return own === undefined ? readVocabulary('openClosed', text) : readAs(own, true);
}

/** What the user says a word stands for: one of our own values, as text. Undefined where it is none. */
export function readMeaning(type: CellType, meaning: string): CellReading | undefined {
  if (meaning === '') return nothingRead;
  const read = readCell(type, meaning, plainMode);
  return read.kind === 'refused' ? undefined : read;
}

function typed(value: string): string | boolean {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}
