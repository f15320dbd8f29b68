import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { findRepeatedKey } from '../../electron/engine/repeatedKey.ts';
import { testEngine } from '../support/engine.ts';
import fc from '../support/properties.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2026 SEC Release';
const id = '0195c000-0000-7000-8000-0000000000aa';

function withStore() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const engine = testEngine(store);
  const write = (release: object) => {
    const file = join(folder, 'release.json');
    writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, release }));
    return file;
  };
  const take = (release: object, replace = false) => engine.does('release.import', { file: write(release), replace });
  const refused = async (release: object, replace = false) =>
    engine.refuses('release.import', { file: write(release), replace });
  const names = async () => (await engine.does('release.list', {})).map((one) => one.name).sort();
  return { ...engine, store, take, refused, names };
}

it('tells that a file is of a release here by its id, under whichever name, and what replacing does to it', async () => {
  const { take, refused, names } = withStore();
  await take({ id, name });
  expect(await refused({ id, name: 'Other' })).toEqual({
    kind: 'conflict',
    message: `In release.json, release.id is that of “${name}”, so it is that release under the name “Other”; replace it, which renames it (--replace in a terminal), or take every id out of the file to make a release of its own.`,
    where: 'release.id',
  });
  expect(await refused({ id, name })).toMatchObject({ where: 'release.name' });
  expect(await refused({ name: name.toUpperCase() })).toMatchObject({
    message: expect.stringContaining(`There is already a release named “${name}”`),
  });
  await take({ id, name: 'Other' }, true);
  expect(await names()).toEqual(['Other']);
});

it('replaces nothing by a file that has the id of one release and the name of another', async () => {
  const { take, refused, names } = withStore();
  await take({ id, name });
  await take({ name: 'Other' });
  for (const replace of [false, true])
    expect(await refused({ id, name: 'Other' }, replace)).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(`release.id is that of “${name}” and release.name that of another release`),
      where: 'release',
    });
  expect(await names()).toEqual([name, 'Other']);
});

it('gives no release the name of another in other capitals, by whichever way, and tells two apart that have it from before', async () => {
  const { take, does, refuses, store } = withStore();
  await take({ id, name });
  const other = await take({ name: 'Other' });
  const rename = (to: string) => ({ asOf: null, kind: 'release', id: other.id, fields: { name: to } });
  const taken = { kind: 'conflict', message: expect.stringContaining(`already a release named “${name}”`) };
  expect(await refuses('record.edit', rename(name.toLowerCase()))).toMatchObject(taken);
  const made = { name: ` ${name.toUpperCase()}`, kind: 'system', slot: null, adHocReason: null, approvedDate: null };
  expect(await refuses('release.create', made)).toMatchObject(taken);
  await does('record.edit', { asOf: null, kind: 'release', id: other.id, fields: { name: 'OTHER' } });
  const db = new Database(join(store, 'store.sqlite'));
  db.prepare('UPDATE release SET name = ? WHERE id = ?').run(name.toUpperCase(), other.id);
  db.close();
  expect((await refuses('release.open', { release: name.toLowerCase(), asOf: null })).message).toBe(
    `2 releases here are called “${name.toLowerCase()}” but for capitals: “${name.toUpperCase()}” and “${name}”; write the one you mean as it stands.`,
  );
  expect(await does('release.open', { release: name.toUpperCase(), asOf: null })).toMatchObject({ id: other.id });
});

it('takes names that nobody can tell apart for one, and tells two apart by their ids that have them from before', async () => {
  const { take, refused, does, refuses, store } = withStore();
  const first = await take({ name: 'Caf\u00e9 release' });
  for (const alike of [
    'Cafe\u0301 release',
    'Caf\u00e9\u00a0release',
    'CAF\u00c9  release ',
    'Caf\u00e9\u200b release',
  ])
    expect(await refused({ name: alike })).toMatchObject({ kind: 'conflict', where: 'release.name' });
  expect(await does('release.open', { release: 'cafe\u0301 release', asOf: null })).toMatchObject({ id: first.id });
  const other = await take({ name: 'Other' });
  const db = new Database(join(store, 'store.sqlite'));
  db.prepare('UPDATE release SET name = ? WHERE id = ?').run('Cafe\u0301 release', other.id);
  db.close();
  const { message } = await refuses('release.open', { release: 'CAF\u00c9 release', asOf: null });
  expect(message).toMatch(/^2 releases here .* look alike; name one by its id: /);
  for (const one of [first.id, other.id]) expect(message).toContain(one);
});

it.each([
  ['criteria', '{"criteria":[{"reference":"AC-01"}],\n "criteria":[]}', 'line 2, column 2'],
  ['criteria[1].due', '{"criteria":[{"due":null},{"due":null,"text":"\\"}","due":null}]}', 'line 1, column 52'],
  ['release.name', '{"release":{"name":"a","n\\u0061me":"b"}}', 'line 1, column 24'],
])('refuses a file that states %s twice, and says where', async (where, body, place) => {
  const { refuses } = withStore();
  const file = join(scratchFolder(), 'twice.json');
  writeFileSync(file, body);
  expect(await refuses('release.import', { file, replace: false })).toEqual({
    kind: 'invalidInput',
    message: `In twice.json, ${where} is stated twice, the second time (${place}), and only one of the two can be taken; make one of them.`,
    where,
  });
  expect(readFileSync(file, 'utf8')).toBe(body);
});

it('finds no key twice in what was written from a value, however deep, and finds one that is put in again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, key) => {
      expect(findRepeatedKey(JSON.stringify(value, null, 1))).toBeNull();
      const twice = `[1,{${JSON.stringify(key)}:${JSON.stringify(value)},${JSON.stringify(key)}:0}]`;
      expect(findRepeatedKey(twice)?.path).toBe(`[1].${key}`);
    }),
  );
  expect(findRepeatedKey(`${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`)).toBeNull();
});
