import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { firstHash, hashOf } from '../../electron/store/chain.ts';
import type { NewEntry } from '../../electron/store/ledgerEntry.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { scratchFolder } from '../support/scratch.ts';

const storeId = '00000000-0000-4000-8000-000000000001';
const release = '00000000-0000-4000-8000-00000000000a';
export const accepted = '00000000-0000-4000-8000-00000000000b';
export const submitted = '00000000-0000-4000-8000-00000000000c';

/** A store as an app of version 6 left it, history and all: one item accepted, one submitted, texts in the history. */
export function storeOfVersion6(): { readonly folder: string; readonly head: string } {
  const folder = join(scratchFolder(), 'store');
  mkdirSync(folder, { recursive: true });
  const db = new Database(join(folder, 'store.sqlite'));
  for (const { number, sql } of migrations.filter((step) => step.number <= 6)) {
    db.exec(sql);
    db.pragma(`user_version = ${number}`);
  }
  db.prepare("INSERT INTO meta (key, value) VALUES ('storeId', ?)").run(storeId);
  let head = firstHash;
  const append = (entry: Partial<NewEntry>) => {
    const { changes = [], ...rest } = entry;
    const full: NewEntry = {
      id: `e${head}`,
      at: '2026-01-01T00:00:00Z',
      actor: 'Ada Byron',
      organisation: 'SECAS',
      storeId,
      action: 'create',
      releaseId: release,
      kind: 'evidence',
      recordId: null,
      recordKey: null,
      batch: [],
      note: null,
      changes,
      ...rest,
    };
    const text = JSON.stringify(changes);
    const hash = hashOf(head, full, text);
    db.prepare(
      `INSERT INTO ledger (id, at, actor, organisation, store_id, action, release_id, kind, record_id, record_key, changes, note, previous_hash, hash)
       VALUES (@id, @at, @actor, @organisation, @storeId, @action, @releaseId, @kind, @recordId, @recordKey, @text, @note, @head, @hash)`,
    ).run({ ...full, changes: null, batch: null, text, head, hash });
    head = hash;
  };
  const made = (fields: Readonly<Record<string, unknown>>) =>
    Object.entries(fields).map(([field, after]) => ({ field, before: null, after }));
  append({ action: 'createStore', releaseId: null, kind: null });
  append({ kind: 'release', recordId: release, recordKey: 'June 2026', changes: made({ name: 'June 2026' }) });
  db.prepare("INSERT INTO release (id, created_in, name) VALUES (?, 2, 'June 2026')").run(release);
  for (const [id, reference, status] of [
    [accepted, 'EV-001', 'accepted'],
    [submitted, 'EV-002', 'submitted'],
  ] as const) {
    const fields = { reference, version: 1, title: `Letter of ${reference}`, status: 'submitted', criteria: ['AC-01'] };
    append({ recordId: id, recordKey: `${reference}@1`, changes: made(fields) });
    const seq = db.prepare('SELECT max(seq) FROM ledger').pluck().get();
    db.prepare(
      `INSERT INTO evidence (id, release_id, created_in, reference, version, title, status, criteria) VALUES (?, ?, ?, ?, 1, ?, 'submitted', '["AC-01"]')`,
    ).run(id, release, seq, reference, fields.title);
    if (status !== 'accepted') continue;
    append({
      action: 'edit',
      recordId: id,
      recordKey: `${reference}@1`,
      changes: [{ field: 'status', before: 'submitted', after: 'accepted' }],
    });
    db.prepare("UPDATE evidence SET status = 'accepted' WHERE id = ?").run(id);
    db.prepare("INSERT INTO field_change VALUES (?, 'status', (SELECT max(seq) FROM ledger))").run(id);
  }
  db.close();
  return { folder, head };
}
