import { compareText } from '../../shared/domain/foundation/naturalOrder.ts';
import { canonicalFacts, putRecords } from '../../shared/domain/records/canonical.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { inflateRelease } from '../../shared/domain/records/releaseRecord.ts';
import {
  type OtherModification,
  type OtherRelease,
  otherModificationSchema,
} from '../../shared/domain/rulebook/snapshot.ts';
import { fromSql, tableOf } from './columns.ts';
import { inOneState, type ReadableDb } from './db.ts';
import { readFactRecords, readRecord } from './records.ts';
import { statement } from './statement.ts';

/** A release as lists show it. */
export interface ReleaseRow {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

export function readReleases(db: ReadableDb): readonly ReleaseRow[] {
  return statement<[], { id: string; name: string; archived_in: number | null }>(
    db,
    'SELECT id, name, archived_in FROM release WHERE removed_in IS NULL ORDER BY name',
  )
    .all()
    .map((row) => ({ id: row.id, name: row.name, archived: row.archived_in !== null }));
}

/** The names of the living releases, and the ledger entry that made each. */
export function readReleaseNames(
  db: ReadableDb,
): readonly (Pick<ReleaseRow, 'id' | 'name'> & { readonly createdIn: number })[] {
  return statement<[], { id: string; name: string; createdIn: number }>(
    db,
    'SELECT id, name, created_in AS createdIn FROM release WHERE removed_in IS NULL ORDER BY name',
  ).all();
}

/** Those that were removed, the last one first, and the ledger entry that removed them. */
export function readRemovedReleases(
  db: ReadableDb,
): readonly (Pick<ReleaseRow, 'id' | 'name'> & { readonly removedIn: number })[] {
  return statement<[], { id: string; name: string; removedIn: number }>(
    db,
    'SELECT id, name, removed_in AS removedIn FROM release WHERE removed_in IS NOT NULL ORDER BY removed_in DESC',
  ).all();
}

/** All facts of a living release in canonical order; null where there is none. Reads one consistent state. */
export function readFacts(db: ReadableDb, releaseId: string): ReleaseFacts | null {
  return inOneState(db, () => {
    const release = readRecord(db, 'release', releaseId);
    if (!release || release.removed) return null;
    const facts = inflateRelease(releaseId, release.fields) as unknown as ReleaseFacts;
    const containers = facts as unknown as Record<string, unknown>;
    containers.rid ??= {};
    for (const kind of listKinds) putRecords(facts, kind, readFactRecords(db, kind, releaseId));
    return canonicalFacts(facts);
  });
}

/** What cross-release rules need of every other living release. */
export function readOtherReleases(db: ReadableDb, releaseId: string): readonly OtherRelease[] {
  const rows = statement<
    [string],
    {
      id: string;
      name: string;
      kind: string | null;
      slot: string | null;
      marked: number | null;
      approved: string | null;
      approvedOn: string | null;
      actual: string | null;
    }
  >(
    db,
    `SELECT id, name, kind, slot, technical_specifications AS marked, go_live_approved_date AS approved,
            go_live_approved_on AS approvedOn, go_live_actual_date AS actual
       FROM release WHERE removed_in IS NULL AND id <> ? ORDER BY name, id`,
  ).all(releaseId);
  const modifications = readOtherModifications(db, releaseId);
  return rows.map((row) => ({
    name: row.name,
    kind: row.kind,
    slot: row.slot,
    technicalSpecifications: row.marked === null ? null : row.marked === 1,
    approvedDate: row.approved,
    // Its slot tells the year of a scheduled one, and only the year of one that may be marked is asked for.
    ...(row.slot === null && row.marked !== 0 ? { goLive: goLiveOfOther(db, row) } : {}),
    modifications: modifications.get(row.id) ?? [],
  })) as unknown as readonly OtherRelease[];
}

/** The same snapshot for the same facts, in whatever order they were recorded. */
function inOneOrder<Dates extends object>(rows: readonly Dates[]): readonly Dates[] {
  return rows.toSorted((left, right) => compareText(JSON.stringify(left), JSON.stringify(right)));
}

function goLiveOfOther(
  db: ReadableDb,
  {
    id,
    approvedOn,
    actual,
  }: { readonly id: string; readonly approvedOn: string | null; readonly actual: string | null },
): unknown {
  return {
    approvedOn,
    actualDate: actual,
    parts: inOneOrder(readFactRecords(db, 'goLivePart', id).map(({ date }) => ({ date }))),
    changes: inOneOrder(readFactRecords(db, 'goLiveChange', id).map(({ from, to, on }) => ({ from, to, on }))),
  };
}

const otherColumns = tableOf('modification').columns.filter(({ field }) => field in otherModificationSchema.shape);

/**
 * Of each other release, what tells whether a modification is approved for a date and in no scope (§4.2): those that are
 * recorded out of a scope somewhere although they have an implementation date, wherever they stand. A handful of rows.
 */
function readOtherModifications(db: ReadableDb, releaseId: string): ReadonlyMap<string, readonly OtherModification[]> {
  const names = otherColumns.map((column) => column.name).join(', ');
  const rows = statement<[string], Readonly<Record<string, unknown>>>(
    db,
    `SELECT release_id, ${names} FROM modification
      WHERE removed_in IS NULL AND release_id <> ?
        AND reference IN (
          SELECT reference FROM modification
           WHERE removed_in IS NULL AND implementation_date IS NOT NULL
             AND (in_scope = 0 OR removed_from_scope_on IS NOT NULL))
      ORDER BY reference, part, id`,
  ).all(releaseId);
  const byRelease = new Map<string, OtherModification[]>();
  for (const row of rows) {
    const fields = otherColumns.map(({ field, name, type }) => [field, fromSql(type, row[name])]);
    const modification = Object.fromEntries(fields) as OtherModification;
    const id = row.release_id as string;
    const known = byRelease.get(id);
    if (known) known.push(modification);
    else byRelease.set(id, [modification]);
  }
  return byRelease;
}
