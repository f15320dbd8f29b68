import { extname } from 'node:path';
import { computeCoverage } from '../../../../shared/domain/coverage/computeCoverage.ts';
import { computeSufficiency } from '../../../../shared/domain/coverage/computeSufficiency.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { type TableName, tableNames, tableOf } from '../../../../shared/domain/tables/tableOf.ts';
import { publishFile, temporaryBeside } from '../../../store/durableFile.ts';
import { readRelease } from '../../releaseByName.ts';
import { runTask } from '../../runTask.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** Writes one table of a release as a spreadsheet; formula cells are neutralised. */
export const tableExport = storeVerb('table.export', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  const { table, out } = input;
  const name = tableNames.find((known): known is TableName => known === table);
  if (name === undefined)
    return fail('invalidInput', `There is no table “${table}”; there are ${tableNames.join(', ')}.`, table);
  const format = formatOf(out);
  if (!format) return fail('invalidInput', `${out} ends in neither .csv nor .xlsx; name the file so.`, out);
  const snapshot = snapshotOf(store, found.value.facts, input.asOf ?? context.today(), false);
  const content = tableOf(name, {
    facts: found.value.facts,
    readiness: computeReadiness(snapshot),
    coverage: computeCoverage(snapshot),
    sufficiency: computeSufficiency(snapshot),
  });
  const temporary = temporaryBeside(out);
  const job = { table: content, out: temporary, format, shown: out };
  const written = await runTask(context, 'importers', 'writeTable', job);
  if (!written.ok) return written;
  publishFile(temporary, out);
  return ok({ file: out, rows: written.value.rows });
});

function formatOf(out: string): 'csv' | 'xlsx' | null {
  const ending = extname(out).toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.xlsx' ? 'xlsx' : null;
}
