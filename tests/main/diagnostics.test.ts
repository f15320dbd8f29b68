import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnosticsText, readLogLines } from '../../electron/main/diagnostics.ts';
import { logBug, readLog, startLog } from '../../electron/main/log.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const word = 'Zqxwv';
const versions = { app: '1.2.3', Node: '24.0.0' };
const ownFiles = new Set(['index.js', 'engine.js']);

/** Every text of the sample with a word of its own in it, but for dates, references and the words that the app chose. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(' ') ? `${word} ${value}` : value;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (name === 'file' ? [] : [[name, marked(inner)]])),
  );
}

it('holds no text, name or path of the person’s, whatever store, folder and log are full of', async () => {
  const folder = join(scratchFolder(), `${word} folder`);
  const { does } = testEngine(join(folder, 'store'));
  const textOf = async () =>
    diagnosticsText({ versions, store: await does('store.diagnostics', {}), log: readLogLines(readLog(), ownFiles) });
  const sample = JSON.parse(readFileSync(sampleFile, 'utf8')) as object;
  startLog(folder);
  const empty = await textOf();
  const file = join(folder, 'release.json');
  writeFileSync(file, JSON.stringify(marked(sample)));
  await does('release.import', { file, replace: false });
  await does('profile.save', { name: `${word} Person`, organisation: 'SECAS', role: 'releaseManager' });
  writeFileSync(join(folder, `${word}.txt`), `${word} in the file`);
  await does('evidence.add', {
    asOf: null,
    release: `${word} November 2021 SEC Release`,
    file: join(folder, `${word}.txt`),
    fields: { provider: 'DCC', title: `${word} title` },
  });
  const second = join(folder, `${word} second`);
  mkdirSync(second);
  await does('store.keepElsewhere', { folder: second });
  await does('store.backupElsewhere', {});
  await does('store.testRestore', {});
  await does('store.check', {});
  const error = new TypeError(`cannot read ${word} of ${folder}`);
  error.stack = [
    `TypeError: cannot read ${word} of ${folder}`,
    `    at ${word}Function (file:///${folder}/out/app/main/index.js:10:20)`,
    `    at other (file:///${folder}/${word}.js:1:2)`,
    `    at third (${folder}\\engine.js:3:4)`,
    `[2026-01-01 00:00:00.000] [error]  [deadbeef] ${word}Error: ${second}`,
  ].join('\n');
  logBug(error, '0a1b2c3d');
  const text = await textOf();
  expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  expect(text).not.toContain(folder);
  expect(text).toMatch(/0a1b2c3d TypeError at index\.js:10:20, engine\.js:3:4/);
  expect(text).toMatch(/deadbeef Failure/);
  expect(text).toMatch(/releases: 1, .*criterion 7,/);
  // Line by line it is what it is for an empty store, but for numbers, instants and the failures.
  const shape = (all: string) =>
    all
      .slice(0, all.indexOf('Failures'))
      .replace(/\d[\d:.TZ-]*(, problems: \d+)?|never|none/g, '#')
      .split('\n');
  expect(shape(text)).toEqual(shape(empty));
});

it('says where a store did not answer', () => {
  expect(diagnosticsText({ versions, store: null, log: [] })).toMatch(/Store\n {2}it did not answer/);
});
