import type { Knowledge } from '../../shared/domain/merge/knowledge.ts';
import type { LifeVersion, RecordState, Stamp, Version } from '../../shared/domain/merge/state.ts';
import { rulingField, sameValue } from '../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { tableOf } from './columns.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { knowledgeAt } from './knowledge.ts';
import { type FieldChange, type RecordChange, readEntry } from './ledger.ts';
import { DamagedText } from './parseStored.ts';
import { readFieldChanges, readRecord } from './records.ts';
import { statement, writeStatement } from './statement.ts';

/** The name under which a record's life stands among its registers. */
const life = '@life';

interface VersionRow {
  readonly field: string;
  readonly store_id: string;
  readonly seq: number;
  readonly local_seq: number;
  readonly at: string;
  readonly actor: string;
  readonly organisation: string;
  readonly ruler: string | null;
  readonly value: string | null;
  readonly saw: string | null;
}

export interface StateReader {
  readonly state: (kind: RecordKind, id: string) => RecordState | null;
}

/** Reads records as the merge sees them; remembers what it read of the history, so use one for each piece of work. */
export function createStateReader(db: ReadableDb, releaseId: string): StateReader {
  const entries = new Map<number, Omit<Stamp, 'ruler'>>();
  const entryStamp = (seq: number) => {
    const known = entries.get(seq);
    if (known) return known;
    const row = statement<[number], Omit<Stamp, 'ruler'>>(
      db,
      'SELECT store_id AS store, seq, at, actor AS by, organisation FROM ledger WHERE seq = ?',
    ).get(seq);
    if (!row) throw new DamagedText(`Entry ${seq} of the history is missing`);
    entries.set(seq, row);
    return row;
  };

  const state = (kind: RecordKind, id: string): RecordState | null => {
    const stored = readRecord(db, kind, id);
    if (!stored || stored.releaseId !== releaseId) return null;
    const lastChanges = readFieldChanges(db, kind, id);
    const rows = versionRows(db, id);
    const base = rows.get('')?.[0] ?? null;
    const ruling = rulingField(kind);
    const rulerAt = (seq: number) => {
      if (!ruling) return null;
      const isCurrent = (lastChanges.get(ruling) ?? 0) <= seq;
      const value = isCurrent
        ? stored.fields[ruling]
        : valueAt(db, releaseId, id, ruling, seq, lastChanges.get(ruling) ?? 0);
      return value === null || value === undefined ? null : String(value);
    };
    const stamps = new Map<number, Stamp>();
    const localStamp = (seq: number) => {
      const known = stamps.get(seq);
      if (known) return known;
      const stamp = { ...entryStamp(seq), ruler: rulerAt(seq) };
      stamps.set(seq, stamp);
      return stamp;
    };
    const baseStamp = base ? stampOf(base) : null;

    const fields = new Map<string, readonly Version[]>();
    for (const [field, seq] of lastChanges) {
      const value = stored.fields[field] ?? null;
      const own = rows.get(field)?.filter((row) => row.local_seq === seq) ?? [];
      if (own.length > 0)
        fields.set(
          field,
          own.map((row) => versionOf(row, value)),
        );
      else fields.set(field, [{ stamp: base?.local_seq === seq && baseStamp ? baseStamp : localStamp(seq), value }]);
    }
    return { kind, id, life: lifeOf(db, kind, id, rows, localStamp, releaseId), fields };
  };
  return { state };
}

function lifeOf(
  db: ReadableDb,
  kind: RecordKind,
  id: string,
  rows: ReadonlyMap<string, readonly VersionRow[]>,
  localStamp: (seq: number) => Stamp,
  releaseId: string,
): readonly LifeVersion[] {
  const { seq, removed } = lifeSeq(db, kind, id);
  const own = rows.get(life)?.filter((row) => row.local_seq === seq) ?? [];
  if (own.length === 0)
    return [{ stamp: localStamp(seq), alive: !removed, saw: removed ? knowledgeAt(db, releaseId, seq) : null }];
  return own.map((row) => ({
    stamp: stampOf(row),
    alive: row.value === 'true',
    saw: row.saw === null ? null : (JSON.parse(row.saw) as Knowledge),
  }));
}

/** The local entry that decided last whether a record lives. */
function lifeSeq(db: ReadableDb, kind: RecordKind, id: string): { readonly seq: number; readonly removed: boolean } {
  const row = statement<[string], { seq: number; removed: 0 | 1 }>(
    db,
    `SELECT coalesce(life_change.seq, removed_in, created_in) AS seq, removed_in IS NOT NULL AS removed
     FROM ${tableOf(kind).name} AS one LEFT JOIN life_change ON life_change.record_id = one.id WHERE one.id = ?`,
  ).get(id);
  if (!row) throw new Error(`The ${kind} ${id} is missing`);
  return { seq: row.seq, removed: row.removed === 1 };
}

function versionRows(db: ReadableDb, id: string): ReadonlyMap<string, readonly VersionRow[]> {
  const rows = statement<[string], VersionRow>(
    db,
    'SELECT field, store_id, seq, local_seq, at, actor, organisation, ruler, value, saw FROM field_version WHERE record_id = ?',
  ).all(id);
  const byField = new Map<string, VersionRow[]>();
  for (const row of rows) {
    const known = byField.get(row.field);
    if (known) known.push(row);
    else byField.set(row.field, [row]);
  }
  return byField;
}

function stampOf(row: VersionRow): Stamp {
  const { store_id: store, seq, at, actor: by, organisation, ruler } = row;
  return { store, seq, at, by, organisation, ruler };
}

function versionOf(row: VersionRow, shown: unknown): Version {
  return { stamp: stampOf(row), value: row.value === null ? shown : (JSON.parse(row.value) as unknown) };
}

