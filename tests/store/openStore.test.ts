import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../electron/store/columns.ts';
import { closeDb, inTransaction } from '../../electron/store/db.ts';
import { writeMeta } from '../../electron/store/metadata.ts';
import { openStore, type Store } from '../../electron/store/openStore.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { listKinds } from '../../shared/domain/records/recordKinds.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

function opened(folder: string): Store {
  const store = openStore(folder, countingStamps());
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}

describe('opening a store', () => {
  it('makes one where there is none, with its own id and a first entry in the history', () => {
    const { db } = opened(scratchFolder());
    expect(connectionOf(db).prepare('SELECT action FROM ledger').pluck().all()).toEqual(['createStore']);
    expect(connectionOf(db).prepare("SELECT value FROM meta WHERE key = 'storeId'").pluck().get()).toMatch(
      /^[0-9a-f-]{36}$/,
    );
    closeDb(db);
  });

  it('commits with a full sync on every connection, not only the first', () => {
    const folder = scratchFolder();
    closeDb(opened(folder).db);
    const { db } = opened(folder);
    inTransaction(db, (writable) => writeMeta(writable, 'probe', '1'));
    expect(connectionOf(db).pragma('synchronous', { simple: true })).toBe(2);
    expect(connectionOf(db).pragma('foreign_keys', { simple: true })).toBe(1);
    expect(connectionOf(db).pragma('journal_mode', { simple: true })).toBe('wal');
    closeDb(db);
  });

  it('has a column for every field of every kind of record, and no other', () => {
    const { db } = opened(scratchFolder());
    for (const kind of ['release', ...listKinds] as const) {
      const table = tableOf(kind);
      const own = ['id', 'release_id', 'created_in', 'removed_in', 'archived_in'];
      const found = (connectionOf(db).pragma(`table_info(${table.name})`) as { name: string }[]).map(
        (column) => column.name,
      );
      expect(found.filter((name) => !own.includes(name)).sort(), kind).toEqual(
        table.columns.map((column) => column.name).sort(),
      );
    }
    closeDb(db);
  });

  it('refuses a store of a newer version with one sentence and leaves the file as it is', () => {
    const folder = scratchFolder();
    closeDb(opened(folder).db);
    const file = join(folder, 'store.sqlite');
    const newer = new Database(file);
    newer.pragma('user_version = 999');
    newer.close();
    const before = readFileSync(file);
    const refused = openStore(folder, countingStamps());
    expect(refused.ok ? null : refused.error.kind).toBe('storeNewer');
    expect(refused.ok ? '' : refused.error.message).toContain('newer version of SEC Go-Live');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each([
    ['random bytes', Buffer.from('this is no database at all, but long enough to look like a file')],
    ['a header followed by rubbish', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 7)])],
  ])('calls a file of %s damaged, and keeps it', (_what, content) => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'store.sqlite'), content);
    const refused = openStore(folder, countingStamps());
    expect(refused.ok ? null : refused.error.kind).toBe('storeCorrupt');
    expect(readFileSync(join(folder, 'store.sqlite')).equals(content)).toBe(true);
  });

  it('says so when the folder is really a file', () => {
    const path = join(scratchFolder(), 'plain.txt');
    writeFileSync(path, 'x');
    const refused = openStore(path, countingStamps());
    expect(refused.ok ? null : refused.error.kind).toBe('storeFailed');
    expect(existsSync(path)).toBe(true);
  });
});
