import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/foundation/assertNever.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { historyEntrySchema, manifestSchema } from '../../../shared/domain/merge/manifest.ts';
import { lineSchema } from '../../../shared/domain/merge/wire.ts';
import { releaseFileSchema } from '../../../shared/domain/records/releaseFacts.ts';
import { snapshotSchema } from '../../../shared/domain/rulebook/snapshot.ts';
import { verifyAttachments } from '../../store/attachments.ts';
import { backUpWithFiles, listBackups, listPutAside } from '../../store/backups.ts';
import { checkDatabase } from '../../store/check/checkDatabase.ts';
import { checkFacts } from '../../store/check/checkFacts.ts';
import { checkVersions } from '../../store/check/checkVersions.ts';
import { plainProblem } from '../../store/check/problem.ts';

import type { WritableDb } from '../../store/db.ts';

import { renewStore } from '../../store/formerIds.ts';

import { noteBackup, noteCheck, readHealth } from '../../store/health.ts';
import { verifyLedger } from '../../store/ledger.ts';
import { readProfile, writeProfile } from '../../store/metadata.ts';
import { countFiles } from '../../store/remains.ts';
import { restoreBackup } from '../../store/restoreBackup.ts';
import { isWriteRefused } from '../../store/storeError.ts';
import { storePaths } from '../../store/storePaths.ts';
import { movedSentence } from '../../store/whereabouts.ts';
import { noteEvent } from '../changes.ts';
import type { EngineContext } from '../context.ts';
import { mendEmptied } from '../exchange/mendEmptied.ts';
import { checkAgainst, checkKnownHeads } from '../knownHeads.ts';
import { transact } from '../transact.ts';
import { storeVerb, verb } from '../verb.ts';

/** How the store stands; also the answer where it cannot be opened, with the backups that could replace it. */
export const storeStatus = verb('store.status', (context) => {
  const store = context.store();
  const { folder } = context;
  const paths = storePaths(folder);
  const backups = [
    ...listBackups(paths).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes, putAside: false })),
    ...listPutAside(paths).map(({ name, madeAt, bytes }) => ({ name, madeAt, bytes, putAside: true })),
  ];
  const there = { folder, files: countFiles(paths), backups };
  if (store.ok) {
    const { db, readOnly = null } = store.value;
    return ok({ ...there, problem: null, readOnly, moved: movedSentence(store.value), profile: readProfile(db) });
  }
  const { kind, message } = store.error;
  return ok({ ...there, problem: { kind, message }, readOnly: null, moved: null, profile: null });
});

/** Looks at everything: SQLite's own check, the history's chain, facts and schema against it, and every file's hash. */
export const storeCheck = storeVerb('store.check', async (context, store, { against }) => {
  const known = against === undefined ? ok(null) : await checkAgainst(context, store, resolve(against));
  if (!known.ok) return known;
  const sentences = [
    ...checkDatabase(store.db),
    ...verifyLedger(store.db),
    ...(await checkKnownHeads(context, store)),
    ...(known.value === null ? [] : [known.value]),
    ...(await verifyAttachments(store.db, store.paths.files)),
  ];
  const problems = [...sentences.map(plainProblem), ...checkFacts(store.db), ...checkVersions(store.db)];
  noteCheck(store, context.stamps.now(), problems.length);
  return ok({ ok: problems.length === 0, problems });
});

/** Puts back what `store.check` found emptied; asked for, never by itself. */
export const storeMend = storeVerb('store.mend', (context, store) =>
  transact(context, store, (set) => ok({ mended: mendEmptied(set) }), 'sides'),
);

export const storeHealth = storeVerb('store.health', (_context, store) => ok(readHealth(store)));

export const storeBackup = storeVerb('store.backup', async (context, store, input) => {
  const out = resolve(input.out);
  if (!existsSync(dirname(out)))
    return fail('invalidInput', `There is no folder ${dirname(out)}; make it, or choose another.`, input.out);
  if (existsSync(out)) return fail('invalidInput', `${out} is already there; choose another name.`, input.out);
  try {
    const { missing, damaged } = await backUpWithFiles(store.db, store.paths, out);
    noteBackup(store, context.stamps.now(), missing.length + damaged.length);
    return ok({ file: out, missingFiles: missing.length, damagedFiles: [...damaged] });
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
    const sentence = `The backup cannot be written to ${out}, or to ${out}.files beside it; choose another place.`;
    return fail('invalidInput', sentence, input.out);
  }
});

export const storeRestore = verb('store.restore', (context, { file, evenSo }) =>
  restoreFrom(context, resolve(file), evenSo),
);

export const storeRestoreOwn = verb('store.restoreOwn', (context, { name, evenSo }) => {
  const paths = storePaths(context.folder);
  const own = [...listBackups(paths), ...listPutAside(paths)].find((backup) => backup.name === name);
  return own ? restoreFrom(context, own.path, evenSo) : fail('notFound', `There is no backup ${name} any more.`, name);
});

/** A restored store goes on under another id: others may know entries with the numbers that come next. */
async function restoreFrom(context: EngineContext, backup: string, evenSo = false) {
  context.closeStore();
  const paths = storePaths(context.folder);
  const finish = (db: WritableDb) => renewStore(db, context.stamps.newId(), { isSure: true, isGone: true });
  const restored = await restoreBackup(paths, backup, context.stamps, finish, evenSo);
  if (!restored.ok) return restored;
  const store = context.store();
  if (!store.ok) return store;
  const { mendedFiles, disagreements } = restored.value;
  return ok({ ...restored.value, mendedFiles: [...mendedFiles], disagreements: [...disagreements] });
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
