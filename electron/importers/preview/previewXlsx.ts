import type { PreviewOf } from '../../../shared/contract/preview.ts';
import { limits, Refusal } from './limits.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { readSheet } from './sheetRows.ts';
import { tableOf } from './tableOf.ts';
import { readFormats, readSheetList } from './workbookParts.ts';
import { openZip } from './zipParts.ts';

/** The first rows of each sheet, values as people read them. Formulas are never computed: the value saved is shown. */
export async function previewXlsx(path: string): Promise<PreviewOf<'table'>> {
  const zip = await openZip(path);
  try {
    const { sheets, is1904 } = await readSheetList(zip);
    if (sheets.length === 0) throw new Refusal('This workbook has no sheet.');
    const strings = await readSharedStrings(zip);
    const formats = await readFormats(zip);
    const shown = [];
    for (const { name, part } of sheets.slice(0, limits.sheets)) {
      const { rows, hasMore } = await readSheet(zip, part, { strings, formats, is1904 });
      shown.push(tableOf(name, rows, hasMore));
    }
    return { kind: 'table', sheets: shown };
  } finally {
    zip.close();
  }
}
