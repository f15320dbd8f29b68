import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1; the first is the catalog. Nothing but its trailer leads into it. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = '<< /Root 1 0 R >>'): Buffer {
  const parts = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from(`trailer\n${trailer}\n%%EOF\n`)]);
}

export function stream(dict: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

const onePage = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>',
];

/** Forty branches that each name the next one twice: 2⁴⁰ ends. */
function doubling(first: number, branch: (next: string) => string, end: string): readonly string[] {
  const next = (at: number) => `${first + at + 1} 0 R`;
  return [...Array.from({ length: 40 }, (_, at) => branch(`${next(at)} ${next(at)}`)), end];
}

/** So many noughts, packed so many times over. */
function packed(bytes: number, rounds: number): Buffer {
  let content = Buffer.alloc(bytes, '0 ');
  for (let round = 0; round < rounds; round += 1) content = deflateSync(content, { level: 9 });
  return content;
}

/** Files made to keep their reader busy for hours, or to take more memory than there is; each a few kilobytes, but two. */
export const pdfBombs: Readonly<Record<string, () => Buffer>> = {
  'a tree of pages that doubles at each branch': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      ...doubling(2, (kids) => `<< /Type /Pages /Kids [${kids}] /Count 2 >>`, '<< /Type /Page /MediaBox [0 0 9 9] >>'),
    ]),
  'a tree of pages that names itself': () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>']),
  'a form whose fields double at each branch': () =>
    pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
      ...onePage.slice(1),
      ...doubling(4, (kids) => `<< /T (a) /Kids [${kids}] >>`, '<< /FT /Tx /T (b) /V (c) >>'),
    ]),
  'a table of references that calls itself endless': () =>
    pdfOf([
      ...onePage,
      stream('/Type /XRef /Size 2147483647 /W [0 0 0] /Root 1 0 R /Filter /FlateDecode', packed(8, 1)),
    ]),
  'objects that unpack to more than a hundred megabytes': () =>
    pdfOf([
      ...onePage,
      stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode /FlateDecode]', packed(2 ** 27, 3)),
    ]),
  'many objects that are all the same long list': () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => `${at + 10} 0 `).join('');
    const content = Buffer.from(`${entries}[${'0 '.repeat(200_000)}]`);
    const dict = `/Type /ObjStm /N 20000 /First ${entries.length} /Filter /FlateDecode`;
    return pdfOf([...onePage, stream(dict, deflateSync(content))]);
  },
  'a long list of annotations shared by many pages': () => {
    const pages = Array.from({ length: 1900 }, (_, at) => `${at + 4} 0 R`).join(' ');
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 3 0 R >>';
    return pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${pages}] /Count 1900 >>`,
      `[${'null '.repeat(100_000)}]`,
      ...Array.from({ length: 1900 }, () => page),
    ]);
  },
  'a long value in many fields, none of which is drawn yet': () => {
    const widget = '<< /Type /Annot /Subtype /Widget /Rect [0 0 90 90] /Parent 4 0 R >>';
    const kids = Array.from({ length: 500 }, (_, at) => `${at + 5} 0 R`).join(' ');
    return pdfOf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /DA (/Helv 0 Tf) >> >>',
      ...onePage.slice(1),
      `<< /FT /Tx /Ff 4096 /T (a) /DA (/Helv 0 Tf) /V (${'word '.repeat(20_000)}) /Kids [${kids}] >>`,
      ...Array.from({ length: 500 }, () => widget),
    ]);
  },
  'beginnings of objects that never end': () =>
    Buffer.concat([pdfOf(onePage), Buffer.from('9 0 obj (\n'.repeat(100_000))]),
};

/** A picture of this size, in pixels, with these packed bytes and further parts. */
export function pngOf(width: number, height: number, pixels: Buffer, more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, part('IHDR', head), ...more, part('IDAT', pixels), part('IEND', Buffer.alloc(0))]);
}

/** A part of a PNG; its check sum is left nought, for readers of evidence do not look at it. */
function part(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

export const pngBombs: Readonly<Record<string, { readonly content: () => Buffer; readonly reason: string }>> = {
  'more pixels than any paper has': {
    content: () => pngOf(100_000, 100_000, packed(1000, 1)),
    reason: 'the picture has more than 60 million pixels',
  },
  'pixels that unpack to more than they say': {
    content: () => pngOf(4, 4, packed(5_000_000, 1)),
    reason: 'the picture unpacks to more than it says',
  },
  'a text that unpacks to more than any text': {
    content: () =>
      pngOf(1, 1, deflateSync(Buffer.alloc(5)), [
        part('zTXt', Buffer.concat([Buffer.from('a\0\0'), packed(5_000_000, 1)])),
      ]),
    reason: 'the picture unpacks to more than it says',
  },
};
