import { kinds } from '../catalogue/kinds.ts';
import { plainName } from '../foundation/plainName.ts';
import { countOf, joinFew, joinWords } from '../foundation/words.ts';
import { fieldOf, type ImportKind } from './importKinds.ts';
import type { RowProblem } from './reading.ts';
import { shownWord } from './shown.ts';
import type { TestOutcome } from './vocabularies/outcomeWords.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Tally {
  readonly row: number;
  readonly fields: Fields;
  /** What its rows say of the phase beside its name: each field with the different values, and in how many rows it stands. */
  readonly said: Map<string, { readonly values: Map<string, unknown>; rows: number }>;
  readonly counts: Record<TestOutcome, number>;
  /** Rows of this phase that could not be read. */
  readonly refused: number[];
  /** Test and configuration → how many rows name them. */
  readonly tests: Map<string, number>;
}

/** Counts tests, a row each, into phases. */
export interface TestTally {
  readonly add: (fields: Fields, row: number) => void;
  /** A row that could not be read: its phase is short of it. Null: nobody can say which phase it belongs to. */
  readonly miss: (fields: Fields | null, row: number) => void;
  /** The phases that are whole; the counts of each sum to its rows. */
  readonly phases: () => readonly { readonly row: number; readonly fields: Fields }[];
  /** Why a phase is not taken, and which it is. */
  readonly problems: () => readonly (RowProblem & { readonly fields: Fields })[];
  readonly notes: () => readonly string[];
}

const counts = ['planned', 'run', 'passed', 'failed', 'notRun'];

/** A table with an outcome column and no counts has a row per test; otherwise it has a row per phase. */
export function isTablePerTest(kind: ImportKind, fields: readonly string[]): boolean {
  return kind === 'results' && fields.includes('outcome') && !counts.some((count) => fields.includes(count));
}

/** What a row of a table of phases may not carry: it speaks of single tests. */
export const testFields: readonly string[] = ['test', 'configuration', 'outcome'];

/** What says of which phase and test a row is, and nothing of the phase. */
const ofRow: readonly string[] = ['name', 'region', ...testFields];

/** Whether the columns tell anything of a phase beyond its name: a table without is no table of results. */
export function tellsResults(fields: readonly string[]): boolean {
  if (fields.includes('outcome') || counts.some((count) => fields.includes(count))) return true;
  return !fields.includes('test') && fields.some((field) => !ofRow.includes(field));
}

/**
 * Tests of one phase and region become its counts. It began with the first of its tests and ended with the last, where all of
 * them have an end; what its rows say differently otherwise is left to people, and told.
 */
export function createTestTally(): TestTally {
  const tallies = new Map<string, Tally>();
  const strays: number[] = [];
  const tallyOf = (fields: Fields, row: number) => {
    // As the phase is found again in the release (`matcherOf`).
    const id = plainName(String(kinds.testPhase.key(fields as never)));
    const known = tallies.get(id);
    if (known) return known;
    const fresh: Tally = {
      row,
      fields: namingOf(fields),
      said: new Map(),
      counts: { passed: 0, failed: 0, notRun: 0 },
      refused: [],
      tests: new Map(),
    };
    tallies.set(id, fresh);
    return fresh;
  };
  const isWhole = ({ refused }: Tally) => refused.length === 0 && strays.length === 0;
  return {
    add(fields, row) {
      const tally = tallyOf(fields, row);
      hear(tally, fields);
      // A test without an outcome was not run, as far as anybody says.
      tally.counts[(fields.outcome as TestOutcome | undefined) ?? 'notRun'] += 1;
      if (fields.test === undefined) return;
      const test = JSON.stringify([fields.test, fields.configuration ?? null]);
      tally.tests.set(test, (tally.tests.get(test) ?? 0) + 1);
    },
    miss(fields, row) {
      if (fields?.name === undefined) strays.push(row);
      else tallyOf(fields, row).refused.push(row);
    },
    phases: () =>
      [...tallies.values()].filter(isWhole).map((tally) => {
        const { row, fields } = tally;
        const { passed, failed, notRun } = tally.counts;
        const run = passed + failed;
        const counted = { planned: run + notRun, run, passed, failed, notRun };
        return { row, fields: { ...fields, ...saidOf(tally), ...counted } };
      }),
    problems: () =>
      [...tallies.values()]
        .filter((tally) => !isWhole(tally))
        .map(({ row, fields, refused }) => ({
          row,
          column: '',
          sentence: shortSentence(fields, refused, strays),
          fields,
        })),
    notes: () => [...tallies.values()].filter(isWhole).flatMap((tally) => [...repeatNote(tally), ...leftNote(tally)]),
  };
}

