import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';
const today = calendarDate('2021-10-20');
const tomorrow = calendarDate('2021-10-21');

async function withSample() {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'), { today: () => today });
  await test.does('release.import', { file: sampleFile, replace: false });
  const final = (name: string, day: string) =>
    test.does('pack.export', {
      release,
      out: join(folder, name),
      asOf: calendarDate(day),
      final: true,
      acceptBlockers: 'Asked for.',
    });
  const identityOf = async (file: string) => {
    const out = `${file}.apart`;
    await test.does('pack.extract', { file, out });
    return (JSON.parse(readFileSync(join(out, 'snapshot.json'), 'utf8')) as PackSnapshot).identity;
  };
  return { ...test, folder, final, identityOf };
}

describe('the day as of which something is issued', () => {
  it('is today at the latest, of everything that is registered; a draft looks at any day', async () => {
    const { does, refuses, folder, final } = await withSample();
    await final('1.pdf', '2021-10-19');
    const { facts } = await does('release.open', { release, asOf: today });
    const decision = { body: 'CSC', on: '2021-10-20', outcome: 'Go', wording: 'Go.' };
    const of = { asOf: today, releaseId: facts.release.id ?? '' };
    await does('record.create', { ...of, kind: 'decision', fields: decision });
    const late = { reference: 'EV-090', version: 1, title: 'Late report', criteria: ['AC-01'], addedOn: '2021-10-20' };
    await does('record.create', { ...of, kind: 'evidence', fields: late });
    const out = join(folder, 'ahead.pdf');
    const input = { release, out, asOf: tomorrow };
    const accepted = { final: true, acceptBlockers: 'Asked for.' };
    const issued = [
      ['pack.export', { ...input, ...accepted }],
      ['paper.export', { ...input, body: 'TAG', meeting: '2021-10-27' }],
      ['addendum.export', input],
      ['decision.export', input],
    ] as const;
    for (const [verb, asked] of issued)
      expect(await refuses(verb, asked), verb).toMatchObject({
        kind: 'invalidInput',
        where: 'asOf',
        message: expect.stringContaining('cannot be issued as of 21 October 2021, for that day has not come'),
      });
    expect(existsSync(out)).toBe(false);
    expect(await does('pack.finals', { release })).toHaveLength(1);
    expect(await does('pack.issued', { release })).toEqual([]);
    await does('pack.export', { ...input, final: false, acceptBlockers: null });
    for (const [verb, asked] of issued.slice(1)) await does(verb, { ...asked, asOf: today } as never);
    expect(await does('pack.issued', { release })).toHaveLength(3);
  });

  it('may be an earlier one: such a final supersedes only what was of its day or before, and says so', async () => {
    const { does, final, identityOf } = await withSample();
    await final('1.pdf', '2021-10-01');
    const second = await final('2.pdf', '2021-10-20');
    const third = await final('3.pdf', '2021-10-10');
    const references = { 1: 'SEC-GL 2021-11 · 1', 2: 'SEC-GL 2021-11 · 2', 3: 'SEC-GL 2021-11 · 3' };
    expect(await identityOf(third.file)).toMatchObject({
      reference: references[3],
      previous: { reference: references[1], asOf: '2021-10-01' },
      later: { reference: references[2], asOf: '2021-10-20', sha256: second.sha256 },
    });
    const cover = (await readPages(new Uint8Array(readFileSync(third.file))))[0]?.replace(/\s+/g, ' ') ?? '';
    expect(cover).toContain('SEC-GL 2021-11 · 2, as of 20 October 2021: this pack looks back to an earlier day');
    expect(cover).not.toContain('Supersedes');
    expect(await does('pack.verify', { file: third.file })).toMatchObject({ ok: true });
  });

  it('of the latest final stands: the next one supersedes it, and other editions are of it', async () => {
    const { does, refuses, folder, final, identityOf } = await withSample();
    await final('1.pdf', '2021-10-20');
    await final('2.pdf', '2021-10-10');
    const references = { 1: 'SEC-GL 2021-11 · 1', 2: 'SEC-GL 2021-11 · 2' };
    const draft = { release, asOf: today, final: false, acceptBlockers: null, out: join(folder, 'draft.pdf') };
    await does('pack.export', draft);
    const next = await identityOf(draft.out);
    expect([next.previous?.reference, next.later]).toEqual([references[1], undefined]);
    expect(await does('pack.since', { release, asOf: today })).toMatchObject({ reference: references[1] });
    const edition = { release, final: true, acceptBlockers: null, edition: 'reading' as const, asOf: null };
    const reading = await does('pack.export', { ...edition, out: join(folder, 'reading.pdf') });
    expect((await identityOf(reading.file)).editionOf?.reference).toBe(references[1]);
    const ofSecond = { ...edition, asOf: calendarDate('2021-10-10'), out: join(folder, 'reading-2.pdf') };
    expect((await identityOf((await does('pack.export', ofSecond)).file)).editionOf?.reference).toBe(references[2]);
    const before = { release, asOf: calendarDate('2021-09-01'), out: join(folder, 'addendum.pdf') };
    expect((await refuses('addendum.export', before)).message).toBe(
      'There is no final pack of November 2021 SEC Release as of 1 September 2021 or before that an addendum could add to; export a pack.',
    );
  });
});
