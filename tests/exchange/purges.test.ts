import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attachmentPath, readAttachment } from '../../electron/store/attachments.ts';
import { applyPurges } from '../../electron/store/purge/applyPurges.ts';
import { notePurged } from '../../electron/store/purge/purgedList.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { inFolder } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, desk, pair } from './desk.ts';

const reason = 'a private letter';

/** An item of SECAS's with a file, which the DCC holds too. */
async function withLetter() {
  const folder = scratchFolder();
  const { secas, dcc } = await pair(folder);
  const path = inFolder(folder, 'Letter.txt', 'Dear Zaphenath, nobody else may read this.');
  const fields = { provider: 'SECAS', title: 'Letter of Zaphenath' };
  const add = { asOf: null, release: secas.release.id, file: path, fields };
  const { changes } = await secas.does('evidence.add', add);
  const [made] = changes;
  const item = { id: made?.id ?? '', sha256: String(made?.record?.sha256) };
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  return { folder, secas, dcc, path, item };
}

const isHere = ({ store }: Desk, sha256: string) => existsSync(attachmentPath(store.paths.files, sha256));
const purge = (one: Desk, id: string, onBehalf = false) =>
  one.does('evidence.purge', { asOf: null, id, reason, onBehalf });

async function isTakenOut(one: Desk, { id, sha256 }: { readonly id: string; readonly sha256: string }) {
  expect(isHere(one, sha256)).toBe(false);
  expect(readAttachment(one.store.db, sha256)?.purgeReason).toBe(reason);
  expect(await one.one('evidence', id)).toMatchObject({ file: null, status: 'withdrawn', statusReason: reason });
  expect(await one.does('store.check', {})).toMatchObject({ ok: true, problems: [] });
  expect(holdingWords(one)).toEqual([]);
}

/** Files of the store's folder that hold the words: the database and its log, previews, backups and all. */
function holdingWords(one: Desk): readonly string[] {
  connectionOf(one.store.db).pragma('wal_checkpoint(TRUNCATE)');
  return readdirSync(one.store.paths.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes('Zaphenath'));
}

it('what was taken out here is taken out wherever a bundle goes, and says why', async () => {
  const { folder, secas, dcc, item } = await withLetter();
  expect(isHere(dcc, item.sha256)).toBe(true);
  await purge(secas, item.id);
  const { file } = await secas.send('2.golive');
  const seen = await dcc.inspect(file);
  expect(seen.ok && seen.value.marked).toEqual([]);
  await dcc.take(file);
  await isTakenOut(dcc, item);
  // The DCC passes it on, to somebody who never had the file.
  const third = await desk(join(folder, 'third'), 'Ofgem');
  await third.take((await dcc.send('3.golive', { full: true })).file);
  await isTakenOut(third, item);
  expect(await dcc.facts()).toEqual(await secas.facts());
});

it('its content is refused when it comes back, by hand and in a bundle', async () => {
  const { folder, secas, dcc, item, path } = await withLetter();
  const late = await desk(join(folder, 'late'), 'SECAS');
  await late.take((await dcc.send('2.golive', { full: true })).file);
  await purge(secas, item.id);
  await dcc.take((await secas.send('3.golive')).file);
  const again = { asOf: null, release: dcc.release.id, file: path, fields: { provider: 'DCC', title: 'x' } };
  expect((await dcc.refuses('evidence.add', again)).message).toContain(reason);
  // Somebody who has not heard of it yet still sends it.
  late.edit('evidence', item.id, { title: 'Late words' });
  await dcc.take((await late.send('4.golive', { full: true })).file);
  expect(isHere(dcc, item.sha256)).toBe(false);
});

it('is asked where it was not the sender’s, and takes out no other item’s file', async () => {
  const { folder, secas, dcc, item } = await withLetter();
  const other = inFolder(folder, 'exit.txt', 'All tests passed.');
  const add = { asOf: null, release: dcc.release.id, file: other, fields: { provider: 'DCC', title: 'Exit' } };
  const { changes } = await dcc.does('evidence.add', add);
  const kept = String(changes[0]?.record?.sha256);
  await secas.take((await dcc.send('2.golive')).file);
  // DCC takes out what SECAS provided.
  await purge(dcc, item.id, true);
  const { file } = await dcc.send('3.golive');
  const seen = await secas.inspect(file);
  expect(seen.ok && seen.value.marked).toContain('evidence:EV-001@1#purged');
  expect(isHere(secas, item.sha256)).toBe(true);
  await secas.take(file);
  expect([isHere(secas, item.sha256), isHere(secas, kept)]).toEqual([false, true]);
});

it('a removed item that is taken out afterwards stays removed in every store', async () => {
  const { secas, dcc, item } = await withLetter();
  secas.remove('evidence', item.id);
  // As after a restored backup: the list says so, and the history does not know of it yet.
  notePurged(secas.store.paths, { evidence: item.id, hashes: [item.sha256], reason });
  expect(applyPurges(secas.store.db, secas.store.paths, secas.context.stamps)).toBe(true);
  secas.context.cache.clear();
  await dcc.take((await secas.send('2.golive')).file);
  await secas.take((await dcc.send('2.golive')).file);
  for (const one of [secas, dcc]) {
    expect(await one.one('evidence', item.id)).toBeUndefined();
    expect(await one.does('store.check', {})).toMatchObject({ ok: true, problems: [] });
  }
  expect(isHere(dcc, item.sha256)).toBe(false);
});