function namingOf({ name, region }: Fields): Fields {
  return { ...(name === undefined ? {} : { name }), ...(region === undefined ? {} : { region }) };
}

function hear({ said }: Tally, fields: Fields): void {
  for (const [field, value] of Object.entries(fields)) {
    if (ofRow.includes(field)) continue;
    const known = said.get(field) ?? { values: new Map<string, unknown>(), rows: 0 };
    known.values.set(JSON.stringify(value), value);
    known.rows += 1;
    said.set(field, known);
  }
}

const starts: readonly string[] = ['plannedStart', 'actualStart'];
const ends: readonly string[] = ['plannedEnd', 'actualEnd'];

function rowsOf({ passed, failed, notRun }: Tally['counts']): number {
  return passed + failed + notRun;
}

/** What the rows say of the phase as a whole; undefined for a field of which they do not. */
function phaseValue(
  field: string,
  { values, rows }: { values: Map<string, unknown>; rows: number },
  all: number,
): unknown {
  const [first, ...others] = values.values();
  const days = () => [...values.values()].map(String).sort();
  if (starts.includes(field)) return days()[0];
  if (ends.includes(field)) return rows === all ? days().at(-1) : undefined;
  return others.length === 0 ? first : undefined;
}

function saidOf({ said, counts }: Tally): Fields {
  const told = [...said].map(([field, one]) => [field, phaseValue(field, one, rowsOf(counts))] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

function leftNote({ fields, said, counts }: Tally): readonly string[] {
  const all = rowsOf(counts);
  const left = [...said].flatMap(([field, one]) => (phaseValue(field, one, all) === undefined ? [field] : []));
  const labels = (some: readonly string[]) => joinWords(some.map((field) => fieldOf('results', field)?.label ?? field));
  const [open, differing] = [left.filter((one) => ends.includes(one)), left.filter((one) => !ends.includes(one))];
  const phase = nameOf(fields);
  return [
    ...(open.length === 0
      ? []
      : [`Not every test of the phase ${phase} has an end, so its ${labels(open)} was not taken from them.`]),
    ...(differing.length === 0
      ? []
      : [
          `The rows of the phase ${phase} differ in ${labels(differing)}, which was not taken; enter it in the release.`,
        ]),
  ];
}

function shortSentence(fields: Fields, refused: readonly number[], strays: readonly number[]): string {
  const name = nameOf(fields);
  const rows = refused.length > 0 ? refused : strays;
  const list = `${rows.length === 1 ? 'row' : 'rows'} ${joinFew(rows.map(String), 5)}`;
  return refused.length > 0
    ? `The phase ${name} is not taken, for ${list} of it cannot be read and its counts would be short; mend the file, or say how it is to be read.`
    : `The phase ${name} is not taken, for ${list} of the file may belong to it and cannot be read; mend the file, or say how it is to be read.`;
}

function repeatNote({ fields, tests }: Tally): readonly string[] {
  const repeated = [...tests.values()].filter((times) => times > 1).length;
  if (repeated === 0) return [];
  const what =
    repeated === 1 ? '1 test stands in more than one row' : `${countOf(repeated, 'test')} stand in more than one row`;
  return [`In the phase ${nameOf(fields)} ${what}; each row was counted as a run of its own.`];
}

function nameOf({ name, region }: Fields): string {
  return `“${shownWord([name, region].filter((part) => typeof part === 'string').join(' '))}”`;
}
