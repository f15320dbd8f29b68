import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { backUp } from '../../electron/store/backups.ts';
import { inTransaction } from '../../electron/store/db.ts';
import { appendEntry } from '../../electron/store/ledger.ts';
import { readStoreId } from '../../electron/store/metadata.ts';
import { attachmentsOf } from '../documents/otherFiles.ts';
import { testEngine } from '../support/engine.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { meanwhileIn } from '../support/meanwhile.ts';
import { inFolder } from '../support/previewFiles.ts';

const secret = 'Zaphenath';
const reason = 'a private letter';
const sound = { ok: true, problems: [] };

/** Files under the folder that hold the words, as UTF-8 or UTF-16, or compressed into nothing that hides them. */
function holding(folder: string, words: string): readonly string[] {
  const needles = [Buffer.from(words), Buffer.from(words.toLowerCase()), Buffer.from(words, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    });
}

/** An item whose title, file name, note and content hold a word that must go, in every place that the store has. */
async function withLetter(options: Partial<EngineOptions> = {}) {
  const test = await evidenceStore(options);
  const { add, does, folder, engine, release } = test;
  const path = inFolder(folder, `Letter of ${secret}.txt`, `Dear ${secret}, nobody else may read this.`);
  const { id, sha256 } = await add(path);
  const other = await add(inFolder(folder, 'exit.txt', 'All tests passed.'));
  const edit = (fields: Record<string, unknown>) => does('record.edit', { asOf: null, kind: 'evidence', id, fields });
  await edit({ title: `Words of ${secret}` });
  await edit({ title: 'Another title', statusReason: `${secret} asked for it` });
  await edit({ title: `Again ${secret}` });
  await does('draft.keep', {
    releaseId: release,
    kind: 'evidence',
    recordId: id,
    field: 'title',
    value: `Draft ${secret}`,
  });
  await does('search.find', { text: secret, releaseId: null, limit: 10 });
  const store = engine.openedStore();
  if (!store) throw new Error('no store');
  const backup = join(store.paths.backups, '2026-04-30.sqlite');
  backUp(store.db, backup);
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  await does('store.backup', { out: join(elsewhere, 'all.sqlite') });
  const purge = () => does('evidence.purge', { asOf: null, id, reason });
  return { ...test, id, sha256: String(sha256), other, path, purge, elsewhere, store };
}

