import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '../../../shared/contract/engineMethods.ts';
import type { HeldReading, ImportChoices, ImportTaken, PlannedRow } from '../../../shared/contract/importMethods.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { importKindSpecs } from '../../../shared/domain/importing/importKinds.ts';
import type { ReadImportInput, ReadImportOutput, RowProblem } from '../../../shared/domain/importing/reading.ts';
import { shownName } from '../../../shared/domain/importing/shown.ts';
import { keyOf } from '../../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { WritableDb } from '../../store/db.ts';
import type { Store } from '../../store/openStore.ts';
import { writeSetting } from '../../store/settings.ts';
import { type Batch, beginBatch } from '../batch.ts';
import { type ChangeSet, noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { type Reading, readingFolder, rowsOf } from '../imports/heldReadings.ts';
import { missingFinder, missingInWords, problemWithClosing } from '../imports/missing.ts';
import { type RowPlan, rowPlanner } from '../imports/plan.ts';
import { readRelease } from '../releaseByName.ts';
import { readImportMemory } from '../settings.ts';
import { write } from '../transact.ts';
import { storeVerb } from '../verb.ts';

const shownRows = 200;
const shownRefusals = 1000;

/** Reads a table in a process of its own and says what would become of it; the store is not touched. */
export const importRead = storeVerb('import.read', async (context, store, input) => {
  const found = readRelease(context, store, input.release);
  if (!found.ok) return found;
  if ((input.file === null) === (input.text === null))
    return fail('invalidInput', 'An import reads a file or a pasted table, one of the two.', 'file');
  const first = input.file === null ? 'pasted table' : shownName(basename(input.file));
  const name = input.more?.length ? `${first} and ${input.more.length} more` : first;
  const folder = readingFolder();
  const rows = join(folder, 'rows.ndjson');
  const source =
    input.file === null
      ? { text: input.text ?? '' }
      : input.more?.length
        ? { files: [input.file, ...input.more] }
        : { file: input.file };
  const read = await readTable(context, store, { ...choicesOf(input), source, name, out: rows });
  const reading: Reading = {
    folder,
    rows,
    name,
    kind: input.kind,
    releaseId: found.value.id,
    defaults: input.defaults,
    output: read.ok ? read.value : noOutput,
    chosen: { mapping: input.mapping, valueMaps: input.valueMaps },
    told: null,
  };
  const token = context.stamps.newId();
  context.readings.hold(token, reading);
  if (!read.ok) {
    context.readings.forget(token);
    return read;
  }
  const { told, ...planned } = input.plan ? planOf(store, reading, found.value.facts) : nothingPlanned;
  context.readings.hold(token, { ...reading, told });
  return ok({ token, name, kind: input.kind, reading: read.value, ...planned } satisfies HeldReading);
});

type Planned = Pick<HeldReading, 'plan' | 'rows'> & Pick<Reading, 'told'>;

const nothingPlanned: Planned = {
  plan: { added: 0, updated: 0, same: 0, refused: 0, missing: 0, missingNames: [] },
  rows: [],
  told: null,
};

/** What would become of the rows: all of them counted, the first of them shown. */
function planOf(store: Store, reading: Reading, facts: ReleaseFacts): Planned {
  const { record, plan, records, named } = rowPlanner(store.db, reading.kind, reading.releaseId, facts);
  const finder = missingFinder(reading, records, named);
  const rows: PlannedRow[] = [];
  const counts = { added: 0, updated: 0, same: 0, refused: 0 };
  for (const row of rowsOf(reading)) {
    finder.see(row);
    const planned = plan(row);
    counts[countOf[planned.action]] += 1;
    if (rows.length < shownRows) rows.push(shownRow(reading, row, planned));
  }
  const missing = finder.missing();
  const told = new Set(missing.map(({ id }) => id));
  return { plan: { ...counts, ...missingInWords(record, missing) }, rows, told };
}

/** Takes the rows of a reading: one transaction, one ledger entry for every thousand records. */
export const importTake = storeVerb('import.take', (context, store, input) => {
  const reading = context.readings.find(input.token);
  if (!reading) return fail('notFound', 'This table is no longer held; read it again.', input.token);
  const [question] = reading.output.questions;
  if (question) return fail('invalidInput', question.sentence, question.word ?? question.about);
  const unclosable = input.missing === 'close' ? problemWithClosing(reading.kind, reading.output.problemCount) : null;
  if (unclosable) return unclosable;
  const written = write(context, store, { onBehalf: input.onBehalf }, (set) => takeRows(context, set, reading, input));
  if (!written.ok) return written;
  context.readings.forget(input.token);
  const { value, entry, through } = written.value;
  return ok({ ...value, notes: [...reading.output.notes], entry, through });
});

/** A row that cannot be taken, the other side's among them, is refused by its number and does not hold up the others. */
function takeRows(
  context: EngineContext,
  set: ChangeSet,
  reading: Reading,
  input: InputOf<'import.take'>,
): Result<Omit<ImportTaken, 'notes' | 'entry' | 'through'>> {
  const facts = context.cache.read(set.db, reading.releaseId);
  if (!facts) return fail('notFound', 'This release is no longer in the store.', reading.releaseId);
  const leftOut = new Set(input.skip);
  const refused: RowProblem[] = reading.output.problems.slice(0, shownRefusals);
  const counts = { taken: 0, updated: 0, unchanged: 0, refusedCount: reading.output.problemCount };
  const { record, plan, records, named } = rowPlanner(set.db, reading.kind, reading.releaseId, facts);
  const finder = missingFinder(reading, records, named);
  const batch = beginBatch(set, record, reading.releaseId, reading.name);
  for (const row of rowsOf(reading)) {
    finder.see(row);
    if (leftOut.has(row.row)) continue;
    const done = takeRow(batch, plan(row));
    if (done.ok) counts[done.value] += 1;
    else {
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
  remember(set.db, reading, (value) => noteEvent(set, 'setting', null, 'imports', value));
  return ok({ ...counts, refused, ...missingInWords(record, missing), closed });
}

function takeRow(batch: Batch, planned: RowPlan): Result<'taken' | 'updated' | 'unchanged'> {
  switch (planned.action) {
    case 'add': {
      const added = batch.add(planned.fields);
      return added.ok ? ok('taken') : added;
    }
    case 'update': {
      const edited = batch.edit(planned.current, planned.fields);
      return edited.ok ? ok(edited.value ? 'updated' : 'unchanged') : edited;
    }
    case 'same':
      return ok('unchanged');
    case 'refused':
      return fail('invalidInput', planned.sentence);
  }
}

export const importForget = storeVerb('import.forget', (context, _store, input) => {
  context.readings.forget(input.token);
  return ok({});
});

const countOf = { add: 'added', update: 'updated', same: 'same', refused: 'refused' } as const;
const noOutput = { problems: [], problemCount: 0, notes: [], questions: [] } as unknown as ReadImportOutput;

function choicesOf(input: ImportChoices): ImportChoices {
  const { kind, sheet, mapping, valueMaps, defaults, headingRow, dateOrder, partialLists } = input;
  return { kind, sheet, mapping, valueMaps, defaults, headingRow, dateOrder, partialLists };
}

/** Reads as asked; where nothing was asked and a table with these columns was read before, as it was read then. */
async function readTable(
  context: EngineContext,
  store: Store,
  input: ReadImportInput,
): Promise<Result<ReadImportOutput>> {
  const run = (asked: ReadImportInput) =>
    context.runDisposable({ program: 'importers', task: 'readImport', input: asked }, context) as Promise<
      Result<ReadImportOutput>
    >;
  const first = await run(input);
  if (!first.ok || input.mapping !== null || Object.keys(input.valueMaps).length > 0) return first;
  const known = readImportMemory(store.db)[memoryKey(input.kind, first.value)];
  if (!known) return first;
  const again = await run({ ...input, mapping: known.mapping ?? null, valueMaps: known.valueMaps });
  if (!again.ok) return first;
  return ok({ ...again.value, notes: [...again.value.notes, 'Read as a table with these columns was read before.'] });
}

/** A mapping is remembered by the kind of table and its column names. */
function memoryKey(kind: string, { columns }: ReadImportOutput): string {
  const names = JSON.stringify(columns.map((column) => column.name));
  return `${kind}:${createHash('sha256').update(names).digest('hex').slice(0, 16)}`;
}

function remember(db: WritableDb, reading: Reading, note: (value: string) => number): void {
  const { mapping, valueMaps } = reading.chosen;
  if (mapping === null && Object.keys(valueMaps).length === 0) return;
  const key = memoryKey(reading.kind, reading.output);
  const memory = readImportMemory(db);
  const chosen = { mapping, valueMaps };
  if (isDeepStrictEqual(memory[key], chosen)) return;
  const next = { ...memory, [key]: chosen };
  writeSetting(db, 'imports', next, note(JSON.stringify({ [key]: chosen })));
}

function shownRow(
  reading: Reading,
  row: { row: number; fields: Record<string, unknown> },
  planned: RowPlan,
): PlannedRow {
  const { record } = importKindSpecs[reading.kind];
  const fields = 'fields' in planned ? planned.fields : row.fields;
  const current = 'current' in planned ? planned.current.fields : {};
  const stated = Object.fromEntries(Object.keys(row.fields).map((name) => [name, fields[name] ?? null]));
  const before = Object.fromEntries(Object.keys(stated).map((name) => [name, current[name] ?? null]));
  return {
    row: row.row,
    action: planned.action,
    key: keyOf(record, { ...current, ...fields } as never),
    fields: stated,
    before: planned.action === 'update' ? before : {},
    sentence: planned.action === 'refused' ? planned.sentence : null,
  };
}
