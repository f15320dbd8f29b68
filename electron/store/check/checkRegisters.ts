import { isDeepStrictEqual } from 'node:util';
import type { ReadableDb } from '../db.ts';
import type { LedgerEntry } from '../ledger.ts';
import { parseStored } from '../parseStored.ts';
import { statement } from '../statement.ts';
import { plainProblem, type StoreProblem, shown } from './problem.ts';
import type { Replayed } from './replay.ts';

/** Final packs, papers, files and settings against the entries that made them. */
export function checkRegisters(db: ReadableDb, replayed: Replayed): readonly StoreProblem[] {
  return [
    ...checkFinals(db, replayed),
    ...checkPapers(db, replayed),
    ...checkFiles(db, replayed),
    ...checkSettings(db, replayed),
  ];
}

interface IssuedRow {
  readonly reference: string;
  readonly releaseId: string;
  readonly sha256: string;
  readonly seq: number;
}

const issuedSql = (table: string) =>
  `SELECT reference, release_id AS releaseId, sha256, registered_in AS seq FROM ${table} ORDER BY registered_in`;

function checkFinals(db: ReadableDb, { events }: Replayed): readonly StoreProblem[] {
  const rows = statement<[], IssuedRow>(db, issuedSql('final_pack')).all();
  const entries = events.filter(({ action }) => action === 'finalPack');
  const missing = entries
    .filter(({ seq }) => !rows.some((row) => row.seq === seq))
    .map((entry) => ({
      ...plainProblem(
        `The final pack ${entry.recordKey} is missing from the register; entry ${entry.seq} of the history issued it.`,
      ),
      record: `finalPack:${entry.recordKey}`,
      ledger: entry.note,
      entry: entry.seq,
    }));
  return [...missing, ...rows.flatMap((row) => compareIssued('finalPack', row, entries))];
}

/** A paper's entry reads like that of a draft: a missing one shows by the file that was registered with it. */
function checkPapers(db: ReadableDb, { events }: Replayed): readonly StoreProblem[] {
  const rows = statement<[], IssuedRow>(db, issuedSql('issued_paper')).all();
  const entries = events.filter(({ action }) => action === 'exportPack');
  const kept = new Set(
    statement<[], { seq: number }>(db, 'SELECT added_in AS seq FROM attachment')
      .all()
      .map(({ seq }) => seq),
  );
  const missing = entries
    .filter(({ seq }) => kept.has(seq) && !rows.some((row) => row.seq === seq))
    .map((entry) => ({
      ...plainProblem(`${entry.recordKey} is missing from the register; entry ${entry.seq} of the history issued it.`),
      record: `issuedPaper:${entry.recordKey}`,
      ledger: entry.note,
      entry: entry.seq,
    }));
  return [...missing, ...rows.flatMap((row) => compareIssued('issuedPaper', row, entries))];
}

function compareIssued(kind: string, row: IssuedRow, entries: readonly LedgerEntry[]): readonly StoreProblem[] {
  const record = `${kind}:${row.reference}`;
  const entry = entries.find(({ seq }) => seq === row.seq);
  if (!entry) {
    const sentence = `${row.reference} stands in the register, but no entry of the history issued it; it was put there by another program.`;
    return [{ ...plainProblem(sentence), record, facts: row.sha256 }];
  }
  const pairs = [
    ['reference', entry.recordKey, row.reference],
    ['release', entry.releaseId, row.releaseId],
    ['sha256', entry.note?.replace('SHA-256 ', '') ?? null, row.sha256],
  ] as const;
  return pairs
    .filter(([, ledger, facts]) => ledger !== facts)
    .map(([field, ledger, facts]) => ({
      sentence: `The ${field} of ${row.reference} reads ${shown(facts)} in the register, but entry ${entry.seq} of the history made it ${shown(ledger)}.`,
      record,
      field,
      ledger,
      facts,
      entry: entry.seq,
    }));
}

interface FileRow {
  readonly sha256: string;
  readonly addedIn: number;
  readonly purgedIn: number | null;
  readonly reason: string | null;
}

function checkFiles(db: ReadableDb, { events, hashes, through }: Replayed): readonly StoreProblem[] {
  const purges = new Map(events.filter(({ action }) => action === 'purge').map((entry) => [entry.seq, entry]));
  const sql =
    'SELECT sha256, added_in AS addedIn, purged_in AS purgedIn, purge_reason AS reason FROM attachment ORDER BY sha256';
  return statement<[], FileRow>(db, sql)
    .all()
    .flatMap((row): readonly StoreProblem[] => {
      const record = `file:${row.sha256}`;
      if (!hashes.has(row.sha256) || row.addedIn > through)
        return [{ ...plainProblem(`A file ${row.sha256} is registered that no entry of the history names.`), record }];
      if (row.purgedIn === null) return [];
      const entry = purges.get(row.purgedIn);
      if (entry?.recordKey === `sha256:${row.sha256}` && entry.note === row.reason) return [];
      const sentence = `The file ${row.sha256} is marked as taken out, but entry ${row.purgedIn} of the history did not do that.`;
      return [
        { ...plainProblem(sentence), record, ledger: entry?.note ?? null, facts: row.reason, entry: row.purgedIn },
      ];
    });
}

/** What was remembered of imports is told piece by piece, null where it was forgotten; every other setting as a whole. */
function checkSettings(db: ReadableDb, { events }: Replayed): readonly StoreProblem[] {
  const expected = new Map<string, { value: unknown; seq: number }>();
  for (const { action, recordKey, note, seq } of events) {
    if (action !== 'setting' || recordKey === null) continue;
    const told = readValue(note ?? 'null');
    const value = recordKey === 'imports' ? withPieces(expected.get(recordKey)?.value, told) : told;
    expected.set(recordKey, { value, seq });
  }
  const sql = 'SELECT key, value, changed_in AS seq FROM setting';
  const found = new Map(
    statement<[], { key: string; value: string; seq: number }>(db, sql)
      .all()
      .map((row) => [row.key, row]),
  );
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key): readonly StoreProblem[] => {
    const [made, row] = [expected.get(key), found.get(key)];
    const facts = row ? readValue(row.value) : null;
    if (made && row && made.seq === row.seq && isDeepStrictEqual(made.value, facts)) return [];
    const sentence = made
      ? `The setting ${key} is not what entry ${made.seq} of the history made it.`
      : `The setting ${key} stands in the store, but no entry of the history made it.`;
    return [
      { sentence, record: `setting:${key}`, field: null, ledger: made?.value ?? null, facts, entry: made?.seq ?? null },
    ];
  });
}

function withPieces(before: unknown, told: unknown): unknown {
  const pieces = Object.entries({ ...(before as object | undefined), ...(told as object) });
  return Object.fromEntries(pieces.filter(([, piece]) => piece !== null));
}

function readValue(text: string): unknown {
  try {
    return parseStored(text, 'a setting');
  } catch {
    return text;
  }
}
