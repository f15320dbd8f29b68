import type { Cell } from '../../../shared/domain/importing/columnReader.ts';
import { shownWord } from '../../../shared/domain/importing/shown.ts';
import { dateOfSerial, type NumberStyle } from './dates.ts';
import { inPlaces } from './paddedNumber.ts';

export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly numberStyles: readonly NumberStyle[];
  readonly date1904: boolean;
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly hasFormula: boolean;
  readonly hasValue: boolean;
}

/** What a cell shows, as text; days as ISO dates. A formula counts by the result that the spreadsheet stored. */
export function cellOf(cell: RawCell, context: CellContext): Cell {
  const { type, value, hasFormula, hasValue } = cell;
  if (hasFormula && !hasValue)
    return {
      shown: '',
      fault: 'The formula in this cell has no stored result; open the file in Excel, save it, and import it again',
    };
  switch (type) {
    case 's':
      return sharedString(value, context);
    case 'str':
    case 'inlineStr':
    case 'd':
      return value;
    case 'b':
      return value === '1' || value === 'true' ? 'Yes' : 'No';
    case 'e':
      return {
        shown: value,
        fault: `The cell shows the error ${shownWord(value)}; mend its formula and save the file`,
      };
    default:
      return numberOf(cell, context);
  }
}

function sharedString(value: string, { sharedStrings }: CellContext): Cell {
  if (value === '') return '';
  const text = sharedStrings[Number(value)];
  return (
    text ?? {
      shown: '',
      fault: 'The cell names a text that the workbook does not hold; save the file in Excel and import it again',
    }
  );
}

function numberOf({ value, style }: RawCell, { numberStyles, date1904 }: CellContext): Cell {
  if (value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const shows = numberStyles[style] ?? null;
  if (shows !== 'day') return (shows && inPlaces(number, shows)) ?? numberInDigits(number);
  const fault = `The cell is formatted as a date, but ${shownWord(value)} is no day of the calendar; type the date again`;
  return dateOfSerial(number, date1904) ?? { shown: numberInDigits(number), fault };
}

/** Fifteen digits, as spreadsheets show them: 0.1 + 0.2 is 0.3. */
export function numberInDigits(number: number): string {
  return String(Number(number.toPrecision(15)));
}
