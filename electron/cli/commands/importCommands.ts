import { Argument, type Command, Option } from 'commander';
import type { InputOf, OutputOf } from '../../../shared/contract/engineMethods.ts';
import { type HeldReading, type ImportTaken, missingChoices } from '../../../shared/contract/import.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { importKindSpecs, importKinds } from '../../../shared/domain/importing/importKinds.ts';
import { tableNames } from '../../../shared/domain/tables/tableOf.ts';
import type { Engine } from '../../engine/engine.ts';
import { problemWithClosing } from '../../engine/imports/missing.ts';
import { howItWasRead, questionLine, readingLines } from '../importReading.ts';
import { asOfOption, onBehalfSwitch } from '../options.ts';
import type { Session } from '../session.ts';
import { type Report, refusedLines, takenLines } from '../takenLines.ts';
import { exitCodes, reportError, runCommand, type Terminal } from '../terminal.ts';
import { countOf } from '../words.ts';

interface ImportOptions {
  readonly release: string;
  readonly map: string[];
  readonly value: string[];
  readonly sheet?: string;
  readonly headingRow?: string;
  readonly dateOrder?: string;
  readonly partial?: string;
  readonly phase?: string;
  readonly region?: string;
  readonly dryRun: boolean;
  readonly missing: (typeof missingChoices)[number];
  readonly onBehalf: boolean;
}

type Kind = (typeof importKinds)[number];

export function addImportCommands(program: Command, session: Session): void {
  program
    .command('import')
    .addArgument(new Argument('<kind>', 'what the file holds').choices(importKinds))
    .argument(
      '<files...>',
      'a table (CSV, XLSX); for results also JUnit XML and its like: files or a folder of one run',
    )
    .requiredOption('--release <name>', 'the release that takes it')
    .option('--map <column=field...>', 'read this column as that field', [])
    .option('--value <field:word=value...>', 'read this word as that value, such as severity:Critical=1', [])
    .option('--sheet <name>', 'the sheet of a workbook (default: the one whose headings fit)')
    .option('--heading-row <number>', 'the row that holds the headings')
    .addOption(new Option('--date-order <order>', 'how 8/12/2025 is read').choices(['day-first', 'month-first']))
    .addOption(
      new Option('--partial <which>', 'what counts where a list of tests is shorter than it says').choices([
        'listed',
        'stated',
      ]),
    )
    .option('--phase <name>', 'the test phase of rows that name none')
    .option('--region <name>', 'the region of rows that name none')
    .addOption(
      new Option('--missing <what>', 'open issues that the list no longer names: leave them, or close them')
        .choices([...missingChoices])
        .default('leave'),
    )
    .option(onBehalfSwitch.flags, onBehalfSwitch.description, false)
    .option('--dry-run', 'say what would be taken, and take nothing', false)
    .description('take test results, issues, scope, criteria or views from a table')
    .action((kind: Kind, files: readonly string[], options: ImportOptions) =>
      session.run({}, async (terminal, engine) => {
        const input = readInput(kind, files, options);
        if (!input.ok) return reportError(terminal, input.error);
        return importTable(terminal, engine, input.value, options);
      }),
    );

  program
    .command('table')
    .description('write tables out')
    .command('export')
    .argument('<name>', 'the release')
    .addArgument(new Argument('<table>', 'which table').choices([...tableNames]))
    .requiredOption('--out <file>', 'FILE.csv or FILE.xlsx')
    .option('--as-of <date>', 'the day to judge on (default: today in London)')
    .description('write one table of a release as CSV or XLSX')
    .action((name: string, table: string, options: { readonly out: string; readonly asOf?: string }) =>
      session.run({}, async (terminal, engine) => {
        const asOf = asOfOption(options.asOf);
        if (!asOf.ok) return reportError(terminal, asOf.error);
        const input = { release: name, table, out: options.out, asOf: asOf.value };
        return runCommand(terminal, engine, 'table.export', input, (done) => [
          `Wrote ${done.file}: ${countOf(done.rows, 'row')}.`,
        ]);
      }),
    );
}

