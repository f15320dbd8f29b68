import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineMethods, type MethodName } from '../../shared/contract/engineMethods.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { withFittingInputs } from '../support/fittingInputs.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';
const takes = (field: string) =>
  (Object.keys(engineMethods) as MethodName[]).filter((name) =>
    Object.hasOwn((engineMethods[name].input as { readonly shape?: object }).shape ?? {}, field),
  );
/** Everything in a folder, by name, with what is in it. */
const contentOf = (folder: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .sort()
    .filter((name) => lstatSync(join(folder, name)).isFile() && !/store\.sqlite-/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'base64')]);

async function withSample() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const test = testEngine(store);
  await test.does('release.import', { file: sampleFile, replace: false });
  return { folder, store, ...test };
}

describe('a file that is to be written', () => {
  it.each(takes('out'))('is refused where the store keeps its own, by whatever path: %s', async (method) => {
    const folder = scratchFolder();
    const { inputs, refuses } = await withFittingInputs(folder, method);
    const [input] = fc.sample(inputs, { numRuns: 1, seed: 7 }) as [object];
    const store = join(folder, 'store');
    mkdirSync(join(store, 'own'));
    symlinkSync(store, join(folder, 'linked'));
    symlinkSync(join(store, 'store.sqlite'), join(folder, 'link.csv'));
    symlinkSync(join(store, 'previews', 'nothing yet.csv'), join(folder, 'dangling.csv'));
    const before = contentOf(store);
    const places = [
      'store/store.sqlite',
      'store/private.key',
      'store/store.sqlite-wal',
      'store/Files/new.csv',
      'store',
    ];
    const others = ['linked/files/no/such/new.csv', 'linked/own/../files/new.csv', 'link.csv', 'dangling.csv'];
    for (const place of [...places, ...others]) {
      const out = join(folder, 'x').replace(/x$/, place);
      const told = await refuses(method, { ...input, out });
      expect(told, place).toMatchObject({ kind: 'invalidInput', where: out });
      expect(told.message, place).toContain(`${out} is the store's own (${store})`);
    }
    expect(contentOf(store)).toEqual(before);
  });

  it.each(takes('folder'))('nor is the store’s own folder taken for one to write into: %s', async (method) => {
    const folder = scratchFolder();
    const { inputs, refuses } = await withFittingInputs(folder, method);
    const [input] = fc.sample(inputs, { numRuns: 1, seed: 7 }) as [object];
    symlinkSync(join(folder, 'store', 'files'), join(folder, 'linked'));
    for (const place of [join(folder, 'store'), join(folder, 'linked')]) {
      const told = await refuses(method, { ...input, folder: place });
      expect(told.message).toContain(`${place} is the store's own`);
    }
  });

  it.each(takes('out').filter((method) => method !== 'pack.extract'))('is no folder: %s', async (method) => {
    const folder = scratchFolder();
    const { inputs, refuses } = await withFittingInputs(folder, method);
    const [input] = fc.sample(inputs, { numRuns: 1, seed: 7 }) as [object];
    const out = join(folder, 'a folder.csv');
    mkdirSync(out);
    const told = await refuses(method, { ...input, out });
    expect(told).toMatchObject({ kind: 'invalidInput', where: out });
    expect(told.message).toBe(`${out} is a folder; name the file to write.`);
    expect(readdirSync(out)).toEqual([]);
  });

  it('may lie beside what the store keeps', async () => {
    const { store, does } = await withSample();
    const out = join(store, 'dates.ics');
    await does('calendar.export', { release: null, out, asOf: null });
    expect(readFileSync(out, 'utf8')).toContain('BEGIN:VCALENDAR');
    expect((await does('store.check', {})).problems).toEqual([]);
  });

  it('is refused where the folder beside it is the store', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'a.json.files'));
    await does('release.import', { file: sampleFile, replace: false });
    await refuses('release.export', { release, out: join(folder, 'a.json') });
    expect(existsSync(join(folder, 'a.json'))).toBe(false);
  });

  it('may be a backup in the store’s folder for backups, and nothing else there', async () => {
    const { store, does, refuses } = await withSample();
    mkdirSync(join(store, 'backups'), { recursive: true });
    await does('store.backup', { out: join(store, 'backups', 'by hand.sqlite') });
    await refuses('store.backup', { out: join(store, 'backups') });
    await refuses('calendar.export', { release: null, out: join(store, 'backups', 'by hand.sqlite'), asOf: null });
  });

  it('is refused where a pipe stands, which stays', async () => {
    const { folder, refuses } = await withSample();
    const out = join(folder, 'pipe.csv');
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', out]).status).toBe(0);
    symlinkSync(out, join(folder, 'to the pipe.csv'));
    for (const place of [out, join(folder, 'to the pipe.csv')]) {
      const told = await refuses('table.export', { release, table: 'criteria', out: place, asOf: null });
      expect(told).toMatchObject({ kind: 'invalidInput', where: place });
      expect(told.message).toMatch(/is a device, a pipe or a socket, no file; name a file to write\.$/);
    }
    expect(lstatSync(out).isFIFO()).toBe(true);
  });

  it('is the file behind a link, be it there or not; the link stays', async () => {
    const { folder, does } = await withSample();
    mkdirSync(join(folder, 'elsewhere'));
    const behind = join(folder, 'elsewhere', 'dates.ics');
    symlinkSync('elsewhere/dates.ics', join(folder, 'one.ics'));
    symlinkSync('one.ics', join(folder, 'two.ics'));
    for (const was of [null, 'as it was']) {
      if (was !== null) writeFileSync(behind, was);
      const { file } = await does('calendar.export', { release: null, out: join(folder, 'two.ics'), asOf: null });
      expect(file).toBe(behind);
      expect(readFileSync(behind, 'utf8')).toContain('BEGIN:VCALENDAR');
      expect(lstatSync(join(folder, 'two.ics')).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(folder, 'one.ics')).isSymbolicLink()).toBe(true);
      renameSync(behind, `${behind}.before`);
    }
  });

  it('is refused behind links that lead in a circle', async () => {
    const { folder, refuses } = await withSample();
    symlinkSync('two.ics', join(folder, 'one.ics'));
    symlinkSync('one.ics', join(folder, 'two.ics'));
    const told = await refuses('calendar.export', { release: null, out: join(folder, 'one.ics'), asOf: null });
    expect(told.message).toMatch(/is a link that leads in a circle; name another file\.$/);
  });

  it('takes the place of one name of a file that the store has too, and not of the store’s', async () => {
    const { folder, store, does } = await withSample();
    const out = join(folder, 'dates.ics');
    linkSync(join(store, 'store.sqlite'), out);
    await does('calendar.export', { release: null, out, asOf: null });
    expect(readFileSync(join(store, 'store.sqlite')).subarray(0, 6).toString()).toBe('SQLite');
  });
});
