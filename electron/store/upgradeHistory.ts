import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { firstHash, hashOf, headOfRow, type LedgerRow } from './chain.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { appendEntry, headOf, type LedgerHead, type RecordChange, type Upgrade, verifyLedger } from './ledger.ts';
import { hasTexts, putTextsBeside } from './ledgerTexts.ts';
import { readStoreId } from './metadata.ts';
import { readRecord } from './records.ts';
import type { Stamps } from './stamps.ts';
import { connectionOf, statement, writeStatement } from './statement.ts';

/** What must be known of a store before its schema is brought up to date. */
export interface BeforeUpgrade {
  readonly from: number;
  readonly former: LedgerHead;
  readonly problems: readonly string[];
  /** Evidence whose acceptance a step of the schema writes down, without an entry of its own. */
  readonly accepted: readonly string[];
}

const undatedAcceptances = 7;

/** Reads all of the history as it was written: once it is written anew, nobody can check what it was. */
export function lookBefore(db: ReadableDb, from: number): BeforeUpgrade {
  return {
    from,
    former: headOf(db),
    problems: verifyLedger(db).slice(0, 20),
    accepted: acceptedWithoutEntry(db, from),
  };
}

/**
 * Before version 7 an acceptance did not say what it was given for; its step wrote that down. In a store that has had
 * this step, they are told by having no organisation and no day, and by no entry that names them.
 */
function acceptedWithoutEntry(db: ReadableDb, from: number): readonly string[] {
  const hasColumn = statement<[], { name: string }>(db, "SELECT name FROM pragma_table_info('evidence')")
    .all()
    .some(({ name }) => name === 'accepted');
  const where =
    from < undatedAcceptances
      ? `status = 'accepted'${hasColumn ? ' AND accepted IS NULL' : ''}`
      : `accepted ->> 'organisation' IS NULL AND accepted ->> 'on' IS NULL AND accepted IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM ledger, json_each(ledger.changes) AS change WHERE ledger.kind = 'evidence'
           AND (ledger.record_id = evidence.id AND change.value ->> 'field' = 'accepted'
             OR change.value ->> 'id' = evidence.id AND json_type(change.value, '$.after.accepted') IS NOT NULL))`;
  return statement<[], { id: string }>(db, `SELECT id FROM evidence WHERE ${where} ORDER BY id`)
    .all()
    .map(({ id }) => id);
}

/**
 * Puts the texts that may have to go beside the history, writes its chain anew, and says so in an entry of its own,
 * which holds where the former chain ended and states what the schema's steps changed in the facts.
 */
export function upgradeHistory(
  db: WritableDb,
  { from, former, problems, accepted }: BeforeUpgrade,
  stamps: Stamps,
): void {
  rewriteChain(db);
  const batch = accepted.flatMap((id): readonly RecordChange[] => {
    const fields = readRecord(db, 'evidence', id)?.fields;
    if (!fields) return [];
    const after = { accepted: fields.accepted ?? null };
    return [{ id, key: evidenceKey(fields as never), before: { accepted: null }, after }];
  });
  appendEntry(db, {
    id: stamps.newId(),
    at: stamps.now(),
    actor: 'SEC Go-Live',
    organisation: '',
    storeId: readStoreId(db),
    action: 'upgrade',
    releaseId: null,
    kind: null,
    recordId: null,
    recordKey: null,
    changes: [],
    batch,
    note: JSON.stringify({ from, former, problems } satisfies Upgrade),
  });
}

const guard = 'ledger_is_append_only_update';

function rewriteChain(db: WritableDb): void {
  const first = statement<[], { seq: number | null }>(
    db,
    "SELECT MIN(seq) AS seq FROM ledger WHERE kind = 'evidence'",
  ).get()?.seq;
  if (!first) return;
  const connection = connectionOf(db);
  const trigger = statement<[string], { sql: string }>(db, 'SELECT sql FROM sqlite_schema WHERE name = ?').get(
    guard,
  )?.sql;
  // Only this step may: the guard stands again before anybody else can write.
  connection.exec(`DROP TRIGGER IF EXISTS ${guard}`);
  const next = statement<[number], LedgerRow>(db, 'SELECT * FROM ledger WHERE seq > ? ORDER BY seq LIMIT 500');
  const write = writeStatement(db, 'UPDATE ledger SET changes = ?, previous_hash = ?, hash = ? WHERE seq = ?');
  let previous =
    statement<[number], { hash: string }>(db, 'SELECT hash FROM ledger WHERE seq < ? ORDER BY seq DESC LIMIT 1').get(
      first,
    )?.hash ?? firstHash;
  for (let at = first - 1, rows = next.all(at); rows.length > 0; rows = next.all(at)) {
    for (const row of rows) {
      const changes = withoutTexts(db, row);
      const hash = hashOf(previous, headOfRow(row), changes);
      write.run(changes, previous, hash, row.seq);
      previous = hash;
      at = row.seq;
    }
  }
  if (trigger) connection.exec(trigger);
}

/** Damaged text stays as it is: the check names it. */
function withoutTexts(db: WritableDb, row: LedgerRow): string {
  if (!hasTexts(row.kind)) return row.changes;
  let changes: unknown;
  try {
    changes = JSON.parse(row.changes);
  } catch {
    return row.changes;
  }
  return Array.isArray(changes) ? JSON.stringify(putTextsBeside(db, row.record_id, changes)) : row.changes;
}
