import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { fileTypeFromFile } from 'file-type';
import { describe, expect, it, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { mediaTypeOf } from '../../electron/engine/mediaType.ts';
import { writeZip } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const fixtures = join(import.meta.dirname, '../fixtures/inputs');
const openXml = 'application/vnd.openxmlformats-officedocument.';

/** What unpacks in Node; counted. */
const unpacked = vi.fn();
const Unpack = DecompressionStream;
vi.stubGlobal(
  'DecompressionStream',
  class extends Unpack {
    constructor(format: CompressionFormat) {
      unpacked(format);
      super(format);
    }
  },
);

/** The engine's answer; it unpacked nothing for it. */
async function typeOf(path: string): Promise<string> {
  unpacked.mockClear();
  const type = await mediaTypeOf(path);
  expect(unpacked, path).not.toHaveBeenCalled();
  return type;
}

const office = (main: string, type: string, ...parts: readonly string[]) => ({
  '[Content_Types].xml': `<Types><Override PartName="/${main}" ContentType="${type}.main+xml"/></Types>`,
  ...Object.fromEntries([main, ...parts].map((part) => [part, '<x/>'])),
});

/** Documents as their programs write them: the file, and its parts. */
const documents: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a.docx', office('word/document.xml', `${openXml}wordprocessingml.document`)],
  ['under-another-name.bin', office('word/document.xml', `${openXml}wordprocessingml.document`)],
  ['a.docm', office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled', 'word/vbaProject.bin')],
  ['no-macro-yet.docm', office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled')],
  ['macros.bin', office('word/document.xml', 'application/vnd.ms-word.document.macroEnabled', 'word/vbaProject.bin')],
  ['a.dotx', office('word/document.xml', `${openXml}wordprocessingml.template`)],
  ['a.dotm', office('word/document.xml', 'application/vnd.ms-word.template.macroEnabledTemplate')],
  ['a.xlsx', office('xl/workbook.xml', `${openXml}spreadsheetml.sheet`)],
  ['a.xlsm', office('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled', 'xl/vbaProject.bin')],
  ['a.xltx', office('xl/workbook.xml', `${openXml}spreadsheetml.template`)],
  ['a.xltm', office('xl/workbook.xml', 'application/vnd.ms-excel.template.macroEnabled')],
  ['a.pptx', office('ppt/presentation.xml', `${openXml}presentationml.presentation`)],
  ['a.pptm', office('ppt/presentation.xml', 'application/vnd.ms-powerpoint.presentation.macroEnabled')],
  ['a.potx', office('ppt/presentation.xml', `${openXml}presentationml.template`)],
  ['a.potm', office('ppt/presentation.xml', 'application/vnd.ms-powerpoint.template.macroEnabled')],
  ['a.ppsx', office('ppt/presentation.xml', `${openXml}presentationml.slideshow`)],
  ['a.ppsm', office('ppt/presentation.xml', 'application/vnd.ms-powerpoint.slideshow.macroEnabled')],
  ['a.vsdx', office('visio/document.xml', 'application/vnd.ms-visio.drawing')],
  [
    'a.3mf',
    {
      '[Content_Types].xml':
        '<Types><Default ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>',
      '3D/a.model': '<x/>',
    },
  ],
  ['a.jar', { 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }],
  ['a.apk', { 'AndroidManifest.xml': 'x', 'classes2.dex': 'x' }],
  ['a.key', { 'Index/Document.iwa': 'x', 'Index/MasterSlide-1.iwa': 'x' }],
  ['a.numbers', { 'Index/Document.iwa': 'x', 'Index/Tables/DataList.iwa': 'x' }],
  ['a.pages', { 'Index/Document.iwa': 'x', 'Index/Metadata.iwa': 'x' }],
  ['a.zip', { 'one.txt': 'x', 'word/two.txt': 'x' }],
];

const stated = [
  'application/epub+zip',
  ...['text', 'spreadsheet', 'presentation', 'graphics'].flatMap((kind) =>
    [kind, `${kind}-template`].map((type) => `application/vnd.oasis.opendocument.${type}`),
  ),
  'application/of-nobody',
];

async function writeStated(path: string, type: string, compress = false): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(type), 'mimetype', { compress });
  zip.addBuffer(Buffer.from('<x/>'), 'content.xml');
  zip.end();
  writeFileSync(path, await buffer(zip.outputStream));
  return path;
}

describe('the type of a file, told in the engine', () => {
  it('is what a look into it would tell, for every file of the corpus', async () => {
    // Their list of contents does not say so, but all their parts are Word's.
    const words = ['rid.docx', 'rid-tracked-changes.docx'];
    for (const name of readdirSync(fixtures).filter((file) => !/\.expected\.json$/.test(file))) {
      const path = join(fixtures, name);
      const within = (await fileTypeFromFile(path))?.mime;
      if (within === undefined || within === 'application/xml') continue;
      expect.soft(await typeOf(path), name).toBe(words.includes(name) ? `${openXml}wordprocessingml.document` : within);
    }
  });

  it.each(documents)('is what a look into it would tell: %s', async (name, parts) => {
    const path = await writeZip(join(scratchFolder(), name), parts);
    expect(await typeOf(path)).toBe((await fileTypeFromFile(path))?.mime);
  });

  it.each(stated)('is what a look into it would tell: %s', async (type) => {
    const path = await writeStated(join(scratchFolder(), 'stated'), type);
    expect(await typeOf(path)).toBe((await fileTypeFromFile(path))?.mime);
  });

  it('is found without unpacking what would grow, and what is cut short or forged is a zip still', async () => {
    const at = (name: string) => join(scratchFolder(), name);
    const large = at('large.docx');
    await writeZip(large, { '[Content_Types].xml': ' '.repeat(1_000_000), 'word/document.xml': '<x/>' });
    expect(await typeOf(large)).toBe(`${openXml}wordprocessingml.document`);
    const [gz, behind, short] = [at('a.gz'), at('a.mp3'), at('short.docx')];
    writeFileSync(gz, gzipSync(Buffer.alloc(20_000_000)));
    expect(await typeOf(gz)).toBe('application/gzip');
    // A tag of music before it: the package begins anew behind that.
    writeFileSync(behind, Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), readFileSync(gz)]));
    expect(await typeOf(behind)).toBe('application/gzip');
    writeFileSync(short, readFileSync(large).subarray(0, 300));
    expect(await typeOf(short)).toBe('application/zip');
    expect(await typeOf(await writeStated(at('a.bin'), 'application/vnd.oasis.opendocument.text', true))).toBe(
      'application/zip',
    );
    expect(await typeOf(await writeStated(at('a.odt'), 'application/vnd.oasis.opendocument.text', true))).toBe(
      'application/vnd.oasis.opendocument.text',
    );
    expect(await typeOf(await writeStated(at('b.bin'), 'x'.repeat(1_000_000)))).toBe('application/zip');
  });

  it('is held to a guard that bites', async () => {
    await fileTypeFromFile(join(fixtures, 'rid.docx'));
    expect(unpacked).toHaveBeenCalled();
  });
});
