import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { day, withPaper } from '../support/answeredPaper.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { answersTo, fillAndStrip, fillWithPdfLib, flatten, qpdf } from '../support/fillPaper.ts';
import { secondReleaseFile } from '../support/secondRelease.ts';

/** What is no answer to a paper of this release: refused with a sentence, and nothing is recorded. */
const refused: readonly (readonly [
  string,
  (given: Awaited<ReturnType<typeof withPaper>>, out: string) => Promise<void>,
  string,
])[] = [
  ['printed', ({ paper, answers }, out) => flatten(paper, answers, out), 'is TAG paper 2021-10-27 without its form'],
  [
    'with a password',
    async ({ paper, answers }, out) => {
      await fillWithPdfLib(paper, answers, `${out}.open`);
      qpdf('--encrypt', 'secret', 'secret', '256', '--', `${out}.open`, out);
    },
    'is protected with a password',
  ],
  [
    'with edited text',
    async ({ paper, answers }, out) => {
      await fillWithPdfLib(paper, answers, out);
      const document = await PDFDocument.load(readFileSync(out));
      const font = await document.embedFont(StandardFonts.Helvetica);
      document.getPage(4).drawText('not', { x: 200, y: 600, font });
      writeFileSync(out, await document.save());
    },
    'page 5 does not read as it was issued',
  ],
  [
    'with a page taken out',
    async ({ paper, answers }, out) => {
      await fillWithPdfLib(paper, answers, out);
      const document = await PDFDocument.load(readFileSync(out));
      document.removePage(document.getPageCount() - 1);
      writeFileSync(out, await document.save());
    },
    'pages;',
  ],
  ['that is cut off', async ({ paper }, out) => writeFileSync(out, readFileSync(paper).subarray(0, 900)), 'is damaged'],
  ['that is empty', async (_, out) => writeFileSync(out, ''), 'is empty: it holds 0 bytes'],
  ['that is no PDF', async (_, out) => writeFileSync(out, 'Dear SECAS, we support it.'), 'is not a PDF file'],
  [
    'that is another PDF',
    async (_, out) => {
      const document = await PDFDocument.create();
      document.addPage();
      writeFileSync(out, await document.save());
    },
    'holds no form of a paper',
  ],
  [
    'with nothing filled in',
    async ({ paper }, out) => copyFileSync(paper, out),
    'No position is ticked in this copy of TAG paper 2021-10-27; there is nothing to record.',
  ],
  [
    'with words and conditions and no position',
    async ({ paper, criteria }, out) => {
      const said = { 'AC-01': { words: 'We like it.', conditions: 'Retest.' }, 'AC-02': { conditions: 'Retest.' } };
      await fillWithPdfLib(paper, await answersTo(paper, criteria, said), out);
    },
    'cannot be recorded as it stands. On AC-01 there are words and conditions, and no position is ticked; they are not recorded. On AC-02 there are conditions, and no position',
  ],
  [
    'of a meeting before the paper',
    ({ paper, answers }, out) => fillWithPdfLib(paper, { ...answers, 'meeting/on': '01/01/2020' }, out),
    'In “Meeting held on”, 1 January 2020 lies before TAG paper 2021-10-27 was put to TAG, on 20 October 2021; mend',
  ],
  [
    'with a day that is none',
    ({ paper, answers }, out) => fillWithPdfLib(paper, { ...answers, 'meeting/on': '31 February' }, out),
    'In “Meeting held on”, “31 February” is not',
  ],
  [
    'issued without a form',
    async ({ does, id }, out) => {
      const meeting = day('2021-10-28');
      await does('paper.export', { release: id, body: 'TAG', meeting, out, asOf: null, answers: false });
    },
    'is TAG paper 2021-10-28, which was issued without a form for answers. There are no answers in it to read; type what was said in',
  ],
];

