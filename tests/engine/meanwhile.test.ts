import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, withPaper } from '../support/answeredPaper.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { fillWithPdfLib } from '../support/fillPaper.ts';
import { meanwhileIn } from '../support/meanwhile.ts';
import { inFolder } from '../support/previewFiles.ts';
import { scratchFolder } from '../support/scratch.ts';

const answered = { position: 'supports', on: '2021-10-18', meeting: 'TAG-84', paper: 'TAG/44' };

/** The sample with a question to the TAG on AC-01 that waits, and its paper, made while somebody does something. */
async function withQuestion() {
  const folder = scratchFolder();
  const { runDisposable, meanwhile } = meanwhileIn('exportPack');
  const test = testEngine(join(folder, 'store'), { today: () => day('2021-10-20'), runDisposable });
  const { does } = test;
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const ask = { body: 'TAG', criterion: 'AC-01', askedOn: '2021-10-01' };
  const { changes } = await does('record.create', { asOf: null, releaseId: id, kind: 'view', fields: ask });
  const view = changes[0]?.id ?? '';
  const order = { release: id, body: 'TAG', meeting: day('2021-10-27'), out: join(folder, 'paper.pdf'), asOf: null };
  const facts = async () => (await does('release.open', { release: id, asOf: null })).facts;
  const views = async () => (await facts()).views.filter((one) => one.body === 'TAG' && one.criterion === 'AC-01');
  return { ...test, folder, id, view, order, meanwhile, facts, views };
}

describe('a paper, while its pages are made', () => {
  it('leaves an answer that is recorded meanwhile as it was typed, and says so', async () => {
    const { does, view, order, meanwhile, views } = await withQuestion();
    meanwhile(() => does('record.edit', { asOf: null, kind: 'view', id: view, fields: answered }));
    const { notes, reference, criteria } = await does('paper.export', order);
    expect((await views()).find((one) => one.id === view)).toMatchObject({ ...answered, askedOn: '2021-10-01' });
    expect((await views()).filter((one) => one.paper === reference)).toEqual([]);
    expect(criteria).toContain('AC-01');
    expect(notes).toContainEqual(expect.stringContaining('what the TAG answered on AC-01 was recorded'));
  });

  it('leaves an answer alone that is recorded meanwhile as one of its own, and puts no second question', async () => {
    const { does, id, view, order, meanwhile, views } = await withQuestion();
    const fields = { body: 'TAG', criterion: 'AC-01', ...answered };
    meanwhile(() => does('record.create', { asOf: null, releaseId: id, kind: 'view', fields }));
    const before = (await views()).length;
    await does('paper.export', order);
    expect(await views()).toHaveLength(before + 1);
    expect((await views()).find((one) => one.id === view)?.paper).toBeNull();
  });

  it('puts its questions to the criteria as they are called by then, and to none that is gone', async () => {
    const { does, order, meanwhile, facts } = await withQuestion();
    const { criteria } = await facts();
    const [renamed, removed] = ['AC-01', 'AC-02'].map((one) => criteria.find(({ reference }) => reference === one)?.id);
    meanwhile(async () => {
      const edit = { asOf: null, kind: 'criterion' as const, id: renamed ?? '', fields: { reference: 'AC-91' } };
      await does('record.edit', edit);
      await does('record.remove', { asOf: null, kind: 'criterion', id: removed ?? '' });
    });
    const { reference, notes } = await does('paper.export', order);
    const asked = (await facts()).views.filter((one) => one.paper === reference).map((one) => one.criterion);
    expect(asked).toContain('AC-91');
    expect(asked).not.toContain('AC-01');
    expect(asked).not.toContain('AC-02');
    expect(notes).toContainEqual(expect.stringContaining('AC-02 was removed'));
  });
});

describe('a pack, while its pages are made', () => {
  const order = { asOf: null, final: true, acceptBlockers: 'Asked.', edition: 'full' as const };

  it.each([true, false])('does not keep a file that is taken out for good meanwhile (final: %s)', async (final) => {
    const { runDisposable, meanwhile } = meanwhileIn('exportPack');
    const { add, does, refuses, folder, release, kept } = await evidenceStore({ runDisposable });
    const { id } = await add(inFolder(folder, 'letter.txt', 'Dear Ann'));
    meanwhile(() => does('evidence.purge', { asOf: null, id, reason: 'a private letter' }));
    const out = join(folder, 'pack.pdf');
    const { message } = await refuses('pack.export', { ...order, final, release, out });
    expect(message).toMatch(/^EV-001@1 was taken out for good while SEC-GL 2026-06 · (1|draft) was made/);
    expect(existsSync(out)).toBe(false);
    expect(kept()).toEqual([]);
    expect(await does('pack.finals', { release })).toEqual([]);
    expect(await does('pack.export', { ...order, final, release, out })).toMatchObject({ final });
  });

  it('is not issued for a release that is removed meanwhile', async () => {
    const { runDisposable, meanwhile } = meanwhileIn('exportPack');
    const { does, refuses, folder, release, kept } = await evidenceStore({ runDisposable });
    meanwhile(() => does('release.remove', { release }));
    const { message } = await refuses('pack.export', { ...order, release, out: join(folder, 'pack.pdf') });
    expect(message).toContain('was removed while SEC-GL 2026-06 · 1 was made');
    expect(kept()).toEqual([]);
  });
});

