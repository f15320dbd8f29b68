import { statSync } from 'node:fs';
import { ok } from '../../../../shared/domain/foundation/result.ts';
import { type RecordKind, recordKinds } from '../../../../shared/domain/records/recordKinds.ts';
import { tableOf } from '../../../store/columns.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { readHealth } from '../../../store/health.ts';
import { newestVersion } from '../../../store/migrations/migrations.ts';
import { statement } from '../../../store/statement.ts';
import { storeVerb } from '../../verb.ts';

/** Counts and instants for whoever helps with a fault; nothing that anybody typed, and no name or path. */
export const storeDiagnostics = storeVerb('store.diagnostics', (_context, store) => {
  const { db, paths } = store;
  const { lastCheck, lastCopy, lastBackup, elsewhere, freeBytes } = readHealth(store);
  const kinds = Object.keys(recordKinds) as readonly RecordKind[];
  return ok({
    version: newestVersion,
    readOnly: store.readOnly !== undefined,
    entries: count(db, 'SELECT count(*) AS n FROM ledger'),
    releases: count(db, 'SELECT count(*) AS n FROM release'),
    files: count(db, 'SELECT count(*) AS n FROM attachment'),
    fileBytes: count(db, 'SELECT coalesce(sum(bytes), 0) AS n FROM attachment'),
    databaseBytes: statSync(paths.database).size,
    records: Object.fromEntries(
      kinds.map((kind) => [kind, count(db, `SELECT count(*) AS n FROM ${tableOf(kind).name}`)]),
    ) as Record<RecordKind, number>,
    health: {
      lastCheck,
      lastBackup,
      lastCopy: lastCopy && { at: lastCopy.at },
      freeBytes,
      elsewhere: elsewhere && {
        at: elsewhere.last?.at ?? null,
        lost: elsewhere.last?.lost ?? 0,
        failed: elsewhere.problem !== null,
        testedAt: elsewhere.tested?.at ?? null,
        testProblems: elsewhere.tested?.problems.length ?? 0,
      },
    },
  });
});

function count(db: ReadableDb, sql: string): number {
  return statement<[], { readonly n: number }>(db, sql).get()?.n ?? 0;
}
