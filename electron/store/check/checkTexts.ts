import type { ReadableDb } from '../db.ts';
import { digestOf, isDigest, mapTexts } from '../ledgerTexts.ts';
import { parseStored } from '../parseStored.ts';
import { statement } from '../statement.ts';
import { plainProblem, type StoreProblem } from './problem.ts';

interface TextRow {
  readonly digest: string;
  readonly salt: string;
  readonly text: string;
}

interface EntryRow {
  readonly seq: number;
  readonly record_id: string | null;
  readonly record_key: string | null;
  readonly changes: string;
}

/** The texts beside the history against their digests in it: none changed, none missing that no purge took out. */
export function checkTexts(db: ReadableDb): readonly StoreProblem[] {
  const sound = new Map<string, boolean>();
  for (const { digest, salt, text } of statement<[], TextRow>(
    db,
    'SELECT digest, salt, text FROM ledger_text',
  ).iterate())
    sound.set(digest, digestOf(salt, text) === digest);
  const purged = new Set(
    statement<[], { record_id: string }>(
      db,
      "SELECT record_id FROM ledger WHERE action = 'purge' AND kind = 'evidence'",
    )
      .all()
      .map((row) => row.record_id),
  );
  const problems: StoreProblem[] = [];
  const named = new Set<string>();
  const sql = "SELECT seq, record_id, record_key, changes FROM ledger WHERE kind = 'evidence' ORDER BY seq";
  for (const row of statement<[], EntryRow>(db, sql).iterate()) {
    const tell = (what: string) =>
      problems.push({
        ...plainProblem(`A text of entry ${row.seq} of the history (evidence ${row.record_key ?? ''}) ${what}.`),
        record: row.record_key === null ? null : `evidence:${row.record_key}`,
        entry: row.seq,
      });
    mapTexts(row.record_id, changesOf(row), (value, record) => {
      if (!isDigest(value)) return value;
      named.add(value.digest);
      const state = sound.get(value.digest);
      if (state === false) tell('was changed afterwards');
      if (state === undefined && !purged.has(record)) tell('is missing, and nobody took it out');
      return value;
    });
  }
  for (const digest of sound.keys())
    if (!named.has(digest))
      problems.push(plainProblem(`A text ${digest} lies beside the history that no entry names.`));
  return problems;
}

/** Damaged text is told where entries are read. */
function changesOf({ seq, changes }: EntryRow): readonly unknown[] {
  try {
    const read = parseStored(changes, `entry ${seq} of the history`);
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
