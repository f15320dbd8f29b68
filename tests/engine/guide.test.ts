import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { guide } from '../../shared/domain/guide/guide.ts';
import { guidePictures } from '../../shared/domain/guide/guidePage.ts';
import { openFile, readTree, walk } from '../documents/readStructure.ts';
import { testEngine } from '../support/engine.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A picture as large as the window's, all of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it('is one page for each person and task, tagged, with its pictures told in words, and the same bytes each time', async () => {
  const folder = scratchFolder();
  const { does, refuses } = testEngine(join(folder, 'store'));
  const pictures = join(folder, 'pictures');
  mkdirSync(pictures);
  for (const name of guidePictures) writeFileSync(join(pictures, `${name}.png`), png(1280, 800));
  const [out, again, bare] = ['guide.pdf', 'again.pdf', 'bare.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  expect(await does('guide.export', { out, pictures })).toMatchObject({ pages: 6, pictures: 5 });
  await does('guide.export', { out: again, pictures });
  expect(readFileSync(again).equals(readFileSync(out))).toBe(true);

  const file = readFileSync(out);
  const pages = await readPages(new Uint8Array(file));
  for (const [at, { title, parts }] of guide.entries()) {
    expect(pages[at + 1]).toContain(title);
    for (const part of parts) expect(pages[at + 1]).toContain(part.title);
  }
  expect(pages[1]).toContain('(the Release Implementation Document');
  const nodes = [...walk(readTree(await openFile(file)))].map(([node]) => node);
  expect(nodes.filter(({ role }) => role === 'H2')).toHaveLength(5);
  const figures = nodes.filter(({ role }) => role === 'Figure').map(({ alt }) => alt);
  expect(figures).toEqual(guide.map(({ picture }) => picture.alt));

  // Without pictures the words say it all.
  expect(await does('guide.export', { out: bare, pictures: join(folder, 'none') })).toMatchObject({
    pages: 6,
    pictures: 0,
  });
  expect((await refuses('guide.export', { out: folder, pictures })).kind).toBe('invalidInput');
});

it('is written from the terminal, where there is no store too', () => {
  const folder = scratchFolder();
  const out = join(folder, 'guide.pdf');
  const run = golive(join(folder, 'store'), '--json', 'guide', '--out', out);
  expect(run.code, run.err).toBe(0);
  expect(run.json()).toMatchObject({ file: out, pages: 6 });
});
