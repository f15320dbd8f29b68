import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { type Given, reader, strip, withFinal } from '../support/commentedPack.ts';
import { commentPdf, findWords } from '../support/commentPdf.ts';
import { qpdf } from '../support/fillPaper.ts';

/** What a reader of the sample's pack writes into it: one of each kind. */
async function write({ pack }: Pick<Given, 'pack'>, out: string, saving = {}): Promise<number> {
  const wording = await findWords(pack, 'Illustrative: ', (await findWords(pack, 'AC-05', 6)).page);
  const heading = await findWords(pack, 'AC-02', wording.page - 1);
  const evidence = await findWords(pack, 'EV-003', (await findWords(pack, 'Evidence register', 6)).page);
  await commentPdf(
    pack,
    out,
    (pen) => {
      const first = pen.mark('Highlight', wording, { ...reader, Contents: 'Whose word is this?\rPlease say.' });
      pen.note('Text', wording, { T: 'Ada Byron', M: 'D:20211028', Contents: 'SECAS’s.' }, first);
      pen.note('Text', heading, { ...reader, Contents: 'And this one?' });
      pen.mark('StrikeOut', evidence, reader);
      pen.note('FreeText', evidence, { ...reader, Contents: 'Superseded!' });
      // What says nothing is no comment: a mark without a note, a note without words, a viewer's own tick.
      pen.mark('Highlight', heading, reader);
      pen.note('Text', heading, { ...reader, Contents: '  ' });
    },
    saving,
  );
  return wording.page;
}

