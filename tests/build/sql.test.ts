import { describe, expect, it, test } from 'vitest';
import { findSql, judgeDoor } from '../../build/checks/sql.mjs';

const rule = 'SQL stands in electron/store/ only';

describe('SQL stands in the store only', () => {
  test.each([
    ['a query', "read(db, 'SELECT id FROM evidence WHERE id = ?')"],
    ['a query on several lines', 'read(db, `SELECT id,\n  name FROM release\n  WHERE id = ?`)'],
    ['a query with a table put in', 'read(db, `SELECT id FROM $' + '{table} WHERE id = ?`)'],
    ['a query in small letters', "read(db, 'select id from evidence order by id')"],
    ['a query of nothing', "read(db, 'SELECT 1 FROM ledger')"],
    ['an insertion', "write(db, 'INSERT INTO meta (key, value) VALUES (?, ?)')"],
    ['an insertion that replaces', "write(db, 'insert or replace into meta values (1, 2)')"],
    ['a change', "write(db, 'UPDATE release SET archived_in = ?')"],
    ['a change of a table put in', 'write(db, `UPDATE $' + '{table} SET a = 1`)'],
    ['a deletion', "write(db, 'DELETE FROM draft')"],
    ['a step of the schema', "write(db, 'DROP TRIGGER IF EXISTS guard')"],
    ['a pragma in words', "write(db, 'PRAGMA query_only = OFF')"],
  ])('%s fails', (_name, code) => {
    expect(findSql('electron/engine/a.ts', `\nexport const a = ${code};`)).toEqual([
      `electron/engine/a.ts:2 holds SQL: ${rule}`,
    ]);
    expect(findSql('electron/store/a.ts', `export const a = ${code};`)).toEqual([]);
  });

  test.each(['prepare', 'pragma'])('a connection’s own %s() fails', (method) => {
    expect(findSql('electron/main/a.ts', `db.${method}(words);`)).toEqual([
      `electron/main/a.ts:1 calls ${method}(): ${rule}`,
    ]);
  });

  test.each([
    'Select a file from the list where the pack stands.',
    'Delete from the list what is not needed.',
    'The update sets what was asked for.',
    'Create a table of the evidence',
    'Insert into the pack what is missing',
  ])('a sentence is no SQL (%s)', (sentence) => {
    expect(findSql('renderer/a.ts', `export const a = '${sentence}';`)).toEqual([]);
  });

  it('lets nobody else through the one door', () => {
    const door = 'electron/store/statement.ts';
    expect(judgeDoor('electron/engine/a.ts', door)).toBe(`imports ${door}, which is the store's own: ${rule}`);
    expect(judgeDoor('electron/store/a.ts', door)).toBeUndefined();
    expect(judgeDoor('electron/engine/a.ts', 'electron/store/db.ts')).toBeUndefined();
  });
});
