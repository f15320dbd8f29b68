import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newUuid } from '../../electron/engine/newUuid.ts';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { textOf } from '../documents/otherFiles.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';
const asOf = calendarDate('2021-10-20');
const meeting = calendarDate('2021-10-27');

/** @param issuedAt the clock by which what is issued is dated */
async function withSample(today = asOf, issuedAt = '2021-10-20T09:00:00.000Z') {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'), {
    today: () => today,
    stamps: { now: () => issuedAt, newId: newUuid },
  });
  await test.does('release.import', { file: sampleFile, replace: false });
  const facts = async () => (await test.does('release.open', { release, asOf })).facts;
  return { ...test, folder, facts, out: (name: string) => join(folder, name) };
}

type Sample = Awaited<ReturnType<typeof withSample>>;

const paperOf = (sample: Sample, name = 'tag.pdf') =>
  sample.does('paper.export', { release, body: 'tag', meeting, out: sample.out(name), asOf });

const finalOf = (sample: Sample) =>
  sample.does('pack.export', {
    release,
    out: sample.out('final.pdf'),
    asOf,
    final: true,
    acceptBlockers: 'Asked for.',
  });

async function addLateEvidence({ folder, does }: Sample) {
  const file = join(folder, 'late.txt');
  writeFileSync(file, 'Late evidence.');
  const fields = { criteria: ['AC-01'], status: 'submitted', title: 'Late report' };
  await does('evidence.add', { asOf, release, file, fields });
}

describe('a paper for one body’s meeting', () => {
  it('is written, registered with its hash, kept in the store, and verified and taken apart like a pack', async () => {
    const sample = await withSample();
    const paper = await paperOf(sample);
    expect(paper).toMatchObject({ reference: 'TAG paper 2021-10-27', body: 'TAG' });
    const issued = await sample.does('pack.issued', { release });
    expect(issued).toEqual([
      { kind: 'paper', reference: paper.reference, body: 'TAG', meeting, pack: null, asOf, sha256: paper.sha256 },
    ]);
    const verified = await sample.does('pack.verify', { file: paper.file });
    expect(verified).toMatchObject({ ok: true, pages: 'checked' });
    const { files } = await sample.does('pack.extract', { file: paper.file, out: sample.out('apart') });
    expect(files).toEqual(expect.arrayContaining(['snapshot.json', 'manifest.json']));
    expect(await sample.does('store.check', {})).toEqual({ ok: true, problems: [] });
  });

  it('makes what it showed the stamp of what the body was asked, also after a change', async () => {
    const sample = await withSample();
    const before = await sample.facts();
    const { criteria, reference } = await paperOf(sample);
    const asked = (await sample.facts()).views.filter((view) => view.paper === reference);
    expect(asked.map((view) => view.criterion).sort()).toEqual([...criteria].sort());
    for (const view of asked) {
      expect(view).toMatchObject({
        body: 'TAG',
        position: null,
        askedOn: asOf,
        meeting: 'TAG meeting of 27 October 2021',
      });
      expect(view.sawText).toBe(before.criteria.find((one) => one.reference === view.criterion)?.text);
      expect(view.saw).not.toBeNull();
    }
    await addLateEvidence(sample);
    const next = await paperOf(sample, 'again.pdf');
    expect(next.reference).toBe('TAG paper 2021-10-27 · 2');
    const views = (await sample.facts()).views.filter((view) => view.position === null && view.body === 'TAG');
    // The paper before was issued too, and its questions stand as they were put.
    expect(views.filter((view) => view.paper === reference)).toEqual(asked);
    const anew = views.filter((view) => view.paper === next.reference);
    expect(anew).toHaveLength(asked.length);
    expect(anew.find((view) => view.criterion === 'AC-01')?.saw?.length).toBeGreaterThan(
      asked.find((view) => view.criterion === 'AC-01')?.saw?.length ?? 0,
    );
  });

  it('is refused for a body without criteria, a meeting that is over, and a viewer, and then changes nothing', async () => {
    const sample = await withSample();
    const out = sample.out('none.pdf');
    const input = { release, body: 'TAG', meeting, out, asOf };
    expect((await sample.refuses('paper.export', { ...input, body: 'Nobody' })).message).toContain('No criterion of');
    expect((await sample.refuses('paper.export', { ...input, meeting: '2021-10-01' })).message).toContain(
      'a paper goes before its meeting',
    );
    expect(existsSync(out)).toBe(false);
    expect(await sample.does('pack.issued', { release })).toEqual([]);
    expect((await sample.facts()).views.every((view) => !view.paper?.startsWith('TAG paper 2021'))).toBe(true);
  });
});