it('nobody brings it back by a choice, and a bundle of before says nothing of it that stays', async () => {
  const { secas, dcc, item } = await withLetter();
  // The DCC, which has not heard of it, gives the file another name; so does SECAS, which then takes it out.
  dcc.edit('evidence', item.id, { file: 'Renamed letter.txt', title: 'Renamed letter of Zaphenath' });
  const { file } = await dcc.send('2.golive');
  secas.edit('evidence', item.id, { file: 'Our letter.txt', title: 'Our letter of Zaphenath' });
  await purge(secas, item.id);
  const seen = await secas.inspect(file);
  const open = seen.ok ? seen.value.plan.conflicts.map(({ record, field }) => `${record}#${field}`) : [];
  expect(open).toContain('evidence:EV-001@1#file');
  await secas.take(file, Object.fromEntries(open.map((name) => [name, 'theirs'] as const)));
  await isTakenOut(secas, item);
  expect(JSON.stringify(await secas.one('evidence', item.id))).not.toMatch(/Zaphenath|Renamed|Our letter/);
  // Both have taken it out by then, each what it knew of.
  await purge(dcc, item.id, true);
  await secas.take((await dcc.send('3.golive')).file);
  await dcc.take((await secas.send('3.golive')).file);
  await isTakenOut(secas, item);
  await isTakenOut(dcc, item);
  expect(await dcc.facts()).toEqual(await secas.facts());
});

it('a title that was written before its writer heard goes too, and so does a conflict that was met before', async () => {
  const { secas, dcc, item } = await withLetter();
  dcc.edit('evidence', item.id, { title: 'Renamed letter of Zaphenath' });
  const { file } = await dcc.send('2.golive');
  secas.edit('evidence', item.id, { title: 'Our letter of Zaphenath' });
  // The conflict stands on SECAS's list, with the words of both, before the item is taken out.
  await secas.take(file);
  await purge(secas, item.id);
  await isTakenOut(secas, item);
  dcc.edit('evidence', item.id, { title: 'Once more the letter of Zaphenath' });
  await secas.take((await dcc.send('3.golive')).file);
  await isTakenOut(secas, item);
  expect(await secas.one('evidence', item.id)).toMatchObject({ title: 'Taken out for good' });
});

it('nothing of it is left to settle, and settling it later is refused', async () => {
  const { secas, dcc, item } = await withLetter();
  dcc.edit('evidence', item.id, { file: 'Renamed letter of Zaphenath.txt', title: 'Renamed letter of Zaphenath' });
  const { file } = await dcc.send('2.golive');
  await purge(secas, item.id);
  // Nobody chooses when the bundle comes; somebody tries to, later.
  await secas.take(file);
  const conflicts = await secas.does('exchange.conflicts', { releaseId: secas.release.id });
  const fields = conflicts.map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(['file', 'title']));
  expect(conflicts.filter(({ isOpen }) => isOpen)).toEqual([]);
  for (const { number } of conflicts.filter(({ field }) => field === 'file' || field === 'title')) {
    const asked = { asOf: null, releaseId: secas.release.id, number, choice: 'theirs' as const };
    expect((await secas.refuses('exchange.settle', asked)).message).toContain('was taken out for good');
  }
  await isTakenOut(secas, item);
});

it('is told before and after it is taken, is no choice, and is taken back by nothing', async () => {
  const { secas, dcc, item } = await withLetter();
  dcc.edit('evidence', item.id, { status: 'submitted' });
  await purge(secas, item.id);
  const { file } = await secas.send('2.golive');
  const told = [
    { record: 'evidence:EV-001@1', reason, sentence: expect.stringMatching(/^EV-001@1 goes for good, .*\.$/) },
  ];
  const seen = await dcc.inspect(file);
  if (!seen.ok) throw new Error(seen.error.message);
  expect(seen.value.purged).toEqual(told);
  expect(JSON.stringify(seen.value.purged)).not.toContain('Zaphenath');
  expect(seen.value.plan.conflicts).toEqual([]);
  const chosen = await dcc.apply(file, { 'evidence:EV-001@1#status': 'mine' });
  expect(chosen).toMatchObject({ ok: false, error: { where: 'evidence:EV-001@1#status' } });
  const { purged, entry, through } = await dcc.take(file);
  expect(purged).toEqual(told);
  await isTakenOut(dcc, item);
  await expect(dcc.undo(Number(entry), Number(through))).rejects.toThrow('EV-001@1 was taken out for good, so ');
  await isTakenOut(dcc, item);
});

it('tells on both sides that an acceptance was of something else than what stands after the join', async () => {
  const { secas, dcc, item } = await withLetter();
  secas.edit('evidence', item.id, { status: 'submitted', criteria: ['AC-01'] });
  await dcc.take((await secas.send('2.golive')).file);
  await secas.take((await dcc.send('2.golive', { type: 'receipt' })).file);
  secas.edit('evidence', item.id, { status: 'accepted' });
  dcc.edit('evidence', item.id, { criteria: ['AC-01', 'AC-02'] });
  const [theirs, ours] = [(await dcc.send('3.golive')).file, (await secas.send('3.golive')).file];
  const told = [
    {
      record: 'evidence:EV-001@1',
      differs: ['criteria'],
      sentence: 'EV-001@1 is submitted again: what was accepted of it had other criteria.',
    },
  ];
  for (const [one, file] of [
    [secas, theirs],
    [dcc, ours],
  ] as const) {
    const seen = await one.inspect(file);
    expect(seen.ok && seen.value.submittedAgain).toEqual(told);
    expect((await one.take(file)).submittedAgain).toEqual(told);
    expect(await one.one('evidence', item.id)).toMatchObject({ status: 'submitted' });
  }
});
