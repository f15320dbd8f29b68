import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { firstHash, hashOf, headOfRow, type LedgerRow } from '../../electron/store/chain.ts';
import { attachmentsOf } from '../documents/otherFiles.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';
const sound = { ok: true, problems: [] };

async function snapshotIn(file: string) {
  const parts = await attachmentsOf(file);
  return JSON.parse(Buffer.from(parts.get('snapshot.json') ?? []).toString('utf8'));
}

/** A store with a final, a backup elsewhere that is as old, and changes after an early state that is kept aside. */
async function makeOne(): Promise<string> {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const database = join(store, 'store.sqlite');
  const { does, engine } = testEngine(store);
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  engine.close();
  const early = join(folder, 'early.sqlite');
  copyFileSync(database, early);
  const risk = (title: string) => does('record.create', { releaseId: id, kind: 'risk', fields: { title }, asOf: null });
  await risk('One');
  await risk('Two');
  const final = join(folder, 'final.pdf');
  const order = { release, asOf: null, final: true, acceptBlockers: 'Asked.' };
  await does('pack.export', { ...order, out: final });
  const backup = join(folder, 'backup.sqlite');
  await does('store.backup', { out: backup });
  expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
  engine.close();
  return folder;
}

/** A copy of it for each attack: a final takes seconds to make. */
function copyOf(whole: string) {
  const folder = scratchFolder();
  cpSync(whole, folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const store = at('store');
  const database = join(store, 'store.sqlite');
  const files = { early: at('early.sqlite'), final: at('final.pdf'), backup: at('backup.sqlite') };
  return { ...testEngine(store), folder, store, database, ...files };
}

function edit(file: string, work: (db: Database.Database) => unknown): void {
  const db = new Database(file);
  work(db);
  db.close();
}

/** Writes the chain anew over changed content, as somebody would who knows how it is made. */
function recompute(db: Database.Database): void {
  db.exec('DROP TRIGGER ledger_is_append_only_update');
  db.exec("UPDATE ledger SET actor = 'Somebody else' WHERE seq = 2");
  let previous = firstHash;
  for (const row of db.prepare<[], LedgerRow>('SELECT * FROM ledger ORDER BY seq').all()) {
    const hash = hashOf(previous, headOfRow(row), row.changes);
    db.prepare('UPDATE ledger SET previous_hash = ?, hash = ? WHERE seq = ?').run(previous, hash, row.seq);
    previous = hash;
  }
  db.exec(
    `CREATE TRIGGER ledger_is_append_only_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE (ABORT, 'the ledger is append-only'); END;`,
  );
}

function cutEnd(db: Database.Database): void {
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TRIGGER ledger_is_append_only_delete');
  db.exec('DELETE FROM ledger WHERE seq > (SELECT max(seq) - 2 FROM ledger)');
}

describe('a history that was changed as a whole', () => {
  it('is found by a final pack and by a backup that knew it, and named, however it was changed', async () => {
    const whole = await makeOne();
    const attacks: readonly (readonly [(files: ReturnType<typeof copyOf>) => void, string])[] = [
      [({ database }) => edit(database, cutEnd), 'its end was cut off'],
      [({ database }) => edit(database, recompute), 'the history was written anew'],
      // Put back to an early state, or robbed of its log.
      [({ database, early }) => copyFileSync(early, database), 'its end was cut off'],
    ];
    for (const [attack, words] of attacks) {
      const files = copyOf(whole);
      attack(files);
      for (const against of [files.final, files.backup]) {
        const { problems } = await files.does('store.check', { against });
        expect(problems.map(({ sentence }) => sentence)).toContainEqual(expect.stringContaining(words));
      }
      files.engine.close();
    }
    const rolledBack = copyOf(whole);
    copyFileSync(rolledBack.early, rolledBack.database);
    expect(await rolledBack.does('store.check', {})).toEqual(sound);
    // A backup in the store's own folder, and a final that it keeps, are asked without being named.
    mkdirSync(join(rolledBack.store, 'backups'));
    copyFileSync(rolledBack.backup, join(rolledBack.store, 'backups', '2026-04-30.sqlite'));
    const { problems } = await rolledBack.does('store.check', {});
    expect(problems).toEqual([
      expect.objectContaining({ sentence: expect.stringContaining('but the backup 2026-04-30.sqlite knew') }),
    ]);
    const recomputed = copyOf(whole);
    edit(recomputed.database, recompute);
    const own = await recomputed.does('store.check', {});
    expect(own.problems.map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('the final pack SEC-GL 2021-11 · 1 knew'),
    );
  });

  it('is anchored by finals only, by a signature, and is no accusation of a restore on purpose', async () => {
    const { does, folder, final, backup, store } = copyOf(await makeOne());
    const draft = join(folder, 'draft.pdf');
    await does('pack.export', { release, asOf: null, final: false, acceptBlockers: null, out: draft });
    expect((await snapshotIn(draft)).history).toBeUndefined();
    expect((await snapshotIn(final)).history).toMatchObject({ signature: expect.any(String) });
    mkdirSync(join(store, 'backups'));
    await does('store.backup', { out: join(store, 'backups', '2026-05-01.sqlite') });
    await does('store.restore', { file: backup });
    expect(await does('store.check', {})).toEqual(sound);
    edit(backup, (db) => db.exec("UPDATE meta SET value = json_set(value, '$.entries', 1) WHERE key = 'backupHead'"));
    const { problems } = await does('store.check', { against: backup });
    expect(problems[0]?.sentence).toContain('is not signed by the key that it names');
  });
});

describe('what is held against a history', () => {
  it('is another store’s, and then no fault of this one: of its final and its backup only that is said', async () => {
    const others = copyOf(await makeOne());
    const { does, engine } = testEngine(join(scratchFolder(), 'store'));
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    for (const [file, words] of [
      [others.final, /^SEC-GL 2021-11 · 1 is signed with another key than this store's, so it was issued from another/],
      [others.backup, /^The backup .* is of another store, so it tells nothing of the history here\.$/],
    ] as const)
      for (const edits of [0, 60]) {
        for (let one = 0; one < edits; one += 1)
          await does('record.create', { releaseId: id, kind: 'risk', fields: { title: `${one}` }, asOf: null });
        const refused = await engine.call('store.check', { against: file });
        expect(refused).toMatchObject({ ok: false, error: { message: expect.stringMatching(words) } });
      }
    expect(await does('store.check', {})).toEqual(sound);
  });

  it('is a backup by its content, under whatever name, and a pack of a key that was put aside', async () => {
    const { does, folder, engine, database, store, final } = copyOf(await makeOne());
    const named = join(folder, 'b1');
    await does('store.backup', { out: named });
    expect(await does('store.check', { against: named })).toEqual(sound);
    engine.close();
    renameSync(join(store, 'private.key'), join(store, 'private.key.put-aside-1'));
    edit(database, cutEnd);
    const { problems } = await does('store.check', { against: final });
    expect(problems[0]?.sentence).toContain('its end was cut off');
  });

  it.each([
    ['is not there', null, /is not there, or cannot be read\.$/],
    ['is neither', 'Hello', /hello\.pdf is neither a final pack nor a backup of a store; choose one of them\.$/],
    ['is another PDF', '%PDF-1.7 hello', /^hello\.pdf cannot be compared\. [A-Z]/],
  ])('%s, and is said to be that', async (_what, content, sentence) => {
    const { refuses, folder } = await evidenceStore();
    const file = join(folder, 'hello.pdf');
    if (content !== null) writeFileSync(file, content);
    expect((await refuses('store.check', { against: file })).message).toMatch(sentence);
  });
});

describe('the private key', () => {
  it('lies beside the database for its owner only, and in no backup', async () => {
    const { does, release: id, folder, engine } = await evidenceStore();
    const [store, backup] = [join(folder, 'store'), join(folder, 'backup.sqlite')];
    await does('store.backup', { out: backup });
    await does('bundle.export', {
      release: id,
      out: join(folder, 'a.golive'),
      passphrase: null,
      to: null,
      full: true,
      type: 'changes',
    });
    engine.close();
    const file = join(store, 'private.key');
    expect(statSync(file).mode & 0o077).toBe(0);
    const { privateKey } = JSON.parse(readFileSync(file, 'utf8'));
    for (const path of [backup, join(store, 'store.sqlite')])
      expect(readFileSync(path).includes(privateKey)).toBe(false);
  });

  it('that an earlier version kept in the database is moved out of it, down to the free pages', async () => {
    const { does, folder, engine } = await evidenceStore();
    const [store, database] = [join(folder, 'store'), join(folder, 'store/store.sqlite')];
    await does('store.backup', { out: join(folder, 'backup.sqlite') });
    engine.close();
    const keys = readFileSync(join(store, 'private.key'), 'utf8');
    rmSync(join(store, 'private.key'));
    edit(database, (db) => db.prepare("INSERT INTO meta VALUES ('exchangeKeys', ?)").run(keys));
    await does('store.status', {});
    engine.close();
    expect(readFileSync(join(store, 'private.key'), 'utf8')).toBe(keys);
    expect(readFileSync(database).includes(JSON.parse(keys).privateKey)).toBe(false);
  });
});
