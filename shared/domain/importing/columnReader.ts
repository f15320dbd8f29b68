import type { CellType } from '../catalogue/imported.ts';
import { type CellReading, cannotRead, readAs } from './cellReading.ts';
import { type ImportField, typeOfColumn } from './importField.ts';
import { plainWord } from './plainWord.ts';
import { readCell, readMeaning } from './readCell.ts';
import type { ValueReading } from './reading.ts';
import type { ReadingMode } from './readingMode.ts';
import { type Scale, scaleOf } from './readSeverity.ts';
import { shownWord } from './shown.ts';

/** A cell that holds no text but a fault, such as `#REF!`: what is wrong, as a sentence without its full stop. */
interface CellFault {
  readonly fault: string;
  /** What the cell shows nevertheless, to whoever only looks at it. */
  readonly shown: string;
}

export type Cell = string | CellFault;

/** Different texts of one column whose reading is remembered: tables repeat themselves. */
const MOST_REMEMBERED = 20_000;
const MOST_READINGS = 200;

/** Reads the cells of one column, and keeps account of what it made of their words. */
export interface ColumnReader {
  readonly column: string;
  readonly field: ImportField;
  /** How its cells are read; a column of that name may be read otherwise than its field. */
  readonly type: CellType;
  readonly read: (cell: Cell) => CellReading;
  readonly readings: () => readonly ValueReading[];
  /** The other way to count, where the whole column says so and numbers were read the first way. */
  readonly otherScale: () => Scale | null;
}

export interface ColumnReaderOptions {
  readonly column: string;
  readonly field: ImportField;
  readonly meanings: Readonly<Record<string, string>>;
  readonly mode: ReadingMode;
}

export function createColumnReader({ column, field, meanings, mode }: ColumnReaderOptions): ColumnReader {
  const remembered = new Map<string, CellReading>();
  const counts = new Map<string, { count: number; readonly read: CellReading }>();
  const plain = new Map(Object.entries(meanings).map(([word, meaning]) => [plainWord(word), meaning]));
  const own = new Map(Object.entries(meanings));
  const type = typeOfColumn(field, column);
  const remembers = type !== 'text' && type !== 'reference';
  const tellsWords = remembers && type !== 'date' && type !== 'count';

  const readFresh = (text: string): CellReading => {
    // Most imports give no meanings of their own, and then a text need not be simplified to look for one.
    const meaning = plain.size === 0 ? undefined : (own.get(text) ?? plain.get(plainWord(text)));
    const meant = meaning === undefined ? undefined : readMeaning(field.type, meaning);
    // The user's own meaning is told too, so that it can be seen and changed again.
    return meant?.kind === 'value' ? readAs(meant.value, true) : (meant ?? readCell(type, text, mode));
  };

  const count = (word: string, read: CellReading) => {
    const known = counts.get(word);
    if (known) known.count += 1;
    else if (counts.size < MOST_READINGS) counts.set(word, { count: 1, read });
  };

  return {
    column,
    field,
    type,
    read(cell) {
      if (typeof cell !== 'string') return cannotRead(cell.fault);
      if (!remembers) return readFresh(cell);
      let read = remembered.get(cell);
      if (!read) {
        read = readFresh(cell);
        if (remembered.size < MOST_REMEMBERED) remembered.set(cell, read);
      }
      if (tellsWords && tellsOf(read)) count(cell, read);
      return read;
    },
    readings: () =>
      [...counts].map(([word, { count, read }]) => ({
        column,
        word: shownWord(word),
        field: field.field,
        value: read.kind === 'value' ? valueText(read.value) : null,
        count,
      })),
    otherScale() {
      if (field.type !== 'severity') return null;
      const found = scaleOf(counts.keys());
      return found === mode.scale ? null : found;
    },
  };
}

/** A word that was interpreted, or one that nobody could interpret: the user may say what it stands for. */
function tellsOf(read: CellReading): boolean {
  return read.kind === 'value' ? read.interpreted : read.kind === 'refused' && read.unknownWord;
}

function valueText(value: unknown): string {
  return Array.isArray(value) ? value.join('; ') : String(value);
}
