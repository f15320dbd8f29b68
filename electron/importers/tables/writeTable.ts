import { rm } from 'node:fs/promises';
import type { ProgressReport } from '../../../shared/contract/processMessages.ts';
import type { AppError } from '../../../shared/domain/foundation/appError.ts';
import { fail, type Result } from '../../../shared/domain/foundation/result.ts';
import { shownName } from '../../../shared/domain/importing/shown.ts';
import type { WriteTableInput, WriteTableOutput } from '../../../shared/domain/tables/table.ts';
import { writeCsv } from './writeCsv.ts';
import { writeXlsx } from './writeXlsx.ts';

/** Writes one table to a file that must not matter if it stays half-written: the engine renames it when it is whole. */
export async function writeTable(
  { table, out, format, shown = out }: WriteTableInput,
  send: (report: ProgressReport) => void,
): Promise<Result<WriteTableOutput, AppError>> {
  send({ text: `Writing “${table.title}”`, fraction: null });
  try {
    await (format === 'csv' ? writeCsv(table, out) : writeXlsx(table, out));
    return { ok: true, value: { rows: table.rows.length } };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    await rm(out, { force: true }).catch(() => undefined);
    const name = shownName(shown);
    const why = code === 'ENOSPC' ? 'the disk is full' : 'its folder is missing or may not be written to';
    return fail('invalidInput', `“${name}” could not be written, for ${why}; choose another place.`, name);
  }
}
