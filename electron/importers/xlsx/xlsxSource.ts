import { shownWord } from '../../../shared/domain/importing/shown.ts';
import { countOf, joinFew } from '../../../shared/domain/rulebook/words.ts';
import type { InputFile } from '../files/inputFile.ts';
import { refuse } from '../refusal.ts';
import type { TableSource } from '../rows.ts';
import { readDateStyles } from './dates.ts';
import { LARGEST_WORKBOOK } from './limits.ts';
import { readSharedStrings } from './sharedStrings.ts';
import { sheetRows } from './sheetRows.ts';
import { readWorkbook, type SheetEntry } from './workbook.ts';
import { openZip } from './zipEntries.ts';

/** One sheet of an Excel workbook as a table; without a choice, the first sheet that is not hidden. */
export async function xlsxSource(file: InputFile, chosen: string | null): Promise<TableSource> {
  if (file.size > LARGEST_WORKBOOK) refuse(`“${file.shown}” is larger than 256 MB; split it into smaller workbooks.`);
  const zip = await openZip(file);
  const workbook = await readWorkbook(zip);
  const sheet = chooseSheet(workbook.sheets, chosen, file.shown);
  const sharedStrings = await readSharedStrings(zip, workbook.sharedStringsPart);
  const dateStyles = await readDateStyles(zip, workbook.stylesPart);
  let merged: string[] = [];
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    batches() {
      merged = [];
      const { date1904 } = workbook;
      const onMerged = (range: string) => merged.push(range);
      return sheetRows({ zip, part: sheet.part, sharedStrings, dateStyles, date1904, onMerged });
    },
    // A workbook names the place of each cell, so that none can slip under another heading.
    strictWidth: false,
    notes: () => [
      ...(workbook.hasMacros ? ['The workbook holds macros; they were ignored.'] : []),
      ...(sheet.hidden ? [`The sheet “${shownWord(sheet.name)}” is hidden in the workbook.`] : []),
      ...(merged.length > 0 ? [mergedNote(merged)] : []),
    ],
  };
}

function chooseSheet(sheets: readonly SheetEntry[], chosen: string | null, shown: string): SheetEntry {
  const wanted = chosen?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
  if (found) return found;
  if (sheets.length === 0) refuse(`“${shown}” holds no sheet with cells.`);
  const names = sheets.map(({ name }) => `“${shownWord(name)}”`);
  refuse(`“${shown}” has no sheet “${shownWord(chosen ?? '')}”; it has ${joinFew(names, 12)}.`);
}

function mergedNote(ranges: readonly string[]): string {
  const named = joinFew(ranges.slice(0, 1000).map(shownWord), 3);
  return `${countOf(ranges.length, 'merged range')} (${named}): the value counts for the first cell only.`;
}