describe('what is taken out for good', () => {
  it('is in no byte of the store’s folder any more, and the history still verifies', async () => {
    const { purge, store, does } = await withLetter();
    expect(holding(store.paths.folder, secret).length).toBeGreaterThan(2);
    await purge();
    expect(holding(store.paths.folder, secret)).toEqual([]);
    expect(await does('store.check', {})).toEqual(sound);
    expect(await does('search.find', { text: secret, releaseId: null, limit: 10 })).toMatchObject({ hits: [] });
  });

  it('leaves no word in the history that people read, and the item says why', async () => {
    const { purge, id, release, does, engine } = await withLetter();
    await purge();
    const history = await does('history.list', { releaseId: release, limit: 200 });
    expect(JSON.stringify(history)).not.toContain(secret);
    expect(JSON.stringify(history)).toContain('Taken out for good');
    const { facts } = await does('release.open', { release, asOf: null });
    expect(facts.evidence.find((item) => item.id === id)).toMatchObject({
      title: 'Taken out for good',
      file: null,
      status: 'withdrawn',
      statusReason: reason,
    });
    expect(engine.revision()).toBeGreaterThan(0);
  });

  it('does not come back with a backup from elsewhere, and is not attached again', async () => {
    const { purge, elsewhere, store, does, refuses, input, path } = await withLetter();
    await purge();
    await does('store.restore', { file: join(elsewhere, 'all.sqlite') });
    expect(holding(store.paths.folder, secret)).toEqual([]);
    expect(await does('store.check', {})).toEqual(sound);
    const refused = await refuses('evidence.add', input(path));
    expect(refused.message).toContain('was taken out of this store for good (a private letter)');
    expect(holding(store.paths.folder, 'nobody else may read')).toEqual([]);
  });

  it('is finished at the next opening where a power loss came between', async () => {
    const { store, engine, id, sha256, does } = await withLetter();
    engine.close();
    writeFileSync(
      join(store.paths.folder, 'purged.jsonl'),
      `${JSON.stringify({ evidence: id, hashes: [sha256], reason })}\n`,
    );
    expect(await does('store.check', {})).toEqual(sound);
    engine.close();
    expect(holding(store.paths.folder, secret)).toEqual([join(store.paths.backups, '2026-04-30.sqlite')]);
  });

  it('is not said to be gone from an entry that an earlier version wrote in the clear', async () => {
    const { purge, store, engine, release } = await withLetter();
    const entry = {
      id: crypto.randomUUID(),
      at: '2026-04-01T10:00:00.000Z',
      actor: 'Ada Byron',
      organisation: 'SECAS',
      storeId: readStoreId(store.db),
      action: 'merge' as const,
      releaseId: release,
      kind: 'release' as const,
      recordId: release,
      recordKey: null,
      changes: [{ field: 'evidence:EV-001@1#title', before: `Words of ${secret}`, after: 'Others' }],
      batch: [],
      note: 'from the DCC',
    };
    const seq = inTransaction(store.db, (db) => appendEntry(db, entry));
    expect(engine.openedStore()).toBe(store);
    const { places } = await purge();
    const told = places.find(({ place }) => place === `Entry ${seq} of the history`);
    expect(told).toMatchObject({ done: false });
  });

  it('does not come back with a release file that was written before', async () => {
    const { purge, store, does, refuses, elsewhere, release, sha256 } = await withLetter();
    const file = join(elsewhere, 'release.json');
    await does('release.export', { release, out: file });
    await purge();
    const { message } = await refuses('release.import', { file, replace: true });
    expect(message).toContain(reason);
    expect(message).toMatch(/evidence\[\d\]\.file/);
    expect(existsSync(attachmentPath(store.paths.files, sha256))).toBe(false);
    expect(await does('store.check', {})).toMatchObject(sound);
  });

  it('is answered for in every place, with what was done and what could not be', async () => {
    const { purge, store } = await withLetter();
    writeFileSync(join(store.paths.backups, 'broken.sqlite'), `no database, ${secret}`);
    const { places } = await purge();
    expect(places).toEqual([
      expect.objectContaining({ place: 'Database and its log', done: true }),
      expect.objectContaining({
        place: 'Backup broken.sqlite',
        done: false,
        sentence: expect.stringContaining('delete it'),
      }),
      expect.objectContaining({ place: 'Backup 2026-04-30.sqlite', done: true }),
      expect.objectContaining({ place: 'Copies elsewhere', done: false }),
    ]);
  });

  it('leaves backups that restore as before, without it', async () => {
    const { purge, does, release, other } = await withLetter();
    await purge();
    await does('store.restoreOwn', { name: '2026-04-30.sqlite' });
    const { facts } = await does('release.open', { release, asOf: null });
    expect(facts.evidence.find((item) => item.id === other.id)).toMatchObject({ file: 'exit.txt' });
    expect(await does('store.check', {})).toEqual(sound);
  });

  it('leaves other items with the same content alone, and says so', async () => {
    const { purge, add, path, store, sha256, does } = await withLetter();
    await add(path, { title: 'The same' }, true);
    const { places } = await purge();
    expect(places[0]).toEqual({
      place: `The content ${sha256.slice(0, 12)}…`,
      done: false,
      sentence: expect.stringContaining('EV-003@1 of June 2026 SEC Release uses the same file'),
    });
    expect(holding(store.paths.files, 'nobody else may read')).toHaveLength(1);
    expect(await does('store.check', {})).toEqual(sound);
  });
});

