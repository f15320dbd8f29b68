import type { Cell } from '../../../shared/domain/importing/columnReader.ts';
import { refuse } from '../refusal.ts';
import { MOST_COLUMNS, type RowBatch, type SourceRow } from '../rows.ts';
import { createXmlReader, type XmlTag } from '../xml.ts';
import { type CellContext, cellOf } from './cellOf.ts';
import { LONGEST_XML_TEXT } from './limits.ts';
import { createTextCollector } from './sharedStrings.ts';
import type { ZipEntries } from './zipEntries.ts';

const BATCH = 1000;

/** What is done with a sheet wider than anybody reads: a table is refused, of what is only looked at the rest is left out. */
export interface Width {
  readonly most: number;
  readonly beyond: 'refuse' | 'leaveOut';
}

export const tableWidth: Width = { most: MOST_COLUMNS, beyond: 'refuse' };

export interface SheetOptions extends CellContext {
  readonly width: Width;
  readonly zip: ZipEntries;
  readonly part: string;
  /** Called once per merged range; known only at the end of a sheet. */
  readonly onMerged: (range: string) => void;
  /** Called once per row with cells that the workbook hides, by a filter or by hand. */
  readonly onHidden: () => void;
}

/** The rows of a sheet in batches, while its XML is unpacked; none is kept. */
export async function* sheetRows(options: SheetOptions): AsyncGenerator<RowBatch> {
  const { zip, part } = options;
  const sheet = createSheetHandlers(options);
  const xml = createXmlReader({ shown: zip.shown, longestText: LONGEST_XML_TEXT }, sheet.handlers);
  for await (const { text, done } of zip.read(part)) {
    xml.write(text);
    if (sheet.waiting() >= BATCH) yield { rows: sheet.take(), done };
  }
  xml.end();
  yield { rows: sheet.take(), done: 1 };
}

function createSheetHandlers(options: SheetOptions) {
  const { zip, onMerged, onHidden, width } = options;
  const collector = createTextCollector();
  let rows: SourceRow[] = [];
  let cells: Cell[] = [];
  let row = 0;
  let column = 0;
  let isHidden = false;
  let type = 'n';
  let style = 0;
  let value = '';
  let hasFormula = false;
  let hasValue = false;
  let inCell = false;
  let inValue = false;

  const openRow = ({ attributes }: XmlTag) => {
    const stated = Number(attributes.r);
    row = Number.isSafeInteger(stated) && stated > row ? stated : row + 1;
    cells = [];
    column = 0;
    isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
  };
  const openCell = ({ attributes }: XmlTag) => {
    column = columnNumber(attributes.r) ?? column + 1;
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    value = '';
    hasFormula = false;
    hasValue = false;
    inCell = true;
    collector.begin();
  };
  const closeCell = () => {
    inCell = false;
    const cell = cellOf(
      { type, style, value: type === 'inlineStr' ? collector.take() : value, hasFormula, hasValue },
      options,
    );
    if (cell === '') return;
    if (column > width.most) {
      if (width.beyond === 'leaveOut') return;
      refuse(tooWide(zip.shown, width));
    }
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = cell;
  };

  return {
    waiting: () => rows.length,
    take(): readonly SourceRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
    handlers: {
      open(tag: XmlTag) {
        const { name } = tag;
        if (name === 'c') openCell(tag);
        else if (name === 'row') openRow(tag);
        else if (name === 'mergeCell') onMerged(tag.attributes.ref ?? '');
        else if (inCell) {
          if (name === 'v') {
            inValue = true;
            hasValue = true;
          } else if (name === 'f') hasFormula = true;
          else collector.open(name);
        }
      },
      text(piece: string) {
        if (inValue) value += piece;
        else if (inCell) collector.text(piece);
      },
      close(name: string) {
        if (name === 'v') inValue = false;
        else if (name === 'c') closeCell();
        else if (name === 'row') {
          if (cells.length === 0) return;
          rows.push({ row, cells });
          if (isHidden) onHidden();
        } else if (inCell) collector.close(name);
      },
    },
  };
}

export function tooWide(shown: string, { most }: Width): string {
  return `“${shown}” has more than ${most} columns; delete those that you do not need.`;
}

/** `AB12` → 28; undefined where the cell does not say where it is. */
function columnNumber(reference: string | undefined): number | undefined {
  if (!reference) return undefined;
  let number = 0;
  for (let at = 0; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number === 0 ? undefined : number;
}