/** A field's value just after entry `seq`, where a later one changed it: what that one found. */
export function valueAt(
  db: ReadableDb,
  releaseId: string,
  id: string,
  field: string,
  seq: number,
  last: number,
): unknown {
  const later = statement<[string, number, number, string], { seq: number }>(
    db,
    `SELECT seq FROM ledger WHERE release_id = ? AND seq > ? AND seq <= ? AND (record_id = ? OR action = 'batch') ORDER BY seq`,
  );
  for (const row of later.iterate(releaseId, seq, last, id)) {
    const entry = readEntry(db, row.seq);
    const single = entry?.changes.find((change: FieldChange) => entry.recordId === id && change.field === field);
    if (single) return single.before;
    const change = entry?.batch.find((one: RecordChange) => one.id === id);
    if (change?.before && change.after && field in change.after) return change.before[field] ?? null;
  }
  return null;
}

/**
 * Writes what stands behind registers of one record; call it once their visible values (`shown`) are written. A register
 * of one write keeps that write's own value only where the record reads otherwise.
 * @param changed the entry of each field that was just written
 */
export function writeVersions(
  db: WritableDb,
  { kind, id, fields, life: lives }: RecordState,
  shown: Readonly<Record<string, unknown>>,
  rewritten: readonly string[],
  changed: ReadonlyMap<string, number>,
): void {
  const names = rewritten.map((field) => (field === '' ? life : field));
  const marks = names.map(() => '?').join(', ');
  writeStatement(db, `DELETE FROM field_version WHERE record_id = ? AND field IN (${marks})`).run(id, ...names);
  const others = rewritten.some((field) => field !== '' && !changed.has(field));
  const lastChanges = others ? readFieldChanges(db, kind, id) : changed;
  const rows = rewritten.flatMap((field) => {
    if (field === '') return lives.map((one) => lifeRow({ id, localSeq: lifeSeq(db, kind, id).seq }, one));
    return fieldRows({ id, localSeq: lastChanges.get(field) ?? 0 }, field, fields.get(field) ?? [], shown);
  });
  insertVersions(db, rows);
}

/** The same for records that are new here by entry `seq`: what most fields of one share is written once. */
export function writeNewVersions(
  db: WritableDb,
  records: readonly { readonly state: RecordState; readonly shown: Readonly<Record<string, unknown>> }[],
  seq: number,
): void {
  insertVersions(
    db,
    records.flatMap(({ state, shown }) => newVersions(state, shown, seq)),
  );
}

function newVersions(
  { id, fields, life: lives }: RecordState,
  shown: Readonly<Record<string, unknown>>,
  seq: number,
): readonly StampedRow[] {
  const counts = new Map<Stamp, number>();
  for (const versions of fields.values())
    if (versions.length === 1 && versions[0]) counts.set(versions[0].stamp, (counts.get(versions[0].stamp) ?? 0) + 1);
  const base = [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
  const own = { id, localSeq: seq };
  const rows: StampedRow[] = base ? [{ ...own, field: '', stamp: base, value: null, saw: null }] : [];
  for (const life of lives) rows.push(lifeRow(own, life));
  for (const [field, versions] of fields) {
    const isShown = versions.length === 1 && versions[0]?.stamp === base;
    const isMark = field === 'onBehalf' && !sameValue(versions[0]?.value ?? null, shown[field] ?? null);
    if (!isShown || isMark) rows.push(...fieldRows(own, field, versions, shown));
  }
  return rows;
}

interface StampedRow {
  readonly id: string;
  readonly field: string;
  readonly localSeq: number;
  readonly stamp: Stamp;
  readonly value: string | null;
  readonly saw: Knowledge | null;
}

type OwnPart = Pick<StampedRow, 'id' | 'localSeq'>;

function lifeRow(own: OwnPart, { stamp, alive, saw }: LifeVersion): StampedRow {
  return { ...own, field: life, stamp, value: alive ? 'true' : 'false', saw };
}

function fieldRows(
  own: OwnPart,
  field: string,
  versions: readonly Version[],
  shown: Readonly<Record<string, unknown>>,
): readonly StampedRow[] {
  return versions.map(({ stamp, value }) => {
    const isShown = versions.length === 1 && sameValue(value ?? null, shown[field] ?? null);
    return { ...own, field, stamp, value: isShown ? null : JSON.stringify(value ?? null), saw: null };
  });
}

const rowsToAStatement = 50;
const oneRow = `(${Array(11).fill('?').join(', ')})`;

/** Several to a statement: a bundle of a hundred thousand records brings four times as many rows. */
function insertVersions(db: WritableDb, rows: readonly StampedRow[]): void {
  for (let from = 0; from < rows.length; from += rowsToAStatement) {
    const some = rows.slice(from, from + rowsToAStatement);
    const values = some.flatMap(({ id, field, localSeq, stamp, value, saw }) => {
      const { store, seq, at, by, organisation, ruler } = stamp;
      return [id, field, store, seq, localSeq, at, by, organisation, ruler, value, saw && JSON.stringify(saw)];
    });
    writeStatement(
      db,
      `INSERT INTO field_version (record_id, field, store_id, seq, local_seq, at, actor, organisation, ruler, value, saw)
       VALUES ${Array(some.length).fill(oneRow).join(', ')}`,
    ).run(...values);
  }
}

/** Says that an entry decided anew whether a record lives, also where it lives as before. */
export function touchLife(db: WritableDb, id: string, seq: number): void {
  writeStatement(
    db,
    'INSERT INTO life_change (record_id, seq) VALUES (?, ?) ON CONFLICT (record_id) DO UPDATE SET seq = excluded.seq',
  ).run(id, seq);
}
