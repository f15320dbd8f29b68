import { describe, expect, expectTypeOf, it } from 'vitest';
import { closeDb, inOneState, inTransaction, type ReadableDb, type WritableDb } from '../../electron/store/db.ts';
import { readMeta, writeMeta } from '../../electron/store/metadata.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { statement, writeStatement } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';

function opened(): ReadableDb {
  const store = openStore(scratchFolder(), countingStamps());
  if (!store.ok) throw new Error(store.error.message);
  return store.value.db;
}

const writing = [
  "INSERT INTO meta (key, value) VALUES ('probe', '1')",
  "UPDATE meta SET value = '1'",
  'DELETE FROM meta',
  'DROP TABLE draft',
  'WITH one AS (SELECT 1) DELETE FROM meta WHERE value IN one',
  "INSERT INTO meta (key, value) VALUES ('probe', '1') RETURNING key",
];

describe('a handle for reading', () => {
  it('has no method of a connection, and is none for writing', () => {
    expectTypeOf<Exclude<keyof ReadableDb, symbol>>().toEqualTypeOf<never>();
    expectTypeOf<ReadableDb>().not.toExtend<WritableDb>();
    expectTypeOf<ReturnType<typeof statement<[]>>>().not.toHaveProperty('run');
  });

  it.each(writing)('prepares nothing that writes: %s', (sql) => {
    const db = opened();
    expect(() => statement(db, sql)).toThrow(/writes was asked for on a connection for reading/);
    expect(() => inTransaction(db, (writable) => statement(writable, sql))).toThrow(/connection for reading/);
    closeDb(db);
  });

  it('writes nothing where the type was talked round', () => {
    const db = opened();
    const forced = db as WritableDb;
    expect(() => writeStatement(forced, writing[0] ?? '')).toThrow(/outside a transaction/);
    expect(() => writeMeta(forced, 'probe', '1')).toThrow(/outside a transaction/);
    expect(readMeta(db, 'probe')).toBeNull();
    closeDb(db);
  });

  it('cannot be kept from a transaction for later', () => {
    const db = opened();
    const kept = inTransaction(db, (writable) => {
      writeMeta(writable, 'probe', '1');
      return writable;
    });
    expect(() => writeMeta(kept, 'probe', '2')).toThrow(/outside a transaction/);
    expect(inOneState(db, () => readMeta(db, 'probe'))).toBe('1');
    closeDb(db);
  });

  it('is of a store that was opened, not of anything', () => {
    expect(() => statement({} as ReadableDb, 'SELECT 1')).toThrow('This is no connection to a store');
  });
});
