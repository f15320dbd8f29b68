import type { InputOf } from '../../../../shared/contract/engineMethods.ts';
import type { ImportTaken } from '../../../../shared/contract/import.ts';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import type { RowProblem } from '../../../../shared/domain/importing/reading.ts';
import { keyOf } from '../../../../shared/domain/records/recordKinds.ts';
import type { Store } from '../../../store/openStore.ts';
import { type Batch, beginBatch } from '../../batch.ts';
import type { ChangeSet } from '../../changes.ts';
import type { EngineContext } from '../../context.ts';
import { type Reading, rowsOf } from '../../imports/heldReadings.ts';
import { rememberImport } from '../../imports/importMemory.ts';
import { memoryKey } from '../../imports/memoryKey.ts';
import { missingFinder, missingInWords, problemWithClosing } from '../../imports/missing.ts';
import { type RowPlan, rowPlanner } from '../../imports/plan.ts';
import { planReading } from '../../imports/planReading.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

const shownRefusals = 1000;

/** Takes the rows of a reading: one transaction, one ledger entry for every thousand records. */
export const importTake = storeVerb('import.take', (context, store, input) => {
  const reading = context.readings.find(input.token);
  if (!reading) return fail('notFound', 'This table is no longer held; read it again.', input.token);
  const [question] = reading.output.questions;
  if (question) return fail('invalidInput', question.sentence, question.word ?? question.about);
  const unclosable = input.missing === 'close' ? problemWithClosing(reading.kind, reading.output) : null;
  if (unclosable) return unclosable;
  const written = write(context, store, { onBehalf: input.onBehalf }, (set) => takeRows(context, set, reading, input));
  if (!written.ok) return written;
  const { value, entry, through } = written.value;
  const { done, ...told } = value;
  const left = keepRefused(context, store, input.token, { ...reading, done }, told.refusedCount);
  return ok({ ...told, left, notes: [...reading.output.notes], entry, through });
});

/** Rows that were refused as they were taken wait, planned anew, so that nobody has to find and read the table again. */
function keepRefused(
  context: EngineContext,
  store: Store,
  token: string,
  reading: Reading,
  refusedCount: number,
): ImportTaken['left'] {
  const facts =
    reading.told !== null && refusedCount > reading.output.refusedRows
      ? context.cache.read(store.db, reading.releaseId)
      : null;
  if (!facts) {
    context.readings.forget(token);
    return null;
  }
  const { told, ...left } = planReading(context, store, reading, facts);
  context.readings.hold(token, { ...reading, told });
  return left;
}

type Taken = Omit<ImportTaken, 'left' | 'notes' | 'entry' | 'through'> & Pick<Reading, 'done'>;

/** A row that cannot be taken, the other side's among them, is refused by its number and does not hold up the others. */
function takeRows(
  context: EngineContext,
  set: ChangeSet,
  reading: Reading,
  input: InputOf<'import.take'>,
): Result<Taken> {
  const facts = context.cache.read(set.db, reading.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', reading.releaseId);
  const leftOut = new Set(input.skip);
  const refused: RowProblem[] = reading.output.problems.slice(0, shownRefusals);
  const counts = { taken: 0, updated: 0, unchanged: 0, refusedCount: reading.output.refusedRows };
  const { record, plan, pass, records, named } = rowPlanner(
    set.db,
    reading.kind,
    reading.releaseId,
    facts,
    context.today(),
  );
  const finder = missingFinder(reading, records, named);
  const batch = beginBatch(set, record, reading.releaseId, reading.name);
  const taken = new Set(reading.done);
  let index = -1;
  for (const row of rowsOf(reading)) {
    finder.see(row);
    index += 1;
    const isDone = reading.done.has(index);
    if (isDone) pass(row);
    if (isDone || row.refused || leftOut.has(row.row)) continue;
    const done = takeRow(batch, plan(row));
    if (done.ok) {
      counts[done.value] += 1;
      taken.add(index);
    } else {
      counts.refusedCount += 1;
      if (refused.length < shownRefusals) refused.push({ row: row.row, column: '', sentence: done.error.message });
    }
  }
  const missing = finder.missing();
  const kept = new Set(input.keepOpen);
  let closed = 0;
  for (const one of input.missing === 'close' ? missing : []) {
    const isUntold = reading.told !== null && !reading.told.has(one.id);
    if (isUntold || kept.has(keyOf(record, one.fields as never))) continue;
    const done = batch.edit(one, { open: false });
    if (!done.ok) return done;
    closed += 1;
  }
  batch.end();
  remember(set, reading);
  return ok({ ...counts, refused, ...missingInWords(record, missing), closed, done: taken });
}

function takeRow(batch: Batch, planned: RowPlan): Result<'taken' | 'updated' | 'unchanged'> {
  switch (planned.action) {
    case 'add': {
      const added = batch.add(planned.fields);
      return added.ok ? ok('taken') : added;
    }
    case 'update':
    case 'confirm': {
      const edited = batch.edit(planned.current, planned.fields);
      return edited.ok ? ok(edited.value ? 'updated' : 'unchanged') : edited;
    }
    case 'same':
      return ok('unchanged');
    case 'refused':
      return fail('invalidInput', planned.sentence);
  }
}

function remember(set: ChangeSet, reading: Reading): void {
  const { mapping, valueMaps } = reading.chosen;
  if (mapping === null && Object.keys(valueMaps).length === 0) return;
  rememberImport(set, memoryKey(reading.kind, reading.output), { mapping, valueMaps });
}