function readInput(kind: Kind, files: readonly string[], options: ImportOptions): Result<InputOf<'import.read'>> {
  const mapping = readPairs(options.map, '--map', 'COLUMN=FIELD');
  if (!mapping.ok) return mapping;
  const fields = importKindSpecs[kind].fields.map((field) => field.field);
  const stranger = Object.values(mapping.value).find((field) => !fields.includes(field));
  if (stranger !== undefined) {
    const sentence = `--map names the field “${stranger}”, which ${kind} does not have; it has ${fields.join(', ')}.`;
    return fail('usage', sentence, '--map');
  }
  const words = readPairs(options.value, '--value', 'FIELD:WORD=VALUE');
  if (!words.ok) return words;
  const valueMaps: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(words.value)) {
    const colon = name.indexOf(':');
    if (colon <= 0) return fail('usage', `--value “${name}” names no field; write FIELD:WORD=VALUE.`, '--value');
    const field = name.slice(0, colon);
    valueMaps[field] = { ...valueMaps[field], [name.slice(colon + 1)]: value };
  }
  const row = options.headingRow === undefined ? null : Number(options.headingRow);
  if (row !== null && !(Number.isSafeInteger(row) && row >= 1))
    return fail('usage', `--heading-row “${options.headingRow}” is not the number of a row.`, '--heading-row');
  const [file = '', ...more] = files;
  return ok({
    kind,
    release: options.release,
    file,
    more,
    text: null,
    // Results replace the counts of their phases, and what they replace is shown.
    plan: kind === 'results',
    headingRow: row,
    dateOrder: options.dateOrder === undefined ? null : options.dateOrder === 'day-first' ? 'dayFirst' : 'monthFirst',
    partialLists: options.partial === 'listed' || options.partial === 'stated' ? options.partial : null,
    sheet: options.sheet ?? null,
    mapping: Object.keys(mapping.value).length > 0 ? mapping.value : null,
    valueMaps,
    defaults: defaultsOf(kind, options),
  });
}

/** A phase is a result's name and an issue's phase. */
function defaultsOf(kind: Kind, { phase, region }: ImportOptions): Record<string, unknown> {
  const name = kind === 'results' ? 'name' : 'phase';
  return { ...(phase === undefined ? {} : { [name]: phase }), ...(region === undefined ? {} : { region }) };
}

/** `A=B`; the last sign parts them, for a column may have one in its name. */
function readPairs(pairs: readonly string[], option: string, shape: string): Result<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const pair of pairs) {
    const sign = pair.lastIndexOf('=');
    if (sign <= 0) return fail('usage', `${option} “${pair}” is not a pair; write ${shape}.`, option);
    read[pair.slice(0, sign)] = pair.slice(sign + 1);
  }
  return ok(read);
}

async function importTable(
  terminal: Terminal,
  engine: Engine,
  input: InputOf<'import.read'>,
  options: Pick<ImportOptions, 'dryRun' | 'missing' | 'onBehalf'>,
): Promise<number> {
  const { dryRun } = options;
  const read = await readAsAsked(engine, { ...input, plan: dryRun || input.plan });
  if (!read.ok) return reportError(terminal, read.error, nothingRead);
  const held = read.value;
  const { questions } = held.reading;
  if (questions.length > 0 && !dryRun) {
    await engine.call('import.forget', { token: held.token });
    return askFirst(terminal, held);
  }
  const taken = dryRun ? planned(held, options.missing, options.onBehalf === true) : await take(engine, held, options);
  if (!taken.ok) return reportError(terminal, taken.error, nothingTaken(held));
  const report = taken.value;
  const asked = questions.length > 0 ? { error: firstQuestion(held) } : {};
  if (terminal.json) terminal.write(`${JSON.stringify({ ...asked, ...report, ...howItWasRead(held) })}\n`);
  else
    terminal.write(
      `${[...readingLines(held), ...takenLines(report, held, dryRun, questions.length > 0), ...questions.map(questionLine)].join('\n')}\n`,
    );
  if (questions.length > 0) return exitCodes.refused;
  if (report.refusedCount === 0) return exitCodes.done;
  const none = report.taken + report.updated + report.unchanged === 0;
  return none ? exitCodes.refused : exitCodes.notInOrder;
}

function firstQuestion({ reading: { questions } }: HeldReading) {
  const [question] = questions;
  return { kind: 'invalidInput', message: question?.sentence ?? '', where: question?.word ?? null };
}

