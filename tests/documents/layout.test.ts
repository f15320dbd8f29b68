import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Content } from 'pdfmake/interfaces';
import { beforeAll, describe, expect, it } from 'vitest';
import { keptWithNext } from '../../electron/documents/definition/blocks.ts';
import { packDocument } from '../../electron/documents/definition/packDocument.ts';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { colours, page, smallestText, toneColours } from '../../electron/documents/look.ts';
import { layOut } from '../../electron/documents/pdf/engine.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { packSnapshotOf } from './fixtures.ts';
import { largeFacts } from './largeFacts.ts';
import { makePack, scratchFolder } from './packs.ts';
import { sampleFacts } from './sampleFacts.ts';
import { type Box, boxesOf } from './textBoxes.ts';

const folder = scratchFolder();

/** The release that the app shows as its sample. */
function november(): ReleaseFacts {
  const file = new URL('../../build/sample/november-2021-sec-release.json', import.meta.url);
  const { format, version, ...facts } = JSON.parse(readFileSync(file, 'utf8'));
  return releaseFactsSchema.parse(facts);
}

describe.each([
  ['the rich release', sampleFacts, '2026-05-01'],
  ['the sample of the app', november, '2021-10-20'],
  ['twenty criteria', () => largeFacts(20), '2026-05-01'],
] as const)('the pages of the pack of %s', (name, factsOf, asOf) => {
  let boxes: readonly Box[];
  let pages: number;

  beforeAll(async () => {
    const pack = await makePack(folder, name.replaceAll(' ', '-'), factsOf(), { asOf });
    boxes = await boxesOf(pack.file);
    pages = pack.pages;
  });

  it('are under half full at most once in ten', () => {
    expect(pages).toBeGreaterThan(20);
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const half = numbers.filter((number) => filled(boxes.filter((box) => box.page === number)) < 0.5);
    expect(half.length, `of ${pages}: ${half.join(', ')}`).toBeLessThanOrEqual(pages / 10);
  });

  it('hold no text that is small or runs over their edge', () => {
    // Whatever is set in a drawing is scaled with it.
    expect(boxes.filter((box) => box.size < smallestText - 0.01).map((box) => box.text)).toEqual([]);
    const beyond = boxes.filter((box) => box.left < page.left - 1 || box.right > box.sheet.width - page.right + 1);
    expect(beyond.map((box) => box.text)).toEqual([]);
  });
});

it('draw what follows a heading below the top, wherever on a page the heading would stand', async () => {
  const starts = Array.from({ length: 120 }, (_, index) => 500 + 2 * index);
  const content = starts.flatMap((start, index): Content[] => [
    { text: 'Start', ...(index === 0 ? {} : { pageBreak: 'before' as const }), margin: [0, 0, 0, start] },
    ...keptWithNext([{ text: 'Title' }], 30, 10, 120),
    { table: { body: [['Head'], ['Body']], headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true } },
  ]);
  const faces = loadFaces();
  const { definition } = packDocument(buildPackModel(packSnapshotOf(sampleFacts())), faces);
  const document = await layOut({ ...definition, content }, faces);
  const file = join(folder, 'headings.pdf');
  const written = finished(document.pipe(createWriteStream(file)));
  document.end();
  await written;
  const boxes = await boxesOf(file);
  const drawn = (word: string) => boxes.filter((box) => box.text === word);
  for (const box of ['Title', 'Head', 'Body'].flatMap(drawn))
    expect(box.top).toBeLessThan(box.sheet.height - page.top + 1);
  for (const word of ['Title', 'Head', 'Body']) expect(drawn(word).length).toBe(starts.length);
  const pages = drawn('Head').map((box) => box.page);
  expect(drawn('Title').map((box) => box.page)).toEqual(pages);
});

/** How far down the body of a page its text reaches, from 0 to 1. */
function filled(boxes: readonly Box[]): number {
  const height = boxes[0]?.sheet.height ?? 0;
  const body = boxes.filter((box) => box.bottom < height - page.top + 2 && box.bottom > page.bottom - 2);
  const lowest = Math.min(height - page.top, ...body.map((box) => box.bottom));
  return (height - page.top - lowest) / (height - page.top - page.bottom);
}

it('break no word in the head of a table', () => {
  for (const facts of [sampleFacts(), november()]) {
    const { definition } = packDocument(buildPackModel(packSnapshotOf(facts)), loadFaces());
    const heads = headsIn(definition.content);
    expect(heads.length).toBeGreaterThan(20);
    expect(heads.filter((head) => head.includes('\u200b'))).toEqual([]);
  }
});

/** The head rows of all tables as JSON. */
function headsIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(headsIn);
  const { headerRows, body } = node as { readonly headerRows?: number; readonly body?: readonly unknown[] };
  return headerRows === 1 && body ? [JSON.stringify(body[0]), ...inner] : inner;
}

it('say nothing in a colour that paper and eyes lose: 4.5 to 1 at least', () => {
  const texts = { ink: colours.ink, soft: colours.soft, brand: colours.brand, ...toneColours };
  const weak = Object.entries(texts).filter(([, colour]) => 1.05 / (luminance(colour) + 0.05) < 4.5);
  expect(weak).toEqual([]);
});

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
