import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, withPaper } from '../support/answeredPaper.ts';
import {
  type Answers,
  answersTo,
  fillAndStrip,
  fillAppending,
  fillWithPdfjs,
  fillWithPdfLib,
  fillWithPoppler,
  hasPoppler,
  qpdf,
} from '../support/fillPaper.ts';
import { fillWithPdfium } from '../support/fillWithPdfium.ts';

type Fill = (file: string, answers: Answers, out: string) => Promise<void> | void;

const okular = hasPoppler ? 'in Okular' : 'in Okular: skipped, python3-gi and gir1.2-poppler-0.18 are not installed';
/** Null: this machine has not what it takes. */
const ways: readonly (readonly [string, Fill | null])[] = [
  ['by a library that writes the file anew, with appearances of its own', fillWithPdfLib],
  ['and appended to the file as it was', fillAppending],
  ['in Firefox’s viewer', fillWithPdfjs],
  ['in the viewer of Chrome and Edge', fillWithPdfium],
  [okular, hasPoppler ? fillWithPoppler : null],
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
  it.for(ways)('is read when it was filled in %s', async ([, fill], { skip }) => {
    if (!fill) return skip();
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
    expect(read.recorded).toEqual({ views: 2, conditions: 2, removed: 0 });
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

  it('takes its file out for good with the evidence that it carries', async () => {
    const { does, folder, id, paper, answers, facts } = await withPaper();
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    await does('paper.read', { release: id, file, dryRun: false });
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const kept = join(folder, 'store', 'files', sha256.slice(0, 2), sha256);
    expect(existsSync(kept)).toBe(true);
    const item = (await facts()).evidence.find((one) => one.reference === 'EV-003' && one.sha256 !== null);
    const { places } = await does('evidence.purge', { asOf: null, id: item?.id ?? '', reason: 'It names a person.' });
    expect(places).toContainEqual(expect.objectContaining({ place: 'The answer to TAG paper 2021-10-27', done: true }));
    expect(existsSync(kept)).toBe(false);
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
    expect(again.recorded).toEqual({ views: 0, conditions: 0, removed: 0 });
    expect(await facts()).toEqual(once);

    const said = { position: 'supportsWithConditions', conditions: 'Publish the results\nRetest TI-101 and TI-112' };
    await fillWithPdfLib(paper, await answersTo(paper, criteria, { 'AC-03': said }), second);
    const planned = await does('paper.read', { release: id, file: second, dryRun: true });
    expect(planned.missing).toEqual(['AC-02']);
    expect(planned.notes).toContain(
      'On AC-01 no position is ticked in this copy; what an earlier copy answered stands: supports.',
    );
    expect(planned.plan).toMatchObject([
      { criterion: 'AC-03', before: 'supportsWithConditions', gone: ['Retest TI-101'] },
    ]);
    expect(planned.notes).toContain(
      'On AC-03 “Retest TI-101” now reads “Retest TI-101 and TI-112”; what else is recorded of it stands, so look whether it still holds.',
    );
    const reworded = await does('paper.read', { release: id, file: second, dryRun: false });
    expect(reworded.recorded).toEqual({ views: 1, conditions: 1, removed: 0 });
    const own = await conditions();
    expect(own.map((one) => one.text)).toEqual(['Retest TI-101 and TI-112', 'Publish the results']);
    expect(own.map((one) => one.id)).toEqual(ids);
    expect((await views()).length).toBe(3);
    expect((await views()).find((view) => view.criterion === 'AC-01')?.position).toBe('supports');

    // What was stated of a condition stays with it, and goes with it: another one has no owner yet.
    const [retest] = own;
    const supported = (await views()).find((view) => view.criterion === 'AC-01')?.id ?? '';
    await does('record.edit', { asOf: null, kind: 'view', id: supported, fields: { answer: 'Thank you.' } });
    const stated = { owner: 'DCC', proof: 'Retest report' };
    await does('record.edit', { asOf: null, kind: 'condition', id: retest?.id ?? '', fields: stated });
    const exchanged = join(folder, 'exchanged.pdf');
    const others = { position: 'supportsWithConditions', conditions: 'Publish the results\nCall TAG beforehand' };
    const against = { position: 'doesNotSupport', words: 'Not any more.' };
    await fillWithPdfLib(paper, await answersTo(paper, criteria, { 'AC-01': against, 'AC-03': others }), exchanged);
    const replaced = await does('paper.read', { release: id, file: exchanged, dryRun: false });
    expect(replaced.recorded).toEqual({ views: 1, conditions: 1, removed: 1 });
    expect(replaced.notes.filter((note) => note.startsWith('On AC-03'))).toEqual([]);
    expect(replaced.notes).toContain(
      'What is recorded as our answer on AC-01 answers an earlier copy, and stands; look whether it answers this one.',
    );
    expect((await conditions()).map(({ text, owner, proof }) => [text, owner, proof])).toEqual([
      ['Publish the results', null, null],
      ['Call TAG beforehand', null, null],
    ]);

    // What the answer no longer asks for is told as removed, before and after.
    const third = join(folder, 'third.pdf');
    await fillWithPdfLib(paper, await answersTo(paper, criteria, { 'AC-03': { position: 'supports' } }), third);
    const ahead = await does('paper.read', { release: id, file: third, dryRun: true });
    expect(ahead.plan[0]?.gone).toEqual(['Publish the results', 'Call TAG beforehand']);
    const taken = await does('paper.read', { release: id, file: third, dryRun: false });
    expect(taken.recorded).toEqual({ views: 1, conditions: 0, removed: 2 });
    expect(await conditions()).toEqual([]);
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
    expect(read.notes).toEqual([
      expect.stringContaining('TAG paper 2021-10-27 · 2 was issued later'),
      expect.stringMatching(/^The meeting of 27 October 2021 lies ahead: its views show from that day on/),
    ]);
    const view = (await facts()).views.find((one) => one.paper === 'TAG paper 2021-10-27' && one.criterion === 'AC-01');
    expect(view).toMatchObject({ position: 'supports', sawText: criterion?.text });
  });
});