/** Nothing is taken while it is not said how the file is meant. */
function askFirst(terminal: Terminal, held: HeldReading): number {
  const { questions } = held.reading;
  const error = firstQuestion(held);
  const done = nothingTaken(held);
  if (terminal.json) terminal.write(`${JSON.stringify({ error, ...done })}\n`);
  else terminal.write(`${readingLines(held).join('\n')}\n`);
  const told = ['Nothing was taken.', ...refusedLines(done, held), ...questions.map(questionLine)];
  terminal.writeError(`${told.join('\n')}\n`);
  return exitCodes.refused;
}

/** What stands beside an error: that nothing was taken, which rows could not be read, and how the file was read. */
function nothingTaken(held: HeldReading) {
  const { problems, refusedRows, notes } = held.reading;
  return { ...nothingRead, refused: problems, refusedCount: refusedRows, notes, ...howItWasRead(held) };
}

/** What --map names goes over what the reader makes of the other columns by itself. */
async function readAsAsked(engine: Engine, input: InputOf<'import.read'>): Promise<Result<OutputOf<'import.read'>>> {
  const read = (asked: InputOf<'import.read'>) =>
    engine.call('import.read', asked) as Promise<Result<OutputOf<'import.read'>>>;
  if (input.mapping === null) return read(input);
  const guessed = await read({ ...input, mapping: null, plan: false });
  if (!guessed.ok) return guessed;
  const { reading, token } = guessed.value;
  await engine.call('import.forget', { token });
  const columns = reading.columns.map((column) => column.name);
  const stranger = Object.keys(input.mapping).find((column) => !columns.includes(column));
  if (stranger !== undefined) {
    const sentence = `There is no column “${stranger}”; there are ${columns.join(', ') || 'none'}.`;
    return fail('usage', sentence, '--map');
  }
  const given = new Set(Object.values(input.mapping));
  const kept = Object.entries(reading.mapping).filter(([, field]) => !given.has(field));
  return read({ ...input, mapping: { ...Object.fromEntries(kept), ...input.mapping } });
}

async function take(
  engine: Engine,
  { token }: HeldReading,
  { missing, onBehalf }: Pick<ImportOptions, 'missing' | 'onBehalf'>,
): Promise<Result<Report>> {
  const taken = (await engine.call('import.take', { token, skip: [], missing, onBehalf })) as Result<ImportTaken>;
  await engine.call('import.forget', { token });
  if (!taken.ok) return taken;
  const { left: _, ...report } = taken.value;
  return ok(report);
}

/** What stands beside an error where no reading came about. */
const nothingRead = { taken: 0, updated: 0, unchanged: 0, refused: [], refusedCount: 0, notes: [] };

/** A dry run in the same shape as the import itself, and refused where that would be. */
function planned(
  { kind, reading, plan, rows }: HeldReading,
  missing: ImportOptions['missing'],
  onBehalf: boolean,
): Result<Report> {
  const unclosable = missing === 'close' ? problemWithClosing(kind, reading) : null;
  // What is asked is told first, and nothing is taken before it is said, as it would be.
  if (reading.questions.length > 0) {
    const { problems, refusedRows, notes } = reading;
    const closing = { missing: 0, missingNames: [], closed: 0, entry: 0, through: 0 };
    return ok({ ...nothingRead, refused: problems, refusedCount: refusedRows, notes: [...notes], ...closing });
  }
  if (unclosable) return unclosable;
  const theirs = onBehalf ? { added: 0, updated: 0 } : plan.theirs;
  const strangers = rows.flatMap(({ row, sentence, unlessForThem }) => {
    const why = sentence ?? (onBehalf ? null : unlessForThem);
    return why ? [{ row, column: '', sentence: why }] : [];
  });
  return ok({
    taken: plan.added - theirs.added,
    updated: plan.updated - theirs.updated,
    unchanged: plan.same,
    refused: [...reading.problems, ...strangers],
    refusedCount: reading.refusedRows + plan.refused + theirs.added + theirs.updated,
    notes: [...reading.notes],
    missing: plan.missing,
    missingNames: plan.missingNames,
    closed: missing === 'close' ? plan.missing : 0,
    entry: 0,
    through: 0,
  });
}
