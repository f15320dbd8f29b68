import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { extractPack } from '../../electron/documents/extractPack.ts';
import { isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';
import { factsWith } from '../fixtures/facts.ts';
import { makePack, quiet, scratchFolder, succeeded } from './packs.ts';

const folder = scratchFolder();

function emptyFolder(name: string): string {
  const out = join(folder, name);
  mkdirSync(out);
  return out;
}

it('writes every attachment as it went in', async () => {
  const facts = factsWith({
    evidence: [{ reference: 'EV-001', title: 'Report', status: 'accepted', file: 'été.pdf' }],
  });
  const pack = await makePack(folder, 'pack', facts, { contentOf: () => Buffer.from('The report itself.') });
  const out = emptyFolder('out');
  const { files } = succeeded(await extractPack({ file: pack.file, out }, quiet));
  expect([...files].sort()).toEqual(['EV-001@1 été.pdf', 'manifest.json', 'snapshot.json']);
  expect(readFileSync(join(out, 'EV-001@1 été.pdf'), 'utf8')).toBe('The report itself.');
  expect(JSON.parse(readFileSync(join(out, 'snapshot.json'), 'utf8')).format).toBe('sec-golive/snapshot');
});

it('never writes outside the folder, nor a name that Windows does not take, whatever an attachment is called', async () => {
  const document = await PDFDocument.create();
  document.addPage();
  const outside = ['../escaped.txt', '/etc/escaped', '..\\escaped', '..', 'a\u0000b', 'twin', 'twin ', 'TWIN'];
  const ofWindows = ['CON', 'aux.txt', 'COM¹.txt', 'dot.', 'dots. .', 'C:drive', `${'x'.repeat(238)}. y`];
  const names = [...outside, ...ofWindows];
  for (const name of names) {
    await document.attach(Buffer.from(`Content of ${name}`), name);
  }
  const file = join(folder, 'hostile.pdf');
  writeFileSync(file, await document.save());
  const out = emptyFolder('hostile');
  const { files } = succeeded(await extractPack({ file, out }, quiet));
  expect(readdirSync(out).sort()).toEqual([...files].sort());
  expect(files).toHaveLength(names.length);
  expect(files.filter((name) => isDeviceName(name) || withoutEndDots(name) !== name)).toEqual([]);
  expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(existsSync(join(folder, 'escaped.txt'))).toBe(false);
});

it('replaces no file of another content, and says which', async () => {
  const pack = await makePack(folder, 'again', factsWith());
  const out = emptyFolder('occupied');
  writeFileSync(join(out, 'snapshot.json'), 'mine');
  const result = await extractPack({ file: pack.file, out }, quiet);
  expect(result).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  expect(readFileSync(join(out, 'snapshot.json'), 'utf8')).toBe('mine');
});

it('says so of a folder that has the name of what it holds', async () => {
  const pack = await makePack(folder, 'folders', factsWith());
  const out = emptyFolder('with folders');
  mkdirSync(join(out, 'snapshot.json'));
  const result = await extractPack({ file: pack.file, out }, quiet);
  expect(result).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  expect(readdirSync(out)).toContain('snapshot.json');
});

it('refuses a file that is not a pack in one sentence', async () => {
  const file = join(folder, 'note.txt');
  writeFileSync(file, 'Just a note');
  expect(await extractPack({ file, out: emptyFolder('note') }, quiet)).toMatchObject({
    ok: false,
    error: { kind: 'invalidInput', message: 'This is not a PDF file.' },
  });
});
