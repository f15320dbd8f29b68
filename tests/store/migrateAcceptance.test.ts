import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { closeDb } from '../../electron/store/db.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { readRecord } from '../../electron/store/records.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

/** A store as version 6 left it: one accepted item, one that was only submitted, one accepted without criteria. */
function storeOfVersion6(): string {
  const folder = join(scratchFolder(), 'store');
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'store.sqlite'));
  for (const { number, sql } of migrations.filter((step) => step.number <= 6)) {
    db.exec(sql);
    db.pragma(`user_version = ${number}`);
  }
  db.prepare("INSERT INTO meta (key, value) VALUES ('storeId', ?)").run('00000000-0000-4000-8000-000000000001');
  db.prepare(
    `INSERT INTO ledger (seq, id, at, actor, organisation, store_id, action, changes, previous_hash, hash)
     VALUES (1, 'e', '2026-01-01T00:00:00Z', 'Ada Byron', 'SECAS', '00000000-0000-4000-8000-000000000001', 'createStore', '[]', ?, ?)`,
  ).run('0'.repeat(64), '1'.repeat(64));
  db.prepare("INSERT INTO release (id, created_in, name) VALUES ('r', 1, 'June 2026 SEC Release')").run();
  const add = db.prepare(
    `INSERT INTO evidence (id, release_id, created_in, reference, version, status, status_by, criteria, sha256)
     VALUES (?, 'r', 1, ?, ?, ?, ?, ?, ?)`,
  );
  add.run('a', 'EV-001', 2, 'accepted', 'Ada Byron, SECAS', '["AC-01","AC-02"]', 'a'.repeat(64));
  add.run('b', 'EV-002', 1, 'submitted', null, '["AC-01"]', 'b'.repeat(64));
  add.run('c', 'EV-003', 1, 'accepted', null, null, null);
  db.close();
  return folder;
}

it('takes an older acceptance as given for what stood then, and marks it by having no organisation and no day', () => {
  const opened = openStore(storeOfVersion6(), countingStamps());
  if (!opened.ok) throw new Error(opened.error.message);
  const { db } = opened.value;
  const unknown = { organisation: null, on: null };
  const accepted = (id: string) => readRecord(db, 'evidence', id)?.fields.accepted;
  expect(accepted('a')).toEqual({
    version: 2,
    sha256: 'a'.repeat(64),
    criteria: ['AC-01', 'AC-02'],
    by: 'Ada Byron, SECAS',
    ...unknown,
  });
  expect(accepted('b')).toBeNull();
  expect(accepted('c')).toEqual({ version: 1, sha256: null, criteria: null, by: null, ...unknown });
  expect(connectionOf(db).prepare('SELECT COUNT(*) FROM change_group').pluck().get()).toBe(0);
  closeDb(db);
});
