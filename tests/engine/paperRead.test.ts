import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import {
  type Answers,
  answersTo,
  fillAndStrip,
  fillAppending,
  fillWithPdfjs,
  fillWithPdfLib,
  flatten,
  qpdf,
} from '../support/fillPaper.ts';
import { scratchFolder } from '../support/scratch.ts';

const day = (text: string) => calendarDate(text);

/** A store with the sample, TAG's paper of it, and what TAG fills in. */
async function withPaper(options: Partial<EngineOptions> = {}) {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'), { today: () => day('2021-10-20'), ...options });
  const { does } = test;
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const paper = join(folder, 'paper.pdf');
  const meeting = day('2021-10-27');
  const { reference } = await does('paper.export', { release: id, body: 'TAG', meeting, out: paper, asOf: null });
  const criteria = ['AC-01', 'AC-02', 'AC-03'];
  const answers = await answersTo(
    paper,
    criteria,
    {
      'AC-01': { position: 'supports', words: 'TAG supports.\nIt was thorough – “well done”.' },
      'AC-03': { position: 'supportsWithConditions', conditions: '- Retest TI-101\n2. Publish the results\n' },
    },
    { 'meeting/reference': 'TAG-84/3', 'meeting/by': 'Zoë Łuka' },
  );
  const facts = async () => (await does('release.open', { release: id, asOf: null })).facts;
  /** The conditions that came with the answer, in the order in which they were recorded. */
  const conditions = async () =>
    (await facts()).conditions
      .filter((one) => one.source?.paper === reference)
      .sort((left, right) => ((left.id ?? '') < (right.id ?? '') ? -1 : 1));
  const views = async () => (await facts()).views.filter((view) => view.body === 'TAG' && view.paper === reference);
  return { ...test, folder, id, paper, reference, criteria, answers, facts, views, conditions };
}

const ways: readonly (readonly [string, (file: string, answers: Answers, out: string) => Promise<void> | void])[] = [
  ['by a library that writes the file anew, with appearances of its own', fillWithPdfLib],
  ['and appended to the file as it was', fillAppending],
  ['in Firefox’s viewer', fillWithPdfjs],
  ['by a program that drops attachments, metadata and structure', fillAndStrip],
  [
    'and written anew by qpdf, its objects spread out',
    async (file, answers, out) => {
      await fillWithPdfjs(file, answers, `${out}.filled`);
      qpdf('--qdf', '--object-streams=disable', `${out}.filled`, out);
    },
  ],
];

