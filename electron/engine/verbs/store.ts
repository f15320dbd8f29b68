import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/foundation/assertNever.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { snapshotSchema } from '../../../shared/domain/readiness/snapshot.ts';
import { releaseFileSchema } from '../../../shared/domain/records/releaseFacts.ts';
import { verifyAttachments } from '../../store/attachments.ts';
import { backUpWithFiles, listBackups, restoreBackup } from '../../store/backups.ts';
import { verifyLedger } from '../../store/ledger.ts';
import { readProfile, writeProfile } from '../../store/metadata.ts';
import { storePaths } from '../../store/storePaths.ts';
import { noteEvent } from '../changes.ts';
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

export const storeRestore = verb('store.restore', (context, input) => {
  context.closeStore();
  return restoreBackup(storePaths(context.folder), resolve(input.file), context.stamps.now().replace(/\W/g, ''));
});

export const storeRestoreOwn = verb('store.restoreOwn', (context, input) => {
  context.closeStore();
  const paths = storePaths(context.folder);
  return restoreBackup(paths, join(paths.backups, input.name), context.stamps.now().replace(/\W/g, ''));
});

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
    default:
      return assertNever(input.format);
  }
});