it('says nothing in a draft of blockers that somebody accepted, for a draft is not issued', async () => {
  const sample = await withSample();
  const order = { release, asOf, out: sample.out('draft.pdf'), acceptBlockers: 'Asked for.' };
  const { file } = await sample.does('pack.export', { ...order, final: false });
  await sample.does('pack.extract', { file, out: sample.out('apart') });
  const { default: snapshot } = await import(join(sample.out('apart'), 'snapshot.json'), { with: { type: 'json' } });
  expect(snapshot.identity.acceptedBlockers).toBeNull();
});

describe('a final pack after papers', () => {
  it('tells each body what changed since its last paper, and names the final that it supersedes', async () => {
    const sample = await withSample();
    await paperOf(sample);
    const first = await finalOf(sample);
    await addLateEvidence(sample);
    const second = await finalOf(sample);
    await sample.does('pack.extract', { file: second.file, out: sample.out('apart') });
    const { default: snapshot } = await import(join(sample.out('apart'), 'snapshot.json'), { with: { type: 'json' } });
    expect(snapshot.identity.previous.sha256).toBe(first.sha256);
    const [tag] = snapshot.identity.lastSeen.filter((one: { body: string }) => one.body === 'TAG');
    expect(tag.reference).toBe('TAG paper 2021-10-27');
    expect(tag.changes.join(' ')).toContain('Late report');
  });
});

describe('what was issued', () => {
  it('can be had again byte for byte, under the reference that the register gives', async () => {
    const sample = await withSample();
    const paper = await paperOf(sample);
    const final = await finalOf(sample);
    for (const { file, reference } of [paper, { file: final.file, reference: 'SEC-GL 2021-11 · 1' }]) {
      const copied = await sample.does('pack.copy', { release, reference, out: sample.out('again.pdf') });
      expect(readFileSync(copied.file).equals(readFileSync(file))).toBe(true);
    }
    const none = await sample.refuses('pack.copy', {
      release,
      reference: 'SEC-GL 2021-11 · 2',
      out: sample.out('x.pdf'),
    });
    expect(none.message).toContain('there are SEC-GL 2021-11 · 1, TAG paper 2021-10-27.');
    rmSync(attachmentPath(join(sample.folder, 'store', 'files'), final.sha256));
    const lost = await sample.refuses('pack.copy', {
      release,
      reference: 'SEC-GL 2021-11 · 1',
      out: sample.out('x.pdf'),
    });
    expect(lost.message).toContain('The store has lost the file');
    expect(existsSync(sample.out('x.pdf'))).toBe(false);
  });
});

describe('other editions', () => {
  it('of a draft are made from today’s facts, of a final from that final’s own, and only those are registered', async () => {
    const sample = await withSample();
    const draft = { release, asOf, final: false, acceptBlockers: null, edition: 'public' as const };
    expect(await sample.does('pack.export', { ...draft, out: sample.out('draft.pdf') })).toMatchObject({
      final: false,
    });
    const early = await sample.refuses('pack.export', { ...draft, out: sample.out('early.pdf'), final: true });
    expect(early.message).toContain('There is no final pack');
    const final = await finalOf(sample);
    await addLateEvidence(sample);
    const out = sample.out('reason.pdf');
    const order = { ...draft, asOf: null, out, final: true, acceptBlockers: 'A reason of its own.' };
    expect(await sample.refuses('pack.export', order)).toMatchObject({ kind: 'invalidInput', where: 'acceptBlockers' });
    for (const edition of ['public', 'reading'] as const) {
      const out = sample.out(`${edition}.pdf`);
      const made = await sample.does('pack.export', { ...draft, asOf: null, edition, out, final: true });
      expect(made.final).toBe(true);
      expect(await sample.does('pack.verify', { file: made.file })).toMatchObject({ ok: true, pages: 'checked' });
      const { notes, changes } = await sample.does('pack.compare', { before: final.file, after: made.file });
      expect(notes.length).toBe(1);
      expect(changes).toEqual([]);
    }
    const other = await sample.refuses('pack.export', {
      ...draft,
      asOf: '2021-10-25',
      final: true,
      out: sample.out('x.pdf'),
    });
    expect(other.message).toContain('leave out the as-of date');
    const issued = await sample.does('pack.issued', { release });
    expect(issued.map((one) => one.reference)).toEqual(['SEC-GL 2021-11 · 1, public', 'SEC-GL 2021-11 · 1, reading']);
  });
});