describe('a body’s answer in its own paper', () => {
  it.each(ways)('is read when it was filled in %s', async (_, fill) => {
    const { does, folder, id, paper, reference, answers, views, conditions } = await withPaper();
    const shown = (await views()).find((view) => view.criterion === 'AC-03')?.saw;
    const file = join(folder, 'answered.pdf');
    await fill(paper, answers, file);
    const late = join(folder, 'late.txt');
    writeFileSync(late, 'Late evidence.');
    await does('evidence.add', { release: id, file: late, asOf: null, fields: { criteria: ['AC-03'] } });

    const planned = await does('paper.read', { release: id, file, dryRun: true });
    expect(planned).toMatchObject({
      paper: reference,
      body: 'TAG',
      issued: true,
      changed: [],
      missing: ['AC-02'],
      plan: [
        {
          criterion: 'AC-01',
          position: 'supports',
          words: 'TAG supports.\nIt was thorough – “well done”.',
          before: null,
        },
        {
          criterion: 'AC-03',
          position: 'supportsWithConditions',
          words: null,
          conditions: ['Retest TI-101', 'Publish the results'],
          before: null,
        },
      ],
      recorded: null,
    });
    expect((await views()).every((view) => view.position === null)).toBe(true);

    const read = await does('paper.read', { release: id, file, dryRun: false });
    expect(read.recorded).toEqual({ views: 2, conditions: 2 });
    const given = (await views()).find((view) => view.criterion === 'AC-03');
    expect(given).toMatchObject({
      position: 'supportsWithConditions',
      on: '2021-10-27',
      meeting: 'TAG meeting of 27 October 2021, TAG-84/3, recorded by Zoë Łuka',
      saw: shown,
    });
    expect((await views()).find((view) => view.criterion === 'AC-02')?.position).toBeNull();
    expect(
      (await conditions()).map(({ text, source, onBehalf }) => [text, source?.body, source?.criterion, onBehalf]),
    ).toEqual([
      ['Retest TI-101', 'TAG', 'AC-03', null],
      ['Publish the results', 'TAG', 'AC-03', null],
    ]);
    // What came after the paper was not in it: the view is of what TAG saw, and is stale.
    const { findings } = await does('readiness.compute', { release: id, asOf: day('2021-10-28') });
    const fresh = findings.find(({ rule, subject }) => rule === 'input.fresh' && subject === 'TAG/AC-03');
    expect(fresh?.outcome).toBe('notMet');
  });

  it('is one change, taken back as one, and the file it came in is kept', async () => {
    const { does, folder, id, paper, answers, views, facts } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const before = await facts();
    const { entry, through } = await does('paper.read', { release: id, file, dryRun: false });
    expect((await facts()).conditions.length).toBe(before.conditions.length + 2);
    await does('record.undo', { asOf: null, entry, through });
    expect((await views()).every((view) => view.position === null)).toBe(true);
    expect((await facts()).conditions).toEqual(before.conditions);
    const [entryOfFile] = (await does('history.list', { releaseId: id, limit: 50 })).filter(
      ({ action }) => action === 'attach',
    );
    expect(entryOfFile).toMatchObject({ recordKey: 'answer to TAG paper 2021-10-27' });
    expect(await does('store.check', {})).toMatchObject({ ok: true });
  });

  it('changes nothing when it is read again, and updates what it gave when it comes again otherwise', async () => {
    const { does, folder, id, paper, criteria, answers, views, facts, conditions } = await withPaper();
    const [first, second] = [join(folder, 'first.pdf'), join(folder, 'second.pdf')];
    await fillWithPdfLib(paper, answers, first);
    await does('paper.read', { release: id, file: first, dryRun: false });
    const once = await facts();
    const ids = (await conditions()).map((one) => one.id);
    const again = await does('paper.read', { release: id, file: first, dryRun: false });
    expect(again.recorded).toEqual({ views: 0, conditions: 0 });
    expect(await facts()).toEqual(once);

    const said = { position: 'supportsWithConditions', conditions: 'Publish the results\nRetest TI-101 and TI-112' };
    await fillWithPdfLib(paper, await answersTo(paper, criteria, { 'AC-03': said }), second);
    const planned = await does('paper.read', { release: id, file: second, dryRun: true });
    expect(planned.plan).toMatchObject([{ criterion: 'AC-03', before: 'supportsWithConditions' }]);
    await does('paper.read', { release: id, file: second, dryRun: false });
    const own = await conditions();
    expect(own.map((one) => one.text)).toEqual(['Retest TI-101 and TI-112', 'Publish the results']);
    expect(own.map((one) => one.id)).toEqual(ids);
    expect((await views()).length).toBe(3);
    expect((await views()).find((view) => view.criterion === 'AC-01')?.position).toBe('supports');
  });

  it('is recorded for SECAS, what is SECAS’s, when the DCC reads it', async () => {
    const { does, folder, id, paper, answers, conditions } = await withPaper({
      actor: { name: 'Grace Hopper', organisation: 'DCC' },
    });
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    await does('paper.read', { release: id, file, dryRun: false });
    const [condition] = await conditions();
    expect(condition?.onBehalf).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'text', for: 'SECAS' })]),
    );
  });

  it('follows a criterion that was renamed since', async () => {
    const { does, folder, id, paper, answers, facts, views } = await withPaper();
    const criterion = (await facts()).criteria.find((one) => one.reference === 'AC-03');
    await does('record.edit', {
      asOf: null,
      kind: 'criterion',
      id: criterion?.id ?? '',
      fields: { reference: 'AC-30' },
    });
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    await does('paper.read', { release: id, file, dryRun: false });
    expect((await views()).find((view) => view.criterion === 'AC-30')).toMatchObject({
      position: 'supportsWithConditions',
      saw: [{ evidence: 'EV-003@1' }],
    });
  });

  it('says that a later paper was issued, and records the answer with what its own paper showed', async () => {
    const { does, folder, id, paper, answers, facts } = await withPaper();
    const [criterion] = (await facts()).criteria;
    const text = 'Another wording altogether.';
    await does('record.edit', { asOf: null, kind: 'criterion', id: criterion?.id ?? '', fields: { text } });
    const meeting = day('2021-10-27');
    await does('paper.export', { release: id, body: 'TAG', meeting, out: join(folder, 'later.pdf'), asOf: null });
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const read = await does('paper.read', { release: id, file, dryRun: false });
    expect(read.notes).toEqual([expect.stringContaining('TAG paper 2021-10-27 · 2 was issued later')]);
    const view = (await facts()).views.find((one) => one.paper === 'TAG paper 2021-10-27' && one.criterion === 'AC-01');
    expect(view).toMatchObject({ position: 'supports', sawText: criterion?.text });
  });
});

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
  ['with nothing filled in', async ({ paper }, out) => copyFileSync(paper, out), 'Nothing is filled in'],
  [
    'with a day that is none',
    ({ paper, answers }, out) => fillWithPdfLib(paper, { ...answers, 'meeting/on': '31 February' }, out),
    'In “Meeting held on”, “31 February” is not',
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
  });
});