describe('a file that is no answer as it was asked', () => {
  it.each(refused)('is refused: %s', async (_, make, sentence) => {
    const given = await withPaper();
    const file = join(given.folder, 'returned.pdf');
    await make(given, file);
    const before = await given.facts();
    const error = await given.refuses('paper.read', { release: given.id, file, dryRun: false });
    expect(error.message).toContain(sentence);
    expect(error.kind).toBe('invalidInput');
    expect(await given.facts()).toEqual(before);
  });

  it('says of edited text where it differs, before anything is recorded', async () => {
    const given = await withPaper();
    const file = join(given.folder, 'returned.pdf');
    await refused[2]?.[1](given, file);
    const planned = await given.does('paper.read', { release: given.id, file, dryRun: true });
    expect(planned).toMatchObject({ issued: true, changed: ['Page 5 does not read as it was issued.'] });
  });

  it('is refused for another release, with the name of its own', async () => {
    const { does, refuses, folder, paper, answers } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const other = await does('release.create', {
      name: 'June 2022 SEC Release',
      kind: 'system',
      slot: null,
      adHocReason: null,
      approvedDate: null,
    });
    const error = await refuses('paper.read', { release: other.id, file, dryRun: true });
    expect(error.message).toBe(
      'TAG paper 2021-10-27 is a paper of November 2021 SEC Release, not of June 2022 SEC Release; read it for that release.',
    );
  });

  it('says where its answers go when its own release is gone, as one that went into another', async () => {
    const { does, refuses, folder, id, paper, answers } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const fresh = { kind: 'system' as const, slot: null, adHocReason: null, approvedDate: null };
    const other = await does('release.create', { name: 'June 2022 SEC Release', ...fresh });
    await does('release.remove', { release: id });
    const error = await refuses('paper.read', { release: other.id, file, dryRun: true });
    expect(error.message).toBe(
      'TAG paper 2021-10-27 is a paper of November 2021 SEC Release, not of June 2022 SEC Release; that release is not in this store, or no longer, so type the answers in on the meeting sheet, under Committees.',
    );
  });

  it.each([
    ['with its facts', fillWithPdfLib],
    ['without them, by its pages', fillAndStrip],
  ])('is refused for another release that gave its own paper the same reference: %s', async (_, fill) => {
    const { does, refuses, folder, paper, answers } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fill(paper, answers, file);
    const other = await does('release.import', { file: secondReleaseFile(folder, 'Public One'), replace: false });
    const meeting = day('2021-10-27');
    const own = { release: other.id, body: 'TAG', meeting, out: join(folder, 'own.pdf'), asOf: null };
    expect((await does('paper.export', own)).reference).toBe('TAG paper 2021-10-27');
    const error = await refuses('paper.read', { release: other.id, file, dryRun: true });
    expect(error.message).toBe(
      'TAG paper 2021-10-27 is a paper of November 2021 SEC Release, not of Public One; read it for that release.',
    );
  });

  it('is refused in a store that did not issue it, which tells what it would be', async () => {
    const { folder, paper, answers } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const { does, refuses } = testEngine(join(folder, 'other'), { today: () => day('2021-10-20') });
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    const planned = await does('paper.read', { release: id, file, dryRun: true });
    expect(planned).toMatchObject({ paper: 'TAG paper 2021-10-27', body: 'TAG', issued: false, recorded: null });
    const error = await refuses('paper.read', { release: id, file, dryRun: false });
    expect(error.message).toContain('was not issued from this store');
    // Nor where one of that name was issued, and a backup from before took the place of what is known of it.
    const backup = join(folder, 'kept.sqlite');
    await does('store.backup', { out: backup });
    const meeting = day('2021-10-27');
    await does('paper.export', { release: id, body: 'TAG', meeting, out: join(folder, 'own.pdf'), asOf: null });
    await does('store.restore', { file: backup });
    const lost = await refuses('paper.read', { release: id, file, dryRun: false });
    expect(lost.message).toContain('was issued from this store after the backup that was restored here');
  });

  it('is refused in a dry run to whoever may not record it, and nothing of the trial is kept', async () => {
    const given = await withPaper();
    const file = join(given.folder, 'answered.pdf');
    await fillWithPdfLib(given.paper, given.answers, file);
    const outside = testEngine(join(given.folder, 'store'), {
      today: () => day('2021-10-20'),
      actor: { name: 'Tim', organisation: 'TAG' },
    });
    const before = await given.facts();
    const read = (dryRun: boolean) => outside.refuses('paper.read', { release: given.id, file, dryRun });
    expect(await read(true)).toEqual(await read(false));
    await given.does('paper.read', { release: given.id, file, dryRun: true });
    expect(await given.facts()).toEqual(before);
    // The window asks by a dry run what to do with a copy in which nothing is ticked.
    const blank = { release: given.id, file: given.paper, dryRun: true };
    expect(await given.does('paper.read', blank)).toMatchObject({ issued: true, plan: [] });
  });
});
