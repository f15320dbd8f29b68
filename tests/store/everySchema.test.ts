import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../electron/store/check/checkFacts.ts';
import { checkSchema } from '../../electron/store/check/checkSchema.ts';
import { closeDb } from '../../electron/store/db.ts';
import { readFacts, readReleases } from '../../electron/store/facts.ts';
import { verifyLedger } from '../../electron/store/ledger.ts';
import { migrations, newestVersion } from '../../electron/store/migrations/migrations.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

/** Stores that the app of their day made of its sample (`node build/run.mjs keep-store`), one for each schema. */
const kept = join(import.meta.dirname, '../fixtures/stores');
const fixtureOf = (version: number) => join(kept, `schema-${version}.sqlite.gz`);

/** Schemas that no app was ever left at: their step came in one change with the next. */
const neverAlone: readonly number[] = [2, 6];

const versions = migrations.map(({ number }) => number);

/** A store as an app of this schema left it; where none is kept, an earlier one and the steps between. */
function storeOf(version: number): string {
  const folder = join(scratchFolder(), 'store');
  mkdirSync(folder, { recursive: true });
  const from = versions.filter((one) => one <= version && existsSync(fixtureOf(one))).at(-1) ?? 0;
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, gunzipSync(readFileSync(fixtureOf(from))));
  const db = new Database(file);
  for (const { number, sql } of migrations.filter((step) => step.number > from && step.number <= version)) {
    db.exec(sql);
    db.pragma(`user_version = ${number}`);
  }
  expect(db.pragma('user_version', { simple: true })).toBe(version);
  db.close();
  return folder;
}

describe('the newest app', () => {
  it.each(versions)('opens a store of schema %i with all that is in it and a sound history', (version) => {
    const folder = storeOf(version);
    const opened = openStore(folder, countingStamps());
    if (!opened.ok) throw new Error(opened.error.message);
    const { db } = opened.value;
    const [release] = readReleases(db);
    expect(release?.name).toBe('November 2021 SEC Release');
    const facts = readFacts(db, release?.id ?? '');
    const { modifications, criteria, evidence, views, testIssues } = facts ?? {};
    expect([modifications, criteria, evidence, views, testIssues].map((list) => list?.length)).toEqual([
      12, 7, 6, 5, 4,
    ]);
    expect([verifyLedger(db), checkFacts(db), checkSchema(db)]).toEqual([[], [], []]);
    closeDb(db);
  });

  it.each(versions.filter((version) => version < newestVersion))(
    'leaves a backup of schema %i that the earlier app opens, for who goes back to it',
    (version) => {
      const folder = storeOf(version);
      const opened = openStore(folder, countingStamps());
      if (opened.ok) closeDb(opened.value.db);
      const { backups } = storePaths(folder);
      const schemas = readdirSync(backups).map((name) => {
        const db = new Database(join(backups, name), { readonly: true });
        const schema = db.pragma('user_version', { simple: true });
        db.close();
        return schema;
      });
      expect(schemas).toContain(version);
    },
  );

  it('has a store kept of each schema that an app was left at (else: node build/run.mjs keep-store)', () => {
    const missing = versions.filter((version) => version < newestVersion && !existsSync(fixtureOf(version)));
    expect(missing).toEqual(neverAlone);
  });
});
