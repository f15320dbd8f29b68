import type { PreviewOf } from '../../../shared/contract/preview.ts';
import type { Cell } from '../../../shared/domain/importing/columnReader.ts';
import { openInput } from '../files/inputFile.ts';
import { openOds } from '../ods/odsSource.ts';
import type { RowBatch } from '../rows.ts';
import type { Width } from '../xlsx/sheetRows.ts';
import { openWorkbook } from '../xlsx/xlsxSource.ts';
import { openZip, type ZipEntries } from '../xlsx/zipEntries.ts';
import { limits, Refusal, unnamed } from './limits.ts';
import { shownText } from './previewText.ts';
import { tableOf } from './tableOf.ts';

interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: () => AsyncIterable<RowBatch>;
}

const width: Width = { most: limits.columns + 1, beyond: 'leaveOut' };

/**
 * The first rows of each sheet that is not hidden, read as an import reads them, so that what is looked at is what would be
 * taken. Formulas are never computed: the value saved is shown.
 */
export async function previewSheets(path: string): Promise<PreviewOf<'table'>> {
  const file = await openInput(path, unnamed);
  try {
    const zip = await openZip(file, { mostBytes: limits.partBytes, isReadToItsEnd: false });
    const sheets = (await sheetsOf(zip)).filter(({ hidden }) => !hidden);
    if (sheets.length === 0) throw new Refusal('This workbook has no sheet.');
    const shown = [];
    for (const { name, rows } of sheets.slice(0, limits.sheets)) {
      const first = await firstRows(rows());
      shown.push(tableOf(name, first.rows, first.hasMore));
    }
    return { kind: 'table', sheets: shown };
  } finally {
    await file.handle.close();
  }
}

const nothing = () => undefined;

async function sheetsOf(zip: ZipEntries): Promise<readonly OpenedSheet[]> {
  if (zip.has('content.xml')) {
    const { sheets, rowsOf } = await openOds(zip, width);
    return sheets.map((sheet) => ({ ...sheet, rows: () => rowsOf(sheet) }));
  }
  const { workbook, rowsOf } = await openWorkbook(zip, width, { onMerged: nothing, onHidden: nothing });
  return workbook.sheets.map((sheet) => ({ ...sheet, rows: () => rowsOf(sheet) }));
}

/** Rows at their places, though empty ones are not written; reading stops behind them, however long the sheet is. */
async function firstRows(batches: AsyncIterable<RowBatch>) {
  const rows: (readonly string[])[] = [];
  for await (const batch of batches)
    for (const { row, cells } of batch.rows) {
      while (rows.length < Math.min(row - 1, limits.rows + 1)) rows.push([]);
      if (rows.length > limits.rows) return { rows, hasMore: true };
      rows.push(cells.map(shownCell));
    }
  return { rows, hasMore: rows.length > limits.rows };
}

function shownCell(cell: Cell): string {
  return shownText(typeof cell === 'string' ? cell : cell.shown);
}