describe('a document whose copy cannot be put in its place', () => {
  // Stands for a file that another program holds open, and a folder that went away.
  const taken = (out: string) => async () => mkdirSync(out);

  it('is issued once all the same, says so, and can be saved again', async () => {
    const { runDisposable, meanwhile } = meanwhileIn('exportPack');
    const { does, refuses, folder, release } = await evidenceStore({ runDisposable });
    const out = join(folder, 'final.pdf');
    meanwhile(taken(out));
    const order = { release, out, asOf: null, final: true, acceptBlockers: 'Asked.' };
    const { message } = await refuses('pack.export', order);
    expect(message).toContain(`SEC-GL 2026-06 · 1 was issued, and the store keeps it; only the copy ${out}`);
    expect(message).toContain('Do not issue it again');
    const [final, ...others] = await does('pack.finals', { release });
    expect([final?.reference, others]).toEqual(['SEC-GL 2026-06 · 1', []]);
    const copy = join(folder, 'copy.pdf');
    const copied = await does('pack.copy', { release, reference: final?.reference ?? '', out: copy });
    expect(copied.sha256).toBe(final?.sha256);
  });

  it('is a paper that was put to its body, and says so', async () => {
    const { does, refuses, id, order, meanwhile, views } = await withQuestion();
    meanwhile(taken(order.out));
    expect((await refuses('paper.export', order)).message).toMatch(/^TAG paper 2021-10-27 was issued, and the store/);
    expect((await views()).map((one) => one.paper)).toContain('TAG paper 2021-10-27');
    expect(await does('pack.issued', { release: id })).toHaveLength(1);
  });

  it('is no draft, and nothing is noted of it', async () => {
    const { runDisposable, meanwhile } = meanwhileIn('exportPack');
    const { does, refuses, folder, release } = await evidenceStore({ runDisposable });
    const out = join(folder, 'draft.pdf');
    meanwhile(taken(out));
    const { message } = await refuses('pack.export', { release, out, asOf: null, final: false, acceptBlockers: null });
    expect(message).toBe(`${out} cannot be written; name a file in a folder that can be.`);
    const history = await does('history.list', { releaseId: release, limit: 50 });
    expect(history.map(({ action }) => action)).not.toContain('exportPack');
  });
});

describe('a file, while it is copied', () => {
  it('is no second new version of an item that got one meanwhile', async () => {
    const { add, engine, folder, input, does, release } = await evidenceStore();
    await add(inFolder(folder, 'one.txt', 'one'));
    const files = ['two.txt', 'three.txt'].map((name) => inFolder(folder, name, name));
    const calls = files.map((file) => engine.call('evidence.add', input(file, { supersedes: 'EV-001@1' })));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { facts } = await does('release.open', { release, asOf: null });
    expect(facts.evidence.filter(({ supersedes }) => supersedes === 'EV-001@1')).toHaveLength(1);
  });
});

describe('the answers in a paper, while they are read', () => {
  it('are not written over an answer that is recorded meanwhile', async () => {
    const { runDisposable, meanwhile } = meanwhileIn('readPaper');
    const { does, refuses, folder, id, paper, answers, views } = await withPaper({ runDisposable });
    const file = join(folder, 'answered.pdf');
    await fillWithPdfLib(paper, answers, file);
    const view = (await views()).find((one) => one.criterion === 'AC-01')?.id ?? '';
    const typed = { position: 'doesNotSupport', on: '2021-10-27' };
    meanwhile(() => does('record.edit', { asOf: null, kind: 'view', id: view, fields: typed }));
    const { kind, message } = await refuses('paper.read', { release: id, file, dryRun: false });
    expect(kind).toBe('conflict');
    expect(message).toContain('on AC-01 was changed by somebody else');
    expect((await views()).find((one) => one.id === view)).toMatchObject(typed);
    expect((await does('paper.read', { release: id, file, dryRun: false })).recorded?.views).toBe(2);
  });
});
