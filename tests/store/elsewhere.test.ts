import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { inTransaction } from '../../electron/store/db.ts';
import { renewStore } from '../../electron/store/formerIds.ts';
import { type CalendarDate, calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inFolder } from '../support/previewFiles.ts';

/** A store with one file in it and a second folder, on a day that the test turns. */
async function withSecondFolder() {
  let today = calendarDate('2026-05-01');
  const test = await evidenceStore({ today: () => today });
  const { id } = await test.add(inFolder(test.folder, 'report.txt', 'All tests passed.'));
  const second = join(test.folder, 'second');
  mkdirSync(second);
  const { does } = test;
  await does('store.keepElsewhere', { folder: second });
  const on = (day: CalendarDate) => {
    today = day;
  };
  const elsewhere = async () => (await does('store.health', {})).elsewhere;
  const databases = () => readdirSync(second).filter((name) => name.endsWith('.sqlite'));
  const [sha256 = ''] = test.kept().map(({ name }) => name);
  const purge = () => does('evidence.purge', { asOf: null, id, reason: 'It held names.' });
  return { ...test, second, on, elsewhere, databases, sha256, purge };
}

it('is made once a day, whole, and kept for a week beside whatever else lies in the folder', async () => {
  const { does, second, on, elsewhere, databases, sha256 } = await withSecondFolder();
  expect(await elsewhere()).toMatchObject({ name: 'second', last: null, problem: null, isDue: true, isTestDue: false });
  expect(await does('store.backupElsewhere', {})).toEqual({ made: true, lost: 0 });
  expect(await does('store.backupElsewhere', {})).toEqual({ made: false, lost: 0 });
  expect(await elsewhere()).toMatchObject({ last: { lost: 0 }, isDue: false, isTestDue: true });
  writeFileSync(join(second, 'SEC Go-Live of ours.sqlite'), 'not ours to touch');
  for (let day = 2; day <= 10; day += 1) {
    on(calendarDate(`2026-05-${String(day).padStart(2, '0')}`));
    expect(await does('store.backupElsewhere', {})).toEqual({ made: true, lost: 0 });
  }
  expect(databases()).toHaveLength(8);
  const own = databases().filter((name) => name.includes('2026-05'));
  expect(own.map((name) => name.slice(-17)).sort()).toEqual(
    [4, 5, 6, 7, 8, 9, 10].map((day) => `2026-05-${String(day).padStart(2, '0')}.sqlite`),
  );
  // Each is whole by itself; what the one before holds is the same file on the disk.
  const files = own.map((name) => attachmentPath(join(second, `${name}.files`), sha256));
  expect(new Set(files.map((file) => statSync(file).ino)).size).toBe(1);
});

it('is restored beside the store once a year, and what is wrong with it is said until a newer one is sound', async () => {
  const { does, second, on, elsewhere, databases, sha256, folder } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  expect(await does('store.testRestore', {})).toEqual({ problems: [] });
  expect(await elsewhere()).toMatchObject({ tested: { problems: [] }, isTestDue: false });
  expect(readdirSync(join(folder, 'store')).filter((name) => name.includes('partial'))).toEqual([]);
  on(calendarDate('2027-04-30'));
  expect(await elsewhere()).toMatchObject({ isTestDue: false });
  on(calendarDate('2027-05-01'));
  expect(await elsewhere()).toMatchObject({ isTestDue: true });
  const [backup = ''] = databases();
  rmSync(attachmentPath(join(second, `${backup}.files`), sha256));
  const { problems } = await does('store.testRestore', {});
  expect(problems).toEqual([expect.stringContaining(sha256.slice(0, 8))]);
  expect(await elsewhere()).toMatchObject({ tested: { problems }, isTestDue: false });
  await does('store.backupElsewhere', {});
  expect(await elsewhere()).toMatchObject({ isTestDue: true });
  expect(await does('store.testRestore', {})).toEqual({ problems: [] });
  // Nothing of it touched the store.
  expect(await does('store.check', {})).toEqual({ ok: true, problems: [] });
});

