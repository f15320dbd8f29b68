import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { readSharedHashes } from '../../electron/store/folderFiles.ts';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { attachmentsOf } from '../documents/otherFiles.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';

const letter = 'Dear Zaphenath, nobody else may read this.';
const reason = 'a private letter';
const other = 'November 2026 SEC Release';

/** One content under EV-001@1 of two releases, as a copied release has it; it is taken out of the first. */
async function takenOutOfOne(options: Partial<EngineOptions> = {}) {
  const test = await evidenceStore(options);
  const { add, does, folder, release } = test;
  const path = inFolder(folder, 'Letter.txt', letter);
  const { id, sha256 } = await add(path, { title: 'Letter' });
  const { id: second } = await does('release.create', {
    name: other,
    kind: 'system',
    slot: slotSchema.parse('2026-11'),
    adHocReason: null,
    approvedDate: null,
  });
  const added = await does('evidence.add', {
    asOf: null,
    release: second,
    file: path,
    fields: {},
    allowDuplicate: true,
  });
  const before = join(folder, 'before.json');
  await does('release.export', { release, out: before });
  const { places } = await does('evidence.purge', { asOf: null, id, reason });
  const { facts } = await does('release.open', { release, asOf: null });
  const item = facts.evidence.find((one) => one.id === id);
  const openedStore = () => {
    const store = test.engine.openedStore();
    if (!store) throw new Error('no store');
    return store;
  };
  return {
    ...test,
    path,
    before,
    openedStore,
    id,
    sha256: String(sha256),
    second,
    kept: added.changes[0]?.id ?? '',
    places,
    item,
  };
}

/** Every file below a folder that holds the letter. */
function holding(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(letter));
}

it('names the release whose item keeps the content, and keeps it for that one', async () => {
  const { places, sha256, does, folder, second, kept, openedStore } = await takenOutOfOne();
  expect(places[0]).toEqual({
    place: `The content ${sha256.slice(0, 12)}…`,
    done: false,
    sentence: `EV-001@1 of ${other} uses the same file, so it stays here for that one; take that one out, too`,
  });
  expect(existsSync(attachmentPath(openedStore().paths.files, sha256))).toBe(true);
  const { file } = await does('evidence.copyOut', { id: kept, folder });
  expect(readFileSync(file, 'utf8')).toBe(letter);
  const copy = join(folder, 'other.json');
  await does('release.export', { release: second, out: copy });
  expect(holding(`${copy}.files`)).toHaveLength(1);
});

it('goes out under the item that was taken out by no door', async () => {
  const { does, refuses, folder, release, second, sha256, id, item, openedStore } = await takenOutOfOne();
  expect(item).toMatchObject({ file: null, status: 'withdrawn' });

  const out = join(folder, 'release.json');
  await does('release.export', { release, out });
  expect(existsSync(`${out}.files`) ? holding(`${out}.files`) : []).toEqual([]);
  const [written] = JSON.parse(readFileSync(out, 'utf8')).evidence;
  expect(written).toMatchObject({ status: 'withdrawn', statusReason: reason });
  expect(written.file ?? null).toBeNull();

  const pack = await does('pack.export', {
    release,
    asOf: null,
    final: false,
    acceptBlockers: null,
    edition: 'full',
    out: join(folder, 'p.pdf'),
  });
  expect([...(await attachmentsOf(pack.file)).values()].some((bytes) => Buffer.from(bytes).includes(letter))).toBe(
    false,
  );

  const bundle = await does('bundle.export', {
    release,
    to: null,
    full: true,
    passphrase: null,
    type: 'changes',
    out: join(folder, 'b.golive'),
  });
  expect(bundle).toMatchObject({ files: 0 });

  const { db } = openedStore();
  expect(readSharedHashes(db, [release])).toEqual({ held: [], missing: [] });
  expect(readSharedHashes(db, [second])).toEqual({ held: [sha256], missing: [] });

  expect((await refuses('evidence.copyOut', { id, folder: join(folder) })).message).toBe(
    'The content of this file was taken out of the store.',
  );
  expect(await does('evidence.preview', { id })).toMatchObject({ kind: 'none' });
});

it('does not come back under it by its history, by hand or with a release file that was written before', async () => {
  const { refuses, does, id, release, path, before } = await takenOutOfOne();
  const edit = (fields: Record<string, unknown>) =>
    refuses('record.edit', { asOf: null, kind: 'evidence', id, fields });
  const sentence =
    'The file of EV-001 was taken out for good, so its history cannot bring it back; attach another file.';
  expect((await edit({ file: 'Taken out for good' })).message).toBe(sentence);
  const replaced = await refuses('evidence.replaceFile', { asOf: null, id, file: path });
  expect(replaced.message).toContain(`was taken out of this store for good (${reason})`);
  const imported = await refuses('release.import', { file: before, replace: true });
  expect(imported.message).toContain(`was taken out of this store for good (${reason})`);
  const { facts } = await does('release.open', { release, asOf: null });
  expect(facts.evidence[0]).toMatchObject({ file: null, status: 'withdrawn' });
});

it('is not taken back, nor is its acceptance: by its entries it is refused, and undo goes on with what was changed before', async () => {
  const { does, refuses, second, kept } = await takenOutOfOne({
    actor: { name: 'Ada Byron', organisation: 'SECAS' },
  });
  const which = { asOf: null, releaseId: second, ids: [kept], reason: null };
  await does('evidence.setStatus', { ...which, status: 'submitted' });
  await does('evidence.setStatus', { ...which, status: 'accepted' });
  await does('record.create', { asOf: null, releaseId: second, kind: 'risk', fields: { title: 'A risk' } });
  const purged = await does('evidence.purge', { asOf: null, id: kept, reason });
  expect([purged.entry, purged.through]).toEqual([0, 0]);
  const item = async () => (await does('release.open', { release: second, asOf: null })).facts.evidence[0];
  const before = await item();
  const history = await does('history.list', { releaseId: second, limit: 50 });
  const [taken, accepted] = history.filter(({ action, recordId }) => action === 'edit' && recordId === kept);
  for (const seq of [taken?.seq ?? 0, accepted?.seq ?? 0]) {
    const { message } = await refuses('record.undo', { asOf: null, entry: seq, through: seq });
    expect(message).toMatch(/^EV-001@1 was taken out for good, so /);
  }
  await does('record.undoLast', { asOf: null, release: second });
  expect((await does('release.open', { release: second, asOf: null })).facts.risks).toEqual([]);
  expect(await item()).toEqual(before);
  expect(before).toMatchObject({ status: 'withdrawn', statusReason: reason, file: null });
});