describe('a purge of which not everything can be done at once', () => {
  it('says what was not reached, and does the rest when it is asked once more', async () => {
    const failures: unknown[] = [];
    const test = await withLetter({ logBug: (_id, error) => failures.push(error) });
    const { purge, store, sha256, does, id, release } = test;
    // Stands for a file that a virus scanner holds.
    const content = attachmentPath(store.paths.files, sha256);
    rmSync(content);
    mkdirSync(join(content, 'held'), { recursive: true });
    const { places } = await purge();
    expect(places[0]).toEqual({
      place: `The content ${sha256.slice(0, 12)}…`,
      done: false,
      again: true,
      sentence: expect.stringMatching(/^it could not be changed, .* try again \(the log names it [0-9a-f]{8}\)$/),
    });
    expect(failures).toHaveLength(1);
    expect(places).toContainEqual(expect.objectContaining({ place: 'Backup 2026-04-30.sqlite', done: true }));
    const noted = async () =>
      (await does('history.list', { releaseId: release, limit: 200 })).filter(({ action }) => action === 'purge');
    const before = await noted();
    rmSync(content, { recursive: true });
    writeFileSync(content, `Dear ${secret}, nobody else may read this.`);
    const again = await purge();
    expect(again.places.filter(({ done }) => !done).map(({ place }) => place)).toEqual(['Copies elsewhere']);
    expect(again.changes).toMatchObject([{ id, record: { title: 'Taken out for good', status: 'withdrawn' } }]);
    expect(existsSync(content)).toBe(false);
    expect(holding(store.paths.folder, secret)).toEqual([]);
    expect(await noted()).toEqual(before);
    expect(await does('store.check', {})).toEqual(sound);
  });

  it('is not begun where the packs that were looked through are not all of them any more', async () => {
    const { runDisposable, meanwhile } = meanwhileIn('readPack');
    const { does, refuses, release, folder, id } = await withLetter({ runDisposable });
    const order = { release, asOf: null, final: true, acceptBlockers: 'Asked.', edition: 'full' as const };
    await does('pack.export', { ...order, out: join(folder, 'first.pdf') });
    meanwhile(() => does('pack.export', { ...order, out: join(folder, 'second.pdf') }));
    const { message } = await refuses('evidence.purge', { asOf: null, id, reason });
    expect(message).toContain('so nothing was taken out yet; try again');
    const { places } = await does('evidence.purge', { asOf: null, id, reason });
    const packs = places.filter(({ place }) => place.startsWith('SEC-GL'));
    expect(packs.map(({ place, done }) => [place, done])).toEqual([
      ['SEC-GL 2026-06 · 1', true],
      ['SEC-GL 2026-06 · 2', true],
    ]);
  });
});

describe('a purge that nobody made', () => {
  it('is found by the check', async () => {
    const { store, engine, id, does } = await withLetter();
    engine.close();
    const db = new Database(store.paths.database);
    db.prepare('DELETE FROM ledger_text WHERE record_id = ?').run(id);
    db.close();
    const { ok, problems } = await testEngine(store.paths.folder).does('store.check', {});
    expect(ok).toBe(false);
    expect(problems[0]?.sentence).toContain('is missing, and nobody took it out');
    expect(does).toBeDefined();
  });
});

describe('a final pack that holds what was taken out', () => {
  it('is removed from the store, stays in the register, and is named by the one issued in its place', async () => {
    const { purge, does, refuses, release, folder, store } = await withLetter();
    const order = { release, asOf: null, final: true, acceptBlockers: 'Asked.', edition: 'full' as const };
    const first = await does('pack.export', { ...order, out: join(folder, 'first.pdf') });
    const [kept] = await does('pack.finals', { release });
    const reference = String(kept?.reference);
    const { places } = await purge();
    expect(places).toContainEqual({
      place: reference,
      done: true,
      sentence: expect.stringContaining(`its line in the register stays, with SHA-256 ${first.sha256}`),
    });
    expect(existsSync(attachmentPath(store.paths.files, first.sha256))).toBe(false);
    expect(await does('pack.finals', { release })).toMatchObject([{ sha256: first.sha256 }]);
    expect(await does('store.check', {})).toEqual(sound);
    const copy = { release, reference, out: join(folder, 'copy.pdf') };
    expect((await refuses('pack.copy', copy)).message).toContain('taken out for good (a private letter)');
    const second = await does('pack.export', { ...order, out: join(folder, 'second.pdf') });
    const parts = await attachmentsOf(second.file);
    const snapshot = JSON.parse(Buffer.from(parts.get('snapshot.json') ?? []).toString('utf8'));
    expect(snapshot.identity.previous).toMatchObject({
      reference,
      sha256: first.sha256,
      changes: [expect.stringContaining('was taken out for good')],
    });
    expect(await does('store.check', {})).toEqual(sound);
  });
});