describe('comments in a copy of a pack', () => {
  it.each([
    ['saved with object streams', (_: string) => undefined],
    [
      'written anew by qpdf',
      (file: string) => {
        copyFileSync(file, `${file}.before`);
        qpdf('--qdf', '--object-streams=disable', `${file}.before`, file);
      },
    ],
  ])('come back with author, day, page, the words they mark and the record they stand at: %s', async (_, rewrite) => {
    const given = await withFinal();
    const page = await write(given, given.commented);
    rewrite(given.commented);
    const read = await given.does('pack.comments', { release: given.id, file: given.commented, dryRun: true });
    expect(read).toMatchObject({ pack: 'SEC-GL 2021-11 · 1', pagesChanged: false, notes: [], taken: null });
    const [highlight, reply, note, strike, free] = read.comments;
    expect(highlight).toEqual({
      page,
      at: expect.stringMatching(/^criterion:AC-0\d$/),
      quoted: 'Illustrative:',
      author: 'Zoë Łuka',
      on: '2021-10-27',
      text: 'Whose word is this?\nPlease say.',
    });
    expect(reply).toMatchObject({
      page,
      at: highlight?.at,
      quoted: 'Illustrative:',
      author: 'Ada Byron',
      on: '2021-10-28',
    });
    expect(note).toMatchObject({ text: 'And this one?', quoted: null });
    expect(strike).toMatchObject({ at: 'evidence:EV-003@1', quoted: 'EV-003@1', text: 'Struck out.' });
    expect(free).toMatchObject({ at: 'evidence:EV-003@1', quoted: null, text: 'Superseded!' });
    expect(read.comments).toHaveLength(5);
    expect(await given.comments()).toEqual([]);
  });

  it('are recorded to be answered, once, and taken back as one', async () => {
    const given = await withFinal();
    const { does, id, commented, comments } = given;
    await write(given, commented);
    const read = await does('pack.comments', { release: id, file: commented, dryRun: false });
    expect(read.taken).toBe(5);
    expect((await comments()).map(({ pack, closed, answer }) => [pack, closed, answer])).toEqual(
      Array.from({ length: 5 }, () => ['SEC-GL 2021-11 · 1', false, null]),
    );
    expect((await does('pack.comments', { release: id, file: commented, dryRun: false })).taken).toBe(0);
    await does('record.undo', { asOf: null, entry: read.entry, through: read.through });
    expect(await comments()).toEqual([]);
  });

  it('are taken without a day that lies after today, say so, and are asked for an answer', async () => {
    const { does, id, pack, commented, comments } = await withFinal();
    const place = await findWords(pack, 'AC-02', 4);
    const ahead = { T: 'Zoë Łuka', M: 'D:20991231120000Z', CreationDate: 'D:20991231120000Z', Contents: 'Why this?' };
    await commentPdf(pack, commented, (pen) => {
      pen.note('FreeText', place, ahead);
      pen.note('Text', place, { ...reader, Contents: 'And this?' });
    });
    const read = await does('pack.comments', { release: id, file: commented, dryRun: false });
    const told =
      /^The remark of Zoë Łuka on page \d+ is dated 31 December 2099, after today, so it is taken without its day\.$/;
    expect(read).toMatchObject({ taken: 2, notes: [expect.stringMatching(told)] });
    expect((await comments()).map(({ on }) => on).sort()).toEqual(['2021-10-27', null]);
    const { findings } = await does('readiness.compute', { release: id, asOf: null });
    expect(findings.filter(({ rule, outcome }) => rule === 'comments.answered' && outcome === 'notMet')).toHaveLength(
      2,
    );
    expect((await does('pack.comments', { release: id, file: commented, dryRun: false })).taken).toBe(0);
  });

  it('are found where attachments and metadata were dropped', async () => {
    const given = await withFinal();
    await write(given, given.commented);
    await strip(given.commented);
    const read = await given.does('pack.comments', { release: given.id, file: given.commented, dryRun: true });
    expect(read).toMatchObject({ pack: 'SEC-GL 2021-11 · 1', pagesChanged: false });
    expect(read.comments[3]).toMatchObject({ at: 'evidence:EV-003@1' });
  });

  it('says where its pages are not those that were issued', async () => {
    const given = await withFinal();
    await write(given, given.commented);
    const document = await PDFDocument.load(readFileSync(given.commented));
    const font = await document.embedFont(StandardFonts.Helvetica);
    document.getPage(1).drawText('not', { x: 200, y: 600, font });
    writeFileSync(given.commented, await document.save());
    const read = await given.does('pack.comments', { release: given.id, file: given.commented, dryRun: true });
    expect(read).toMatchObject({ pagesChanged: true, notes: ['Page 2 does not read as it was issued.'] });
    expect(read.comments).toHaveLength(5);
  });

  it('stand where they stand in the file as it was issued, whatever pages the copy lost or got, and once', async () => {
    const { does, id, commented, ...given } = await withFinal();
    await write(given, commented);
    const whole = await does('pack.comments', { release: id, file: commented, dryRun: false });
    const document = await PDFDocument.load(readFileSync(commented));
    document.removePage(0);
    document.insertPage(1);
    document.insertPage(1);
    writeFileSync(commented, await document.save());
    const place = { page: 2, box: [100, 100, 120, 120] } as const;
    await commentPdf(commented, commented, (pen) => {
      pen.note('Text', place, { ...reader, Contents: 'My own page.' });
    });
    const read = await does('pack.comments', { release: id, file: commented, dryRun: false });
    const own = { page: null, at: null, quoted: null, author: 'Zoë Łuka', on: '2021-10-27', text: 'My own page.' };
    expect(read.comments).toEqual([own, ...whole.comments]);
    expect(read).toMatchObject({
      taken: 1,
      pagesChanged: true,
      notes: [
        expect.stringMatching(/^It has \d+ pages; \d+ were issued\.$/),
        '1 remark stands on a page that is none of those that were issued, so no record is named for it.',
      ],
    });
  });

  it('come back from stamps and pinned files, with the name of the file', async () => {
    const { does, id, pack, commented } = await withFinal();
    const place = await findWords(pack, 'AC-02', 4);
    await commentPdf(pack, commented, (pen) => {
      pen.note('Stamp', place, { ...reader, Contents: 'Not yet.' });
      const pinned = pen.document.context.lookup(pen.note('FileAttachment', place, reader), PDFDict);
      pinned.set(PDFName.of('FS'), pen.document.context.obj({ UF: PDFHexString.fromText('Minutes.pdf') }));
    });
    const { comments } = await does('pack.comments', { release: id, file: commented, dryRun: true });
    expect(comments).toMatchObject([
      { page: place.page, text: 'Not yet.' },
      { page: place.page, text: 'Attached in the copy: Minutes.pdf' },
    ]);
  });

  it('come back from a draft, which is kept nowhere: its own facts give its pages again', async () => {
    const { does, folder, id, commented } = await withFinal();
    const draft = join(folder, 'draft.pdf');
    await does('pack.export', { release: id, asOf: null, final: false, acceptBlockers: null, out: draft });
    await write({ pack: draft }, commented);
    const read = await does('pack.comments', { release: id, file: commented, dryRun: true });
    expect(read).toMatchObject({ pack: 'SEC-GL 2021-11 · draft', pagesChanged: false });
    expect(read.comments[3]).toMatchObject({ at: 'evidence:EV-003@1' });
  });

  it('come back from a paper, beside its answers', async () => {
    const { does, folder, id, commented } = await withFinal();
    const paper = join(folder, 'paper.pdf');
    const meeting = calendarDate('2021-10-29');
    await does('paper.export', { release: id, body: 'TAG', meeting, out: paper, asOf: null });
    const place = await findWords(paper, 'AC-02', 4);
    await commentPdf(paper, commented, (pen) => {
      pen.note('Text', place, { ...reader, Contents: 'Is this all?' });
    });
    const read = await does('pack.comments', { release: id, file: commented, dryRun: true });
    expect(read).toMatchObject({ pack: 'TAG paper 2021-10-29', pagesChanged: false });
    expect(read.comments).toMatchObject([{ at: 'criterion:AC-02', text: 'Is this all?', on: '2021-10-27' }]);
  });

  it('have no place in a PDF that is no pack of this release', async () => {
    const { refuses, id, commented, comments } = await withFinal();
    const document = await PDFDocument.create();
    document.addPage();
    writeFileSync(commented, await document.save());
    const error = await refuses('pack.comments', { release: id, file: commented, dryRun: false });
    expect(error).toMatchObject({ kind: 'invalidInput', message: expect.stringContaining('does not say which pack') });
    expect(await comments()).toEqual([]);
  });
});
