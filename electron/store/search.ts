import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { isSlot, slotInWords } from '../../shared/domain/calendar/slots.ts';
import { wordFor } from '../../shared/domain/catalogue/words.ts';
import { keyOf, type RecordKind } from '../../shared/domain/records/recordKinds.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { lastEntry } from './ledger.ts';
import { readMeta, writeMeta } from './metadata.ts';
import { readRecord } from './records.ts';
import { statement, writeStatement } from './statement.ts';

/** One record that holds the words that were searched for. `snippet`: the words around, those that fit marked. */
export interface SearchHit {
  readonly releaseId: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly key: string;
  readonly snippet: readonly { readonly text: string; readonly fits: boolean }[];
}

const through = 'searchedThrough';
/** Signs that no text of ours holds: they part what fits from what stands around it. */
const [begins, ends] = ['\u0002', '\u0003'];

/** Between one value of a record and the next. */
const between = ' · ';

/** Whether the index has everything that the history has. */
export function isIndexed(db: ReadableDb): boolean {
  return Number(readMeta(db, through) ?? 0) >= lastEntry(db);
}

/** Brings the index on by at most `most` ledger entries; call it again until `isIndexed`. */
export function indexMore(db: WritableDb, most: number): void {
  const from = Number(readMeta(db, through) ?? 0);
  const rows = statement<[number, number], { seq: number; kind: RecordKind | null; ids: string | null }>(
    db,
    `SELECT seq, kind, CASE action WHEN 'batch' THEN (SELECT json_group_array(value ->> 'id') FROM json_each(changes))
       ELSE json_array(record_id) END AS ids
     FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?`,
  ).all(from, most);
  const seen = new Set<string>();
  for (const { kind, ids } of rows) {
    for (const id of kind === null ? [] : (JSON.parse(ids ?? '[]') as (string | null)[])) {
      if (kind === null || id === null || seen.has(id)) continue;
      seen.add(id);
      indexRecord(db, kind, id);
    }
  }
  const last = rows.at(-1)?.seq ?? from;
  writeMeta(db, through, String(last));
}

/** Records that hold every word typed (the last one may be unfinished), the best first. */
export function findText(db: ReadableDb, text: string, releaseId: string | null, limit: number): readonly SearchHit[] {
  const query = queryOf(text);
  if (query === '') return [];
  const rows = statement<
    [string, string | null, string | null, number],
    { release_id: string; kind: RecordKind; record_id: string; key: string; snippet: string }
  >(
    db,
    `SELECT search_row.release_id, search_row.kind, search_row.record_id, search_text.key,
       snippet(search_text, -1, '${begins}', '${ends}', '…', 16) AS snippet
     FROM search_text JOIN search_row ON search_row.id = search_text.rowid
     WHERE search_text MATCH ? AND (? IS NULL OR search_row.release_id = ?)
     ORDER BY bm25(search_text, 8.0, 1.0), search_row.id LIMIT ?`,
  ).all(query, releaseId, releaseId, limit);
  return rows.map((row) => ({
    releaseId: row.release_id,
    kind: row.kind,
    recordId: row.record_id,
    key: row.key,
    snippet: partsOf(row.snippet),
  }));
}

/** Every word as a phrase of its own, so that no sign of it can mean anything to SQLite; the last may be a beginning. */
function queryOf(text: string): string {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.map((word, at) => `"${word.replaceAll('"', '""')}"${at === words.length - 1 ? '*' : ''}`).join(' ');
}

function partsOf(snippet: string): SearchHit['snippet'] {
  const said = snippet.split(between).map(valueInWords).join(between);
  return said.split(begins).flatMap((piece, at) => {
    if (at === 0) return piece === '' ? [] : [{ text: piece, fits: false }];
    const [fits = '', rest = ''] = piece.split(ends);
    return [{ text: fits, fits: true }, ...(rest === '' ? [] : [{ text: rest, fits: false }])];
  });
}

/** A value that is stored under a word of its own, a date or a slot as people read it; what fits of it is all of it. */
function valueInWords(piece: string): string {
  const plain = piece.replaceAll(begins, '').replaceAll(ends, '');
  const value = plain.replace(/^…|…$/g, '');
  const said = isCalendarDate(value) ? formatDate(value) : isSlot(value) ? slotInWords(value) : wordFor(value);
  if (said === value) return piece;
  const words = plain.replace(value, () => said);
  return piece.includes(begins) ? `${begins}${words}${ends}` : words;
}

/** Indexes a record as it stands; a removed one is in it no more. */
export function indexRecord(db: WritableDb, kind: RecordKind, id: string): void {
  const known = statement<[string], { id: number }>(db, 'SELECT id FROM search_row WHERE record_id = ?').get(id);
  if (known) {
    writeStatement(db, 'DELETE FROM search_text WHERE rowid = ?').run(known.id);
    writeStatement(db, 'DELETE FROM search_row WHERE id = ?').run(known.id);
  }
  const stored = readRecord(db, kind, id);
  if (!stored || stored.removed) return;
  const key = kind === 'release' ? String(stored.fields.name ?? '') : keyOf(kind, stored.fields as never);
  const row = writeStatement(db, 'INSERT INTO search_row (record_id, release_id, kind) VALUES (?, ?, ?)').run(
    id,
    stored.releaseId,
    kind,
  );
  writeStatement(db, 'INSERT INTO search_text (rowid, key, words) VALUES (?, ?, ?)').run(
    row.lastInsertRowid,
    key,
    wordsOf(stored.fields),
  );
}

/** Every text of a record, one after the other; hashes and dates are not words that people search for. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? '' : value;
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(between);
  if (typeof value === 'object' && value !== null) return wordsOf(Object.values(value));
  return '';
}
