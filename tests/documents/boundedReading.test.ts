import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPages } from '../../electron/documents/reading/readPages.ts';
import { factsWith } from '../fixtures/facts.ts';
import { randomFrom } from '../fuzz/mutate.ts';
import { makeOther, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';
import { pdfBombs, pdfOf, pngBombs, pngOf } from './pdfBombs.ts';

const pdf = 'application/pdf';
const tooMuch = 'showing its pages takes more work than a file of its size may';

/*
 * Without a bound that counts, most of these never end or take all memory: that they end at all is what is shown. No clock
 * is asked, here or there.
 */
describe('a file made to keep its reader busy is replaced by a page that says so', () => {
  it.each(Object.entries(pdfBombs))('%s', async (name, make) => {
    const reason =
      name === 'a tree of pages that doubles at each branch' ? 'the PDF has more than 2000 pages' : tooMuch;
    expect(await readPages(make(), pdf)).toEqual({ kind: 'replaced', pages: 1, reason });
  });

  it.each(Object.entries(pngBombs))('%s', async (_, { content, reason }) => {
    expect(await readPages(content(), 'image/png')).toEqual({ kind: 'replaced', pages: 1, reason });
  });

  it('as it does in a whole pack, which is verified byte for byte', async () => {
    const files: Readonly<Record<string, Buffer>> = {
      'EV-001@1': pdfBombs['a tree of pages that doubles at each branch']?.() ?? Buffer.alloc(0),
      'EV-002@1': pdfBombs['a table of references that calls itself endless']?.() ?? Buffer.alloc(0),
      'EV-003@1': readFileSync(fileURLToPath(new URL('../fixtures/inputs/narrow-page.pdf', import.meta.url))),
    };
    const facts = factsWith({
      criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'] }],
      evidence: Object.keys(files).map((key) => ({
        reference: key.slice(0, 6),
        title: 'Foreign',
        criteria: ['AC-01'],
        status: 'accepted' as const,
        file: `${key}.pdf`,
      })),
    });
    const contentOf = (key: string) => files[key] ?? new Uint8Array(0);
    const { file } = await makeOther(scratchFolder(), 'bombs', facts, (all) => all, { edition: 'reading' }, contentOf);
    const pages = (await textOf(file)).join('\n').replace(/\s+/g, ' ');
    expect(pages).toContain('The pages of this file cannot be shown here: the PDF has more than 2000 pages.');
    expect(pages).toContain(`The pages of this file cannot be shown here: ${tooMuch}.`);
    expect(pages).toContain('EV-003@1 · page 1 of 1');
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

describe('a file that is only large is shown', () => {
  it('of a thousand pages, in packed objects', async () => {
    const document = await PDFDocument.create();
    for (let at = 0; at < 1000; at += 1) document.addPage([300, 400]).drawText(`Page ${at + 1}`, { x: 20, y: 20 });
    expect(await readPages(await document.save(), pdf)).toMatchObject({ kind: 'pdf', pages: 1000 });
  });

  it('of a thousand pages and twenty megabytes', async () => {
    const document = await PDFDocument.create();
    const random = randomFrom(3);
    for (let at = 0; at < 1000; at += 1) {
      // Noise as a comment of the page: it cannot be packed, and is read as any drawing is.
      const noise = Array.from({ length: 3500 }, () => Math.floor(random() * 2 ** 31).toString(36)).join('');
      const content = document.context.stream(`%${noise}\n0 0 300 400 re f`);
      document.addPage([300, 400]).node.set(PDFName.of('Contents'), document.context.register(content));
    }
    const file = await document.save();
    expect(file.length).toBeGreaterThan(20_000_000);
    expect(await readPages(file, pdf)).toMatchObject({ kind: 'pdf', pages: 1000 });
  });

  it('of fifty thousand objects', async () => {
    const kids = Array.from({ length: 200 }, (_, at) => `${at + 3} 0 R`).join(' ');
    const many = Array.from({ length: 50_000 }, (_, at) => `<< /Value ${at} /Next [${at + 1} 0 R (words)] >>`);
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>';
    const tree = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 200 >>`];
    const content = pdfOf([...tree, ...Array.from({ length: 200 }, () => page), ...many]);
    expect(await readPages(content, pdf)).toMatchObject({ kind: 'pdf', pages: 200 });
  });

  it('a picture of twelve million pixels', async () => {
    const pixels = deflateSync(Buffer.alloc(3000 * (4000 * 4 + 1)));
    expect(await readPages(pngOf(4000, 3000, pixels), 'image/png')).toMatchObject({ kind: 'picture' });
  });
});
