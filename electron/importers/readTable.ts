import { countOf } from '../../shared/domain/foundation/words.ts';
import type { ReadImportInput, ReadImportOutput } from '../../shared/domain/importing/reading.ts';
import { plainMode, type ReadingMode } from '../../shared/domain/importing/readingMode.ts';
import { shownWord } from '../../shared/domain/importing/shown.ts';
import type { Report } from './progress.ts';
import { refuse } from './refusal.ts';
import type { TableSource } from './rows.ts';
import { RowsFile } from './rowsFile.ts';
import { TableReading } from './tableReading.ts';

/**
 * Reads a table into rows of facts. How severities count and in which order dates stand is known only when the whole
 * column was seen; then the table is gone through a second time, so that no two rows are read in two ways.
 */
export async function readTable(
  source: TableSource,
  input: ReadImportInput,
  shown: string,
  report: Report,
): Promise<ReadImportOutput> {
  if (input.sheet !== null && source.sheet === null)
    refuse(`“${shown}” has no sheets, so none of them can be chosen; leave out the sheet “${shownWord(input.sheet)}”.`);
  const mode: ReadingMode = { ...plainMode, dateOrder: input.dateOrder ?? plainMode.dateOrder };
  const first = await passThrough(source, input, shown, report, mode);
  return first.otherMode ? (await passThrough(source, input, shown, report, first.otherMode)).output : first.output;
}

interface Pass {
  readonly output: ReadImportOutput;
  readonly otherMode: ReadingMode | null;
}

async function passThrough(
  source: TableSource,
  input: ReadImportInput,
  shown: string,
  report: Report,
  mode: ReadingMode,
): Promise<Pass> {
  const file = new RowsFile(input.out);
  try {
    const table = new TableReading(source, input, shown, mode, file);
    for await (const { rows, done } of source.batches()) {
      for (const row of rows) table.add(row);
      await file.drain();
      report(`Reading “${shown}”: ${countOf(table.rows, 'row')}`, done);
    }
    const output = table.finish();
    await file.finish();
    return { output, otherMode: table.otherMode() };
  } catch (error) {
    await file.discard();
    throw error;
  }
}
