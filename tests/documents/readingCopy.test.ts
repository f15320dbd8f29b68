import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { degrees, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readComments } from '../../electron/documents/readComments.ts';
import { factsWith } from '../fixtures/facts.ts';
import { commentPdf } from '../support/commentPdf.ts';
import { attachmentsOf, makeOther, textOf } from './otherFiles.ts';
import { quiet, scratchFolder, succeeded, verify } from './packs.ts';
import { readTitles } from './readOutline.ts';

const folder = scratchFolder();
const mark = 'Reading copy; not the archival file';
/** The smallest PNG: one grey dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const item = (reference: string, file: string, extra = {}) => ({
  reference,
  title: `Title of ${reference}`,
  criteria: ['AC-01'],
  status: 'accepted' as const,
  file,
  ...extra,
});

const facts = factsWith({
  criteria: [{ reference: 'AC-01', text: 'Testing has ended.', bodies: ['TAG'] }],
  evidence: [
    item('EV-001', 'report.pdf'),
    item('EV-002', 'picture.png'),
    item('EV-003', 'locked.pdf'),
    item('EV-004', 'broken.pdf'),
    item('EV-005', 'table.csv'),
    item('EV-006', 'withheld.pdf', { withheld: true }),
  ],
});

describe('the reading copy', () => {
  let file: string;
  let pages: readonly string[];
  let before: number;

  beforeAll(async () => {
    const contents: Readonly<Record<string, Uint8Array>> = {
      'EV-001@1': await report(),
      'EV-002@1': dot,
      'EV-003@1': await locked(),
      'EV-004@1': Buffer.from('%PDF-1.7\nthis is no more than a beginning'),
      'EV-005@1': Buffer.from('a;b\n1;2\n'),
      'EV-006@1': Buffer.from('%PDF-1.7'),
    };
    const contentOf = (key: string) => contents[key] ?? new Uint8Array(0);
    const made = await makeOther(folder, 'reading', facts, (whole) => whole, { edition: 'reading' }, contentOf);
    file = made.file;
    pages = await textOf(file);
    before = pages.length - 6;
    expect(made.made.pages).toBe(pages.length);
  });

  it('appends the pages of PDFs and pictures, each with its item, its number and the mark at the foot', () => {
    const appended = pages.slice(before);
    expect(appended).toHaveLength(6);
    for (const page of appended) expect(page).toContain(mark);
    expect(appended[0]).toContain('EV-001@1 · page 1 of 3');
    expect(appended[1]).toContain('EV-001@1 · page 2 of 3');
    expect(appended[1]).toContain('Foreign page 2');
    expect(appended[3]).toContain('EV-002@1 · page 1 of 1');
    expect(appended[4]).toContain('The pages of this file cannot be shown here: it is encrypted');
    expect(appended[5]).toContain('EV-004@1 broken.pdf');
    expect(appended[5]).toMatch(/[0-9a-f]{64}/);
  });

  it('adds the foot below a page, also of a turned one, and covers nothing', async () => {
    const document = await PDFDocument.load(readFileSync(file));
    const [upright, turned] = document.getPages().slice(before);
    expect(upright?.getMediaBox()).toEqual({ x: 0, y: -22, width: 300, height: 422 });
    expect(turned?.getMediaBox()).toEqual({ x: 0, y: 0, width: 322, height: 400 });
  });

  it('lists what is not shown as pages, with the reason', () => {
    const own = pages.slice(0, before).join('\n').replace(/\s+/g, ' ');
    expect(own).toMatch(/EV-001@1 Title of EV-001 3 pages/);
    expect(own).toMatch(/EV-003@1 Title of EV-003 attached, with a page in its place: it is encrypted/);
    expect(own).toMatch(/EV-004@1 Title of EV-004 attached, with a page in its place: the PDF is damaged/);
    expect(own).toMatch(/EV-005@1 Title of EV-005 attached only: neither/);
    expect(own).toMatch(/EV-006@1 Title of EV-006 its file is not in this copy/);
    expect(pages[0]).toContain(mark);
  });

  it('claims no archival standard, in words or in metadata', () => {
    const raw = readFileSync(file, 'latin1');
    expect(raw).not.toContain('pdfaid');
    expect(raw).not.toContain('pdfuaid');
    expect(raw).toContain(mark);
  });

  it('has a bookmark for each item, below one of their own', async () => {
    expect(await readTitles(file)).toEqual(
      expect.arrayContaining([
        `Evidence as pages (${mark.toLowerCase()})`,
        'EV-001@1 Title of EV-001',
        'EV-002@1 Title of EV-002',
      ]),
    );
  });

  it('holds no file that the manifest does not know, whatever the evidence had hidden in it', async () => {
    expect([...(await attachmentsOf(file)).keys()].sort()).toEqual([
      'EV-001@1 report.pdf',
      'EV-002@1 picture.png',
      'EV-003@1 locked.pdf',
      'EV-004@1 broken.pdf',
      'EV-005@1 table.csv',
      'manifest.json',
      'snapshot.json',
    ]);
    const document = await PDFDocument.load(readFileSync(file));
    for (const page of document.getPages().slice(before)) expect(page.node.get(PDFName.of('AA'))).toBeUndefined();
  });

  it('gives back what readers remarked on the evidence, and not what the evidence says itself', async () => {
    const commented = join(folder, 'commented.pdf');
    await commentPdf(file, commented, (pen) => {
      pen.note('Text', { page: before + 2, box: [10, 10, 30, 30] }, { Contents: 'Which run is this?' });
    });
    const read = succeeded(await readComments({ file: commented, work: folder, kept: [] }, quiet));
    expect(read).toMatchObject({
      changed: [],
      comments: [{ page: before + 2, at: 'evidence:EV-001@1', text: 'Which run is this?' }],
    });
    expect(read.comments).toHaveLength(1);
  });

  it('is verified to the byte', async () => {
    expect(await verify(file)).toEqual({ ok: true, pages: 'checked', problems: [], signatures: [] });
  });
});

/** Three pages, one of them turned, with a file hidden in an annotation and an action on the page. */
async function report(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let number = 1; number <= 3; number += 1) {
    const page = document.addPage([300, 400]);
    page.drawText(`Foreign page ${number}`, { x: 40, y: 200, size: 12 });
    if (number === 2) page.setRotation(degrees(90));
  }
  const [first] = document.getPages();
  const { context } = document;
  const stream = context.register(context.flateStream('hidden words', { Type: 'EmbeddedFile' }));
  const specification = context.register(
    context.obj({ Type: 'Filespec', F: PDFString.of('hidden.txt'), UF: PDFString.of('hidden.txt'), EF: { F: stream } }),
  );
  const attached = { Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 10, 10], FS: specification };
  const shown = {
    Type: 'Annot',
    Subtype: 'Square',
    Rect: [20, 20, 40, 40],
    AF: [specification],
    QQ: specification,
    Contents: PDFString.of('Their own remark'),
  };
  first?.node.set(
    PDFName.of('Annots'),
    context.obj([context.register(context.obj(attached)), context.register(context.obj(shown))]),
  );
  first?.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }));
  first?.node.set(PDFName.of('AF'), context.obj([specification]));
  if (!(first?.node instanceof PDFDict)) throw new Error('no page');
  return document.save();
}

async function locked(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Locked');
  document.encrypt({ userPassword: 'sesame', ownerPassword: 'sesame' });
  return document.save();
}
