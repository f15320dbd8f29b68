import Database from 'better-sqlite3';
import type { ReadableDb } from '../db.ts';
import { migrations } from '../migrations/migrations.ts';
import { handleOf, statement } from '../statement.ts';
import { plainProblem, type StoreProblem } from './problem.ts';

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Compares tables, indexes and triggers with a store that was made a moment ago: a guard that was dropped is missed. */
export function checkSchema(db: ReadableDb): readonly StoreProblem[] {
  const expected = schemaOfNew();
  const found = readSchema(db);
  const problems: StoreProblem[] = [];
  for (const [name, sql] of expected) {
    const now = found.get(name);
    if (now === undefined) problems.push(plainProblem(`The ${name} is missing from the database; restore a backup.`));
    else if (now !== sql) problems.push(plainProblem(`The ${name} of the database was changed; restore a backup.`));
  }
  for (const name of found.keys())
    if (!expected.has(name))
      problems.push(
        plainProblem(`The database holds a ${name}, which is none of this app's; another program put it there.`),
      );
  return problems;
}

function schemaOfNew(): ReadonlyMap<string, string> {
  const fresh = new Database(':memory:');
  try {
    for (const { sql } of migrations) fresh.exec(sql);
    return readSchema(handleOf(fresh));
  } finally {
    fresh.close();
  }
}

/** SQLite's own indexes and statistics have no text, or come and go. */
function readSchema(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = statement<[], SchemaRow>(db, 'SELECT type, name, sql FROM sqlite_schema').all();
  return new Map(
    rows
      .filter(({ name }) => !name.startsWith('sqlite_'))
      .map(({ type, name, sql }) => [`${type} ${name}`, (sql ?? '').replace(/\s+/g, ' ').trim()]),
  );
}
