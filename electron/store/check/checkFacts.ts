import { isDeepStrictEqual } from 'node:util';
import { keyOf, listKinds, type RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import { fromSql, type Table, tableOf } from '../columns.ts';
import { inOneState, type ReadableDb } from '../db.ts';
import { statement } from '../statement.ts';
import { checkRegisters } from './checkRegisters.ts';
import { checkSchema } from './checkSchema.ts';
import { checkTexts } from './checkTexts.ts';
import { plainProblem, type StoreProblem, shown } from './problem.ts';
import { type ReplayedRecord, replay } from './replay.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Holds the facts to the history: replays every entry into memory and compares records, registers and schema with what
 * stands in the database. Whoever changes a fact without an entry, by whatever program, is found out here.
 */
export function checkFacts(db: ReadableDb): readonly StoreProblem[] {
  return inOneState(db, () => {
    const schema = checkSchema(db);
    const replayed = replay(db);
    const records = (['release', ...listKinds] as const).flatMap((kind) => checkKind(db, kind, replayed.records));
    const damaged = replayed.damaged.map((seq) =>
      plainProblem(`Entry ${seq} of the history cannot be read: its text is damaged; restore a backup.`),
    );
    const registers = [...checkStamps(db, replayed.records), ...checkRegisters(db, replayed)];
    return [...schema, ...damaged, ...checkTexts(db), ...records, ...registers];
  });
}

function checkKind(
  db: ReadableDb,
  kind: RecordKind,
  replayed: ReadonlyMap<string, ReplayedRecord>,
): readonly StoreProblem[] {
  const table = tableOf(kind);
  const problems: StoreProblem[] = [];
  const found = new Set<string>();
  for (const row of statement<[], Row>(db, `SELECT * FROM ${table.name}`).iterate()) {
    const id = String(row.id);
    found.add(id);
    const record = replayed.get(id);
    if (record?.kind === kind) problems.push(...compare(table, record, row));
    else problems.push(unmade(table, row));
  }
  for (const record of replayed.values()) {
    if (record.kind !== kind || found.has(record.id)) continue;
    const name = nameOf(kind, record.key);
    problems.push({
      ...plainProblem(`The ${name} is missing from the facts; entry ${record.createdIn} of the history recorded it.`),
      record: `${kind}:${record.key}`,
      ledger: Object.fromEntries([...record.fields].map(([field, held]) => [field, held.values[0]])),
      entry: record.createdIn,
    });
  }
  return problems;
}

function compare(table: Table, record: ReplayedRecord, row: Row): readonly StoreProblem[] {
  const problems: StoreProblem[] = [];
  const differs = (field: string, ledger: unknown, facts: unknown, entry: number) =>
    problems.push({
      sentence: `The ${field} of ${nameOf(table.kind, record.key)} reads ${shown(facts)} in the facts, but entry ${entry} of the history made it ${shown(ledger)}.`,
      record: `${table.kind}:${record.key}`,
      field,
      ledger,
      facts,
      entry,
    });
  const heads: readonly (readonly [string, unknown, unknown])[] = [
    ['entry of creation', record.createdIn, row.created_in],
    ['entry of removal', record.removedIn, row.removed_in],
    ...(table.kind === 'release'
      ? ([['entry of archiving', record.archivedIn, row.archived_in]] as const)
      : ([['release', record.releaseId, row.release_id]] as const)),
  ];
  for (const [field, ledger, facts] of heads)
    if ((ledger ?? null) !== (facts ?? null))
      differs(field, ledger, facts, record.removedIn ?? record.archivedIn ?? record.createdIn);
  if (record.isVague) return problems;
  for (const column of table.columns) {
    const held = record.fields.get(column.field);
    const facts = readField(column.type, row[column.name]);
    const allowed = held?.values ?? [null];
    if (!allowed.some((value) => isSame(value ?? null, facts)))
      differs(column.field, allowed[0] ?? null, facts, held?.seq ?? record.createdIn);
  }
  return problems;
}

/** A row that no entry made. */
function unmade(table: Table, row: Row): StoreProblem {
  const fields = Object.fromEntries(
    table.columns.map((column) => [column.field, readField(column.type, row[column.name])]),
  );
  const key = table.kind === 'release' ? String(fields.name) : keyOf(table.kind, fields as never);
  return {
    ...plainProblem(
      `The ${nameOf(table.kind, key)} stands in the facts, but no entry of the history recorded it; it was put there by another program.`,
    ),
    record: `${table.kind}:${key}`,
    facts: fields,
  };
}

/** Damaged JSON is shown as the text that it is. */
function readField(type: Table['columns'][number]['type'], value: unknown): unknown {
  try {
    return fromSql(type, value);
  } catch {
    return value;
  }
}

/** Text is kept as UTF-8, which knows no half of a surrogate pair; an entry of an early version may. */
function isSame(ledger: unknown, facts: unknown): boolean {
  if (isDeepStrictEqual(ledger, facts)) return true;
  return isDeepStrictEqual(wellFormed(ledger), wellFormed(facts));
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (value === null || typeof value !== 'object') return value;
  return JSON.parse(JSON.stringify(value), (_key, inner) => (typeof inner === 'string' ? wellFormed(inner) : inner));
}

/** The register of each field's last change, from which merges tell who wrote what. */
function checkStamps(db: ReadableDb, replayed: ReadonlyMap<string, ReplayedRecord>): readonly StoreProblem[] {
  const problems: StoreProblem[] = [];
  const tell = (record: ReplayedRecord, field: string, ledger: number | null, facts: number | null) =>
    problems.push({
      sentence: `The register says that entry ${facts ?? 'none'} changed the ${field} of ${nameOf(record.kind, record.key)} last; the history says entry ${ledger ?? 'none'}.`,
      record: `${record.kind}:${record.key}`,
      field,
      ledger,
      facts,
      entry: ledger,
    });
  const seen = new Map<string, Set<string>>();
  const sql = 'SELECT record_id AS id, field, seq FROM field_change';
  for (const { id, field, seq } of statement<[], { id: string; field: string; seq: number }>(db, sql).iterate()) {
    const record = replayed.get(id);
    if (!record) {
      problems.push(plainProblem(`The register of changes names a record ${id} that the history does not know.`));
      continue;
    }
    seen.set(id, (seen.get(id) ?? new Set()).add(field));
    const expected = record.stamps.get(field) ?? null;
    if (expected !== seq && !record.stampsAreVague) tell(record, field, expected, seq);
  }
  for (const record of replayed.values()) {
    if (record.stampsAreVague) continue;
    for (const [field, seq] of record.stamps) if (!seen.get(record.id)?.has(field)) tell(record, field, seq, null);
  }
  return problems;
}

function nameOf(kind: RecordKind, key: string): string {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return key === '' ? words : `${words} ${key}`;
}
