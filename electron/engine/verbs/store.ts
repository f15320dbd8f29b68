import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/foundation/assertNever.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { historyEntrySchema, manifestSchema } from '../../../shared/domain/merge/manifest.ts';
import { lineSchema } from '../../../shared/domain/merge/wire.ts';
import { snapshotSchema } from '../../../shared/domain/readiness/snapshot.ts';
import { releaseFileSchema } from '../../../shared/domain/records/releaseFacts.ts';
import { verifyAttachments } from '../../store/attachments.ts';
import { backUpWithFiles, listBackups, type Restored, restoreBackup } from '../../store/backups.ts';
import { inTransaction } from '../../store/db.ts';
import { verifyLedger } from '../../store/ledger.ts';
import { readProfile, writeProfile } from '../../store/metadata.ts';
import { storePaths } from '../../store/storePaths.ts';
import { noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { renewStore } from '../exchange/renewStore.ts';
import { transact } from '../transact.ts';
import { storeVerb, verb } from '../verb.ts';

/** How the store stands; also the answer where it cannot be opened, with the backups that could replace it. */
export const storeStatus = verb('store.status', (context) => {
  const store = context.store();
  const backups = listBackups(storePaths(context.folder)).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes }));
  if (store.ok) return ok({ folder: context.folder, problem: null, profile: readProfile(store.value.db), backups });
  const { kind, message } = store.error;
  return ok({ folder: context.folder, problem: { kind, message }, profile: null, backups });
});

/** Looks at everything: SQLite's own check, foreign keys, the history's chain, and every file's hash. */
export const storeCheck = storeVerb('store.check', async (_context, store) => {
  const integrity = store.db.pragma('integrity_check(20)') as { integrity_check: string }[];
  const keys = store.db.pragma('foreign_key_check') as { table: string }[];
  const problems = [
    ...integrity.filter((row) => row.integrity_check !== 'ok').map((row) => `SQLite reports: ${row.integrity_check}.`),
    ...keys.map((row) => `A row of ${row.table} points at nothing.`),
    ...verifyLedger(store.db),
    ...(await verifyAttachments(store.db, store.paths.files)),
  ];
  return ok({ ok: problems.length === 0, problems });
});

export const storeBackup = storeVerb('store.backup', (_context, store, input) => {
  const out = resolve(input.out);
  if (!existsSync(dirname(out)))
    return fail('invalidInput', `There is no folder ${dirname(out)}; make it, or choose another.`, input.out);
  if (existsSync(out)) return fail('invalidInput', `${out} is already there; choose another name.`, input.out);
  const missing = backUpWithFiles(store.db, store.paths, out);
  return ok({ file: out, missingFiles: missing.length });
});

export const storeRestore = verb('store.restore', (context, input) => restoreFrom(context, resolve(input.file)));

export const storeRestoreOwn = verb('store.restoreOwn', (context, input) =>
  restoreFrom(context, join(storePaths(context.folder).backups, input.name)),
);

/** A restored store goes on under another id: others may know entries with the numbers that come next. */
function restoreFrom(context: EngineContext, backup: string): Result<Restored> {
  context.closeStore();
  const stamp = context.stamps.now().replace(/\W/g, '');
  const restored = restoreBackup(storePaths(context.folder), backup, stamp);
  if (!restored.ok) return restored;
  const store = context.store();
  if (!store.ok) return store;
  inTransaction(store.value.db, (db) => renewStore(db, context.stamps.newId()));
  return restored;
}

export const profileSave = storeVerb('profile.save', (context, store, input) =>
  transact(
    context,
    store,
    (set) => {
      writeProfile(set.db, input);
      noteEvent(set, 'profile', null, input.name, `${input.organisation}, ${input.role}`);
      return ok(input);
    },
    'anyone',
  ),
);

/** The JSON Schema of a file format, for people who write such files by hand or by script. */
export const schemaGet = verb('schema.get', (_context, input) => {
  switch (input.format) {
    case 'release':
      return ok(z.toJSONSchema(releaseFileSchema, { io: 'input' }) as Record<string, unknown>);
    case 'snapshot':
      return ok(z.toJSONSchema(snapshotSchema, { io: 'input' }) as Record<string, unknown>);
    case 'bundle':
      return ok(bundleFormatSchema());
    default:
      return assertNever(input.format);
  }
});

/** A bundle is a zip: its list of contents, and two parts with one JSON document on each line. */
function bundleFormatSchema(): Record<string, unknown> {
  const parts = { manifest: manifestSchema, change: lineSchema, historyEntry: historyEntrySchema };
  const $defs = Object.fromEntries(
    Object.entries(parts).map(([name, schema]) => {
      const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: 'input' });
      return [name, definition];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The parts of a .golive bundle',
    description:
      'manifest.json is one “manifest”; each line of changes.ndjson one “change”; each line of history.ndjson one “historyEntry”; “signature” is Ed25519 over the bytes of manifest.json; files/ holds evidence under its SHA-256.',
    type: 'object',
    properties: {
      'manifest.json': { $ref: '#/$defs/manifest' },
      'changes.ndjson': { type: 'array', items: { $ref: '#/$defs/change' } },
      'history.ndjson': { type: 'array', items: { $ref: '#/$defs/historyEntry' } },
    },
    required: ['manifest.json', 'changes.ndjson', 'history.ndjson'],
    $defs,
  };
}
