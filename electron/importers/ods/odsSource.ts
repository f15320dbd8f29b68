import type { Cell } from '../../../shared/domain/importing/columnReader.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { chooseTable } from '../chooseTable.ts';
import { refuse } from '../refusal.ts';
import type { SourceRow, TableSource } from '../rows.ts';
import { numberInDigits } from '../xlsx/cellOf.ts';
import { isInPlaces } from '../xlsx/paddedNumber.ts';
import { tableWidth, tooWide, type Width } from '../xlsx/sheetRows.ts';
import { readPart, type ZipEntries } from '../xlsx/zipEntries.ts';
import { attributeOf, type XmlHandlers, type XmlTag } from '../xml.ts';

interface OdsSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: SourceRow[];
}

/** The languages of OpenDocument's tables and texts (OASIS, part 1). */
const TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}';
const TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}';
const ANNOTATION = 'annotation';
const MOST_CELLS = 5_000_000;

/** The sheets of an OpenDocument spreadsheet and their rows: the one way in which its cells become text. */
export async function openOds(zip: ZipEntries, width: Width) {
  const collector = createSheetCollector(zip.shown, width);
  await readPart(zip, 'content.xml', collector.handlers);
  const rowsOf = async function* ({ rows }: OdsSheet) {
    yield { rows, done: 1 };
  };
  return { sheets: collector.sheets(), rowsOf };
}

/** One sheet of an OpenDocument spreadsheet (LibreOffice): the chosen one, or the one whose headings fit. */
export async function odsSource(zip: ZipEntries, chosen: string | null, kind: ImportKind): Promise<TableSource> {
  const { shown } = zip;
  const { sheets, rowsOf } = await openOds(zip, tableWidth);
  const { entry, notes } = await chooseTable(sheets, chosen, kind, { shown, what: 'sheet', rowsOf });
  return {
    format: 'ods',
    formatName: 'OpenDocument spreadsheet',
    encoding: null,
    delimiter: null,
    sheets: sheets.map(({ name }) => name),
    sheet: entry.name,
    batches: () => rowsOf(entry),
    strictWidth: false,
    notes: () => notes,
  };
}

function createSheetCollector(
  shown: string,
  width: Width,
): { readonly handlers: XmlHandlers; readonly sheets: () => OdsSheet[] } {
  const sheets: OdsSheet[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let repeatsRow = 1;
  let repeatsCell = 1;
  let cell: XmlTag | null = null;
  let paragraphs: string[] = [];
  let inText = 0;
  let inNote = 0;
  let total = 0;

  const closeCell = () => {
    const value = cell ? shownOf(cell, paragraphs.join('\n')) : '';
    cell = null;
    // Blank ends are written as one cell repeated to the edge of the sheet.
    const times = value === '' ? Math.min(repeatsCell, width.most + 1) : repeatsCell;
    if (cells.length + times > width.most && value !== '' && width.beyond === 'refuse') refuse(tooWide(shown, width));
    for (let copy = 0; copy < times && cells.length <= width.most; copy += 1) cells.push(value);
  };
  const closeRow = () => {
    const end = cells.findLastIndex((value) => value !== '');
    const filled = cells.slice(0, end + 1);
    cells = [];
    if (filled.length === 0) {
      row += repeatsRow;
      return;
    }
    total += filled.length * repeatsRow;
    if (total > MOST_CELLS) refuse(`“${shown}” holds more than five million cells; split it into smaller files.`);
    for (let copy = 0; copy < repeatsRow; copy += 1) {
      row += 1;
      sheets.at(-1)?.rows.push({ row, cells: filled });
    }
  };
  return {
    sheets: () => sheets,
    handlers: {
      open(tag) {
        if (tag.name === `${TABLE}table`) {
          sheets.push({
            name: attributeOf(tag, 'name') ?? '',
            hidden: attributeOf(tag, 'display') === 'false',
            rows: [],
          });
          row = 0;
        } else if (tag.name === `${TABLE}table-row`) repeatsRow = repeats(attributeOf(tag, 'number-rows-repeated'));
        else if (tag.name === `${TABLE}table-cell` || tag.name === `${TABLE}covered-table-cell`) {
          cell = tag.name === `${TABLE}table-cell` ? tag : null;
          repeatsCell = repeats(attributeOf(tag, 'number-columns-repeated'));
          paragraphs = [];
        } else if (tag.name === ANNOTATION) inNote += 1;
        else if (tag.name === `${TEXT}p` && inNote === 0) {
          inText += 1;
          paragraphs.push('');
        } else if (
          inText > 0 &&
          (tag.name === `${TEXT}s` || tag.name === `${TEXT}tab` || tag.name === `${TEXT}line-break`)
        )
          paragraphs.push(`${paragraphs.pop() ?? ''}${tag.name.endsWith('break') ? '\n' : ' '}`);
      },
      text(piece) {
        if (inText > 0 && inNote === 0) paragraphs.push((paragraphs.pop() ?? '') + piece);
      },
      close(name) {
        if (name === ANNOTATION) inNote -= 1;
        else if (name === `${TEXT}p` && inNote === 0) inText -= 1;
        else if (name === `${TABLE}table-cell` || name === `${TABLE}covered-table-cell`) closeCell();
        else if (name === `${TABLE}table-row`) closeRow();
      },
    },
  };
}

/** What a cell holds; days as ISO dates, whatever the cell shows of them. */
function shownOf(cell: XmlTag, text: string): Cell {
  switch (attributeOf(cell, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      if (/^#|^Err:/.test(text))
        return { shown: text, fault: 'The cell shows an error; mend its formula and save the file' };
      return numberIn(attributeOf(cell, 'value') ?? text, text);
    case 'date':
      return attributeOf(cell, 'date-value') ?? text;
    case 'boolean':
      return attributeOf(cell, 'boolean-value') === 'true' ? 'Yes' : 'No';
    default:
      return text;
  }
}

/** A number that is shown as 007 or D-007 is a reference. */
function numberIn(value: string, shown: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  return isInPlaces(shown.trim(), number) ? shown.trim() : numberInDigits(number);
}

function repeats(text: string | undefined): number {
  const times = Number(text ?? 1);
  return Number.isSafeInteger(times) && times >= 1 ? times : 1;
}