it('says what is wrong with its folder until a backup can be made again', async () => {
  const { does, refuses, second, on, elsewhere, folder } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  on(plusDays(calendarDate('2026-05-01'), 1));
  rmSync(second, { recursive: true });
  expect((await refuses('store.backupElsewhere', {})).message).toMatch(/is not there; connect its disk, or choose/);
  expect((await elsewhere())?.problem).toMatch(/is not there/);
  writeFileSync(second, 'a file where the folder should be');
  expect((await refuses('store.backupElsewhere', {})).message).toMatch(/is not there/);
  rmSync(second);
  mkdirSync(second);
  expect(await does('store.backupElsewhere', {})).toEqual({ made: true, lost: 0 });
  expect((await elsewhere())?.problem).toBeNull();
  expect(await refuses('store.keepElsewhere', { folder: join(folder, 'store') })).toMatchObject({
    kind: 'invalidInput',
  });
  await does('store.keepElsewhere', { folder: null });
  expect(await elsewhere()).toBeNull();
  expect(await does('store.backupElsewhere', {})).toEqual({ made: false, lost: 0 });
  expect(existsSync(second)).toBe(true);
});

it('holds nothing of a file that was taken out for good, in no day’s backup', async () => {
  const { does, second, on, databases, sha256, purge } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  on(calendarDate('2026-05-02'));
  await does('store.backupElsewhere', {});
  const { places } = await purge();
  expect(places.filter(({ place }) => /2026-05-0[12]/.test(place)).map(({ done }) => done)).toEqual([true, true]);
  on(calendarDate('2026-05-03'));
  await does('store.backupElsewhere', {});
  const held = databases().map((name) => existsSync(attachmentPath(join(second, `${name}.files`), sha256)));
  expect(held).toEqual([false, false, false]);
  for (const name of databases()) expect(readFileSync(join(second, name)).includes('report.txt'), name).toBe(false);
  expect(await does('store.testRestore', {})).toEqual({ problems: [] });
});

it('says of a purge that it did not reach a folder that is not there, and links nothing of it later', async () => {
  const { does, second, on, databases, sha256, purge } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  renameSync(second, `${second} away`);
  const { places } = await purge();
  expect(JSON.stringify(places)).toContain('The second folder');
  renameSync(`${second} away`, second);
  on(calendarDate('2026-05-02'));
  await does('store.backupElsewhere', {});
  const held = databases().map((name) => existsSync(attachmentPath(join(second, `${name}.files`), sha256)));
  expect(held).toEqual([true, false]);
});

it('is whole where an older one cannot be removed, which goes another day', async () => {
  const { does, second, on, databases, sha256 } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  const [first = ''] = databases();
  // Nothing removes a folder as if it were a file.
  rmSync(join(second, first));
  mkdirSync(join(second, first));
  for (let day = 2; day <= 9; day += 1) {
    on(calendarDate(`2026-05-0${day}`));
    expect(await does('store.backupElsewhere', {})).toEqual({ made: true, lost: 0 });
  }
  const newest = databases().find((name) => name.includes('2026-05-09'));
  expect(existsSync(attachmentPath(join(second, `${newest}.files`), sha256))).toBe(true);
  expect(databases()).toHaveLength(8);
});

it('still counts as one of this store’s after the store goes on under another id', async () => {
  const { does, engine, on, databases } = await withSecondFolder();
  await does('store.backupElsewhere', {});
  const store = engine.openedStore();
  if (!store) throw new Error('The store is not open');
  inTransaction(store.db, (db) =>
    renewStore(db, '0190aaaa-0000-7000-8000-000000000001', { isSure: true, isGone: true }),
  );
  for (let day = 2; day <= 9; day += 1) {
    on(calendarDate(`2026-05-0${day}`));
    await does('store.backupElsewhere', {});
  }
  expect(databases()).toHaveLength(7);
  expect(databases().filter((name) => name.includes('2026-05-01'))).toEqual([]);
});
