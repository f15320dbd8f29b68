import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { preview } from '../../electron/importers/preview/preview.ts';
import type { Preview } from '../../shared/contract/preview.ts';
import { htmlMessage, inFolder, message, paragraph, writeDocx, writeZip } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function previewOf(path: string, mediaType: string): Promise<Preview> {
  const read = await preview({ path, mediaType });
  if (!read.ok) throw new Error(read.error.message);
  return read.value as Preview;
}

const sentenceOf = (preview: Preview) => (preview.kind === 'none' ? preview.sentence : preview.kind);
const strings = (content: string) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Type="r/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="r/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
  'xl/sharedStrings.xml': content,
});

describe('a file made to do harm', () => {
  it('that unpacks to hundreds of megabytes of words is read to the limit and no further', async () => {
    const path = join(scratchFolder(), 'bomb.docx');
    await writeDocx(path, paragraph('A'.repeat(1000)).repeat(100_000));
    const before = process.memoryUsage().rss;
    const preview = await previewOf(path, docx);
    expect(preview).toMatchObject({ kind: 'document', truncated: true });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('that unpacks without end and shows nothing is refused with a sentence', async () => {
    const nothing = `<si x="${' '.repeat(1_000_000)}"/>`.repeat(100);
    const path = await writeZip(join(scratchFolder(), 'a.xlsx'), strings(`<sst>${nothing}</sst>`));
    expect(sentenceOf(await previewOf(path, xlsx))).toMatch(/^This file unpacks to far more than/);
  });

  it('that declares entities which multiply is refused before they do', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    const path = await writeDocx(join(scratchFolder(), 'a.docx'), bomb);
    expect(sentenceOf(await previewOf(path, docx))).toMatch(/declares a document type/);
  });

  it('that nests without end is refused', async () => {
    const path = await writeDocx(
      join(scratchFolder(), 'a.docx'),
      `${'<w:p>'.repeat(50_000)}${'</w:p>'.repeat(50_000)}`,
    );
    expect(sentenceOf(await previewOf(path, docx))).toMatch(/nested too deeply/);
  });

  it('that nests messages in messages without end is refused', async () => {
    const lines = ['From: a@example.org', 'MIME-Version: 1.0'];
    for (let at = 0; at < 400; at += 1) lines.push(`Content-Type: multipart/mixed; boundary=b${at}`, '', `--b${at}`);
    const path = inFolder(scratchFolder(), 'a.eml', message([...lines, '', 'deep']));
    expect(sentenceOf(await previewOf(path, 'message/rfc822'))).toMatch(/nested too deeply/);
  });
});

describe('a damaged file', () => {
  it.each([10, 200, 1500])('of a workbook, cut after %i bytes, is told in a sentence', async (bytes) => {
    const path = join(scratchFolder(), 'a.xlsx');
    await writeXlsxFile([['a', 'b']]).toFile(path);
    writeFileSync(path, readFileSync(path).subarray(0, bytes));
    expect(sentenceOf(await previewOf(path, xlsx))).toMatch(/damaged/);
  });

  it('whose XML ends in the middle is told in a sentence', async () => {
    const path = await writeZip(join(scratchFolder(), 'a.docx'), { 'word/document.xml': '<w:document><w:body><w:p>' });
    expect(sentenceOf(await previewOf(path, docx))).toMatch(/damaged/);
  });

  it('that is a zip of something else is told in a sentence', async () => {
    const path = await writeZip(join(scratchFolder(), 'a.docx'), { 'other.txt': 'x' });
    expect(sentenceOf(await previewOf(path, docx))).toMatch(/no Word document/);
  });

  it.each([1, 50, 300, 600])('of a message, cut after %i bytes, shows what is there', async (bytes) => {
    const path = inFolder(scratchFolder(), 'a.eml', htmlMessage.subarray(0, bytes));
    expect((await previewOf(path, 'message/rfc822')).kind).toBe('email');
  });
});

describe('a drawing', () => {
  const svg = (inner: string, more = '') => `<svg xmlns="http://www.w3.org/2000/svg" ${more}>${inner}</svg>`;
  const judged = async (text: string) =>
    sentenceOf(await previewOf(inFolder(scratchFolder(), 'a.svg', text), 'image/svg+xml'));
  /** Ten levels, each naming the one before ten times: 2 kB that draw ten thousand million shapes. */
  const nested = (level: (index: number) => string) =>
    svg(
      `<defs><rect id="s0" width="9" height="9"/>${Array.from({ length: 10 }, (_, at) => level(at)).join('')}</defs>`,
    );
  const times = (text: string) => text.repeat(10);

  it.each([
    ['repeats itself by use', nested((at) => `<g id="s${at + 1}">${times(`<use href="#s${at}"/>`)}</g>`)],
    [
      'repeats itself by patterns',
      nested((at) => `<pattern id="s${at + 1}">${times(`<rect fill="url(#s${at})"/>`)}</pattern>`),
    ],
    [
      'repeats itself by masks in styles',
      nested((at) => `<mask id="s${at + 1}">${times(`<rect style="mask: url('#s${at}')"/>`)}</mask>`),
    ],
    [
      'is repeated by a style sheet',
      svg(`<style>rect { filter: url(#f) }</style><filter id="f"/>${'<rect/>'.repeat(2000)}`),
    ],
    ['is larger than any screen', svg('<rect/>', 'width="900000" height="900000"')],
    ['holds entities', `<!DOCTYPE svg [<!ENTITY a "aa">]>${svg('&a;')}`],
    ['is nested without end', svg('<g>'.repeat(1000) + '</g>'.repeat(1000))],
  ])('that %s is not drawn, and is no larger than 20 kB', async (_what, text) => {
    expect(text.length).toBeLessThan(20_000);
    expect(await judged(text)).not.toBe('image');
  });

  it.each([
    ['plain', svg('<rect width="300" height="100"/>', 'width="300" height="100"')],
    ['with a document type', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">${svg('<rect/>')}`],
    [
      'with symbols used a hundred times',
      svg(`<symbol id="a"><path d="M0 0"/></symbol>${'<use href="#a"/>'.repeat(100)}`),
    ],
    ['that names itself', svg('<g id="a"><use href="#a"/></g>')],
    ['with a hundred thousand shapes', svg('<path d="M0 0"/>'.repeat(100_000), 'width="100%"')],
  ])('that is %s is drawn', async (_what, text) => {
    expect(await judged(text)).toBe('image');
  });
});
