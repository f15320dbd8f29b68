import type { HistoryEntry } from '../../../shared/domain/merge/manifest.ts';
import { takenOut } from '../../../shared/domain/records/evidence.ts';
import type { WritableDb } from '../db.ts';
import { mapTexts, purgeableFields } from '../ledgerTexts.ts';
import { writeMeta } from '../metadata.ts';
import { indexRecord } from '../search.ts';
import { dropSignedFactsOf } from '../signedFacts.ts';
import { statement, writeStatement } from '../statement.ts';
import { shredKey } from './shred.ts';

/**
 * Takes the texts of one item of evidence out of all that stands beside its facts: the history's own and other stores',
 * what is being typed, versions and conflicts of an exchange, the search index. Its facts were emptied before, and
 * `reason` is what they say now. The pages that held the texts are overwritten by `shred`.
 */
export function takeTextsOut(db: WritableDb, evidence: string, reason: string): void {
  writeStatement(db, 'DELETE FROM ledger_text WHERE record_id = ? AND text NOT IN (?, ?)').run(
    evidence,
    takenOut,
    reason,
  );
  writeStatement(db, 'DELETE FROM draft WHERE record_id = ?').run(evidence);
  const marks = purgeableFields.map(() => '?').join(', ');
  // What another store wrote to empty a field stays its write; a row without a value says what the facts say now.
  writeStatement(
    db,
    `DELETE FROM field_version WHERE record_id = ? AND field IN (${marks}) AND NOT (
       local_seq = (SELECT seq FROM field_change AS last
         WHERE last.record_id = field_version.record_id AND last.field = field_version.field)
       AND (value IS NULL OR value IN ('null', ?, ?)))`,
  ).run(evidence, ...purgeableFields, JSON.stringify(takenOut), JSON.stringify(reason));
  const gone = JSON.stringify(takenOut);
  writeStatement(
    db,
    `UPDATE exchange_conflict SET mine = ?, theirs = ? WHERE record_id = ? AND field IN (${marks})`,
  ).run(gone, gone, evidence, ...purgeableFields);
  takeOutOfForeign(db, evidence);
  dropSignedFactsOf(db, evidence);
  indexRecord(db, 'evidence', evidence);
  writeMeta(db, shredKey, 'yes');
}

/** The history of other stores is here to be read only, and no chain of ours covers it. */
export function takeOutOfForeign(db: WritableDb, evidence: string): void {
  const rows = statement<[string], { store_id: string; seq: number; entry: string }>(
    db,
    'SELECT store_id, seq, entry FROM foreign_entry WHERE instr(entry, ?) > 0',
  ).all(evidence);
  const write = writeStatement(db, 'UPDATE foreign_entry SET entry = ? WHERE store_id = ? AND seq = ?');
  for (const { store_id: store, seq, entry } of rows) {
    const read = JSON.parse(entry) as HistoryEntry;
    if (read.kind !== 'evidence') continue;
    const changes = mapTexts(read.recordId, read.changes, (value, record) =>
      record === evidence && typeof value === 'string' ? takenOut : value,
    );
    write.run(JSON.stringify({ ...read, changes }), store, seq);
  }
}
