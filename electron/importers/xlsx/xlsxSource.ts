import { countOf, joinFew } from '../../../shared/domain/foundation/words.ts';
import type { ImportKind } from '../../../shared/domain/importing/importKinds.ts';
import { shownWord } from '../../../shared/domain/importing/shown.ts';
import { chooseTable } from '../chooseTable.ts';
import type { InputFile } from '../files/inputFile.ts';
import { refuse } from '../refusal.ts';
import type { TableSource } from '../rows.ts';
import { readNumberStyles } from './dates.ts';
import { LARGEST_WORKBOOK } from './limits.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { type SheetOptions, sheetRows, tableWidth, type Width } from './sheetRows.ts';
import { readWorkbook, type SheetEntry } from './workbook.ts';
import type { ZipEntries } from './zipEntries.ts';

/** What is told of a sheet besides its cells. */
type Told = Pick<SheetOptions, 'onMerged' | 'onHidden'>;

/** A workbook and the rows of its sheets: the one way in which cells become text. */
export async function openWorkbook(zip: ZipEntries, width: Width, told: Told) {
  const workbook = await readWorkbook(zip);
  const sharedStrings = await readSharedStrings(zip, workbook.sharedStringsPart);
  const numberStyles = await readNumberStyles(zip, workbook.stylesPart);
  const { date1904 } = workbook;
  const rowsOf = ({ part }: SheetEntry) =>
    sheetRows({ zip, part, sharedStrings, numberStyles, date1904, width, ...told });
  return { workbook, rowsOf };
}

/** One sheet of an Excel workbook as a table: the chosen one, or the one whose headings fit. */
export async function xlsxSource(
  file: InputFile,
  zip: ZipEntries,
  chosen: string | null,
  kind: ImportKind,
): Promise<TableSource> {
  if (file.size > LARGEST_WORKBOOK) refuse(`“${file.shown}” is larger than 256 MB; split it into smaller workbooks.`);
  let merged: string[] = [];
  let hidden = 0;
  const { workbook, rowsOf } = await openWorkbook(zip, tableWidth, {
    onMerged: (range) => merged.push(range),
    onHidden: () => {
      hidden += 1;
    },
  });
  const { entry: sheet, notes } = await chooseTable(workbook.sheets, chosen, kind, {
    shown: file.shown,
    what: 'sheet',
    rowsOf,
  });
  return {
    format: 'xlsx',
    formatName: 'Excel workbook',
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    batches() {
      merged = [];
      hidden = 0;
      return rowsOf(sheet);
    },
    // A workbook names the place of each cell, so that none can slip under another heading.
    strictWidth: false,
    notes: () => [
      ...notes,
      ...(workbook.hasMacros ? ['The workbook holds macros; they were ignored.'] : []),
      ...(sheet.hidden ? [`The sheet “${shownWord(sheet.name)}” is hidden in the workbook.`] : []),
      ...(hidden > 0
        ? [
            `${countOf(hidden, 'row')} that ${hidden === 1 ? 'is' : 'are'} hidden in the workbook ${hidden === 1 ? 'was' : 'were'} read as well.`,
          ]
        : []),
      ...(merged.length > 0 ? [mergedNote(merged)] : []),
    ],
  };
}

function mergedNote(ranges: readonly string[]): string {
  const named = joinFew(ranges.slice(0, 1000).map(shownWord), 3);
  return `${countOf(ranges.length, 'merged range')} (${named}): the value counts for the first cell only.`;
}
