import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { degrees, type PDFDict, PDFDocument, PDFName, PDFNumber, type PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { orientationOf } from '../../electron/documents/reading/exif.ts';
import { factsWith } from '../fixtures/facts.ts';
import { makeOther, textOf } from './otherFiles.ts';
import { scratchFolder, verify } from './packs.ts';

/** The corpus of other people's files (`../fixtures/inputs`); of its PDFs and pictures, what the reading copy is to show. */
const inputs = fileURLToPath(new URL('../fixtures/inputs/', import.meta.url));
const ending = '.expected.json';
interface PagesExpectation {
  readonly pages: number;
  /** Words that the pages hold, besides the foot. */
  readonly words: readonly string[];
}
const expected = readdirSync(inputs)
  .filter((name) => name.endsWith(ending))
  .map((name) => ({
    name: name.slice(0, -ending.length),
    want: JSON.parse(readFileSync(join(inputs, name), 'utf8')) as { readonly reading?: PagesExpectation },
  }))
  .filter(({ want }) => want.reading !== undefined);

async function readingCopyOf(name: string, content: Uint8Array) {
  const facts = factsWith({
    criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'] }],
    evidence: [{ reference: 'EV-001', title: 'Foreign', criteria: ['AC-01'], status: 'accepted', file: name }],
  });
  const { file } = await makeOther(
    scratchFolder(),
    'foreign',
    facts,
    (whole) => whole,
    { edition: 'reading' },
    () => content,
  );
  const pages = await textOf(file);
  return { file, pages: pages.filter((page) => page.includes('EV-001@1 · page')) };
}

describe('a foreign file becomes pages of the reading copy, or a page in their place', () => {
  it.each(expected)('$name', async ({ name, want }) => {
    const { file, pages } = await readingCopyOf(name, readFileSync(join(inputs, name)));
    expect(pages).toHaveLength(want.reading?.pages ?? 0);
    for (const word of want.reading?.words ?? []) expect(pages.join('\n')).toContain(word);
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });

  it.each([0, 90, 180, 270])(
    'a page of any size and unit, turned by %i degrees, has a foot that can be read',
    async (turn) => {
      const document = await PDFDocument.create();
      for (const [width, height, unit] of [
        [1, 1, 1],
        [45, 300, 1],
        [300, 3, 1],
        [239, 337, 10],
        [14_400, 14_400, 1],
      ] as const) {
        const page = document.addPage([width, height]);
        page.setRotation(degrees(turn));
        page.node.set(PDFName.of('UserUnit'), PDFNumber.of(unit));
      }
      const { pages } = await readingCopyOf('sizes.pdf', await document.save());
      expect(pages).toHaveLength(5);
    },
  );

  it('a page without paper is shown on the paper that readers take', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 400]);
    page.drawText('Words', { x: 10, y: 10 });
    page.node.delete(PDFName.of('MediaBox'));
    const { pages } = await readingCopyOf('paperless.pdf', await document.save({ addDefaultPage: false }));
    expect(pages[0]).toContain('Words');
  });
});

describe('a photograph stands upright', () => {
  it('as its Exif says, in a page of its shape', async () => {
    const photo = readFileSync(join(inputs, 'phone-photo-exif-6.jpg'));
    expect(orientationOf(photo)).toEqual({ mirrored: false, quarters: 1 });
    const { file } = await readingCopyOf('photo.jpg', photo);
    const document = await PDFDocument.load(readFileSync(file));
    const page = document.getPages().at(-1);
    const { width, height } = page?.getSize() ?? { width: 0, height: 0 };
    expect(width).toBeGreaterThan(height);
    // Two hundred by three hundred pixels, a quarter turned clockwise: its right side is below.
    expect(contentOf(document)).toMatch(/\b0 -200(?:\.0+)? 300(?:\.0+)? 0 /);
  });

  it.each([
    [new Uint8Array([0xff, 0xd8])],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d])],
  ])('and one whose Exif is cut stands as it is', (bytes) => {
    expect(orientationOf(bytes)).toEqual({ mirrored: false, quarters: 0 });
  });
});

/** The drawing of the last page. */
function contentOf(document: PDFDocument): string {
  const page = document.getPages().at(-1)?.node as PDFDict;
  const contents = document.context.lookup(page.get(PDFName.of('Contents')));
  const streams = contents instanceof PDFStream ? [contents] : [];
  const list =
    streams.length > 0
      ? streams
      : ((contents as { asArray?: () => never[] })?.asArray?.() ?? []).map((one) => document.context.lookup(one));
  return list.map((stream) => Buffer.from(decoded(stream as PDFRawStream)).toString('latin1')).join('\n');
}

function decoded(stream: PDFRawStream): Uint8Array {
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  const bytes = stream.getContents();
  return stream.dict.has(PDFName.of('Filter')) ? inflateSync(bytes) : bytes;
}
