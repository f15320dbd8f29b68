import type { OtherRelease } from '../../shared/domain/readiness/snapshot.ts';
import { canonicalFacts, putRecords } from '../../shared/domain/records/canonical.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { inflateRelease } from '../../shared/domain/records/releaseRecord.ts';
import { type ReadableDb, statement } from './db.ts';
import { readRecord, readRecords } from './records.ts';

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

/** All facts of a living release in canonical order; null where there is none. Reads one consistent state. */
export function readFacts(db: ReadableDb, releaseId: string): ReleaseFacts | null {
  return db.transaction(() => {
    const release = readRecord(db, 'release', releaseId);
    if (!release || release.removed) return null;
    const facts = inflateRelease(releaseId, release.fields) as unknown as ReleaseFacts;
    const containers = facts as unknown as Record<string, unknown>;
    containers.rid ??= {};
    for (const kind of listKinds) {
      const records = readRecords(db, kind, releaseId).map((record) => ({ id: record.id, ...record.fields }));
      putRecords(facts, kind, records);
    }
    return canonicalFacts(facts);
  })();
}

/** What cross-release rules need of every other living release. */
export function readOtherReleases(db: ReadableDb, releaseId: string): readonly OtherRelease[] {
  const rows = statement<
    [string],
    { name: string; kind: string | null; slot: string | null; marked: number | null; approved: string | null }
  >(
    db,
    `SELECT name, kind, slot, technical_specifications AS marked, go_live_approved_date AS approved
       FROM release WHERE removed_in IS NULL AND id <> ? ORDER BY name, id`,
  ).all(releaseId);
  return rows.map((row) => ({
    name: row.name,
    kind: row.kind,
    slot: row.slot,
    technicalSpecifications: row.marked === null ? null : row.marked === 1,
    approvedDate: row.approved,
  })) as unknown as readonly OtherRelease[];
}