describe('an addendum', () => {
  it('holds the evidence added since the final pack; without any there is none', async () => {
    const sample = await withSample();
    const input = { release, out: sample.out('addendum.pdf'), asOf };
    expect((await sample.refuses('addendum.export', input)).message).toContain('There is no final pack');
    await finalOf(sample);
    expect((await sample.refuses('addendum.export', input)).message).toContain('No evidence has been added since');
    await addLateEvidence(sample);
    const made = await sample.does('addendum.export', input);
    expect(made.reference).toBe('SEC-GL 2021-11 · 1, addendum 1');
    const { files } = await sample.does('pack.extract', { file: made.file, out: sample.out('apart') });
    expect(files.filter((name) => name.startsWith('EV-'))).toHaveLength(1);
    expect(await sample.does('pack.verify', { file: made.file })).toMatchObject({ ok: true, pages: 'checked' });
  });
});

describe('a decision record', () => {
  it('names the final pack that the decision was taken on; without a decision there is none', async () => {
    const later = calendarDate('2021-11-10');
    const sample = await withSample(later);
    const input = { release, out: sample.out('decision.pdf'), asOf: later };
    const facts = await sample.facts();
    for (const { id } of facts.decisions) await sample.does('record.remove', { asOf, kind: 'decision', id: id ?? '' });
    expect((await sample.refuses('decision.export', input)).message).toContain('No Go-Live decision of the CSC on');
    const final = await finalOf(sample);
    const fields = { body: 'CSC', on: '2021-10-26', outcome: 'go', wording: 'The CSC agreed to go live.' };
    const releaseId = facts.release.id ?? '';
    await sample.does('record.create', { asOf: later, releaseId, kind: 'decision', fields });
    // What another body decides, on whichever day, is no Go-Live decision.
    const noted = { body: 'OPSG', on: '2021-10-28', outcome: 'noted', wording: 'Noted.' };
    await sample.does('record.create', { asOf: later, releaseId, kind: 'decision', fields: noted });
    // What the CSC itself notes since, and that says neither way, is none either.
    const since = { body: 'CSC', on: '2021-11-02', outcome: 'Discharge of condition 1 noted', wording: 'Noted.' };
    await sample.does('record.create', { asOf: later, releaseId, kind: 'decision', fields: since });
    const made = await sample.does('decision.export', input);
    expect(made).toMatchObject({ reference: 'CSC decision 2021-10-26', pages: 1 });
    const [entry] = await sample.does('pack.issued', { release });
    expect(entry).toMatchObject({ kind: 'decision', pack: 'SEC-GL 2021-11 · 1' });
    expect(await sample.does('pack.verify', { file: made.file })).toMatchObject({ ok: true, pages: 'checked' });
    await sample.does('pack.extract', { file: made.file, out: sample.out('apart') });
    const { default: snapshot } = await import(join(sample.out('apart'), 'snapshot.json'), { with: { type: 'json' } });
    expect(snapshot.identity.document.pack.sha256).toBe(final.sha256);
  });

  it('was not taken on a final pack that was issued after it, whatever day that judges as of', async () => {
    const sample = await withSample(calendarDate('2022-03-01'), '2022-03-01T09:00:00.000Z');
    await finalOf(sample);
    const later = calendarDate('2021-11-10');
    const releaseId = (await sample.facts()).release.id ?? '';
    const fields = { body: 'CSC', on: '2021-10-26', outcome: 'go', wording: 'The CSC agreed to go live.' };
    await sample.does('record.create', { asOf: later, releaseId, kind: 'decision', fields });
    const made = await sample.does('decision.export', { release, out: sample.out('decision.pdf'), asOf: later });
    const [entry] = await sample.does('pack.issued', { release });
    expect(entry).toMatchObject({ kind: 'decision', pack: null });
    const printed = (await textOf(made.file)).join(' ').replace(/\s+/g, ' ');
    expect(printed).toContain('none was registered by then');
    expect(printed).toContain('SEC-GL 2021-11 · 1, on 1 March 2022; the decision was not taken on it');
  });
});
