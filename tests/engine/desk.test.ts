import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

async function withSample() {
  const folder = scratchFolder();
  const engine = testEngine(join(folder, 'store'));
  const { id } = await engine.does('release.import', { file: sampleFile, replace: false });
  const { facts } = await engine.does('release.open', { release: id, asOf: null });
  const find = (text: string) => engine.does('search.find', { text, releaseId: null, limit: 20 });
  return { ...engine, folder, id, facts, find };
}

describe('search', () => {
  it('finds a record by words in any order, by the beginning of the last one, and marks them in the snippet', async () => {
    const { find } = await withSample();
    const { hits, complete } = await find('window rehears');
    expect(complete).toBe(true);
    expect(hits.map((hit) => hit.key)).toContain('AC-04');
    const marked = hits.find((hit) => hit.key === 'AC-04')?.snippet.filter((part) => part.fits);
    expect(marked?.map((part) => part.text.toLowerCase())).toEqual(expect.arrayContaining(['rehearsed', 'window']));
  });

  it('shows what is stored under a word, a date or a slot as people read it', async () => {
    const { does, find, facts, id } = await withSample();
    const shown = async (text: string, key: string) => {
      const hit = (await find(text)).hits.find((one) => one.key === key);
      return hit?.snippet.map((part) => part.text).join('');
    };
    const criterion = facts.criteria[0]?.id ?? '';
    const fields = { text: 'About zebras.', selfStatus: 'inProgress' };
    await does('record.edit', { asOf: null, kind: 'criterion', id: criterion, fields });
    expect(await shown('zebras', facts.criteria[0]?.reference ?? '')).toContain('in progress');
    expect(await shown('inProgress', facts.criteria[0]?.reference ?? '')).not.toContain('inProgress');
    await does('record.edit', { asOf: null, kind: 'release', id, fields: { name: 'Zebra' } });
    const release = (await shown('zebra', 'Zebra')) ?? '';
    expect(release).not.toMatch(/\d{4}-\d\d/);
  });

  it('follows a change and forgets what was removed', async () => {
    const { does, find, facts } = await withSample();
    const criterion = facts.criteria[0]?.id ?? '';
    await find('anything');
    await does('record.edit', { asOf: null, kind: 'criterion', id: criterion, fields: { text: 'About zebras.' } });
    expect((await find('zebras')).hits.map((hit) => hit.key)).toEqual(['AC-01']);
    await does('record.remove', { asOf: null, kind: 'criterion', id: criterion });
    expect((await find('zebras')).hits).toEqual([]);
  });

  it.each(['"', 'AC-01"', '* OR', 'NEAR(', "'; DROP TABLE ledger", '   ', '-', '\u0000'])(
    'takes %j as words and nothing else',
    async (text) => {
      const { does, find } = await withSample();
      await find(text);
      expect((await does('store.check', {})).ok).toBe(true);
    },
  );
});

describe('drafts', () => {
  it('keep what is typed without touching a fact or the history, until it is saved', async () => {
    const { does, id, facts } = await withSample();
    const recordId = facts.criteria[0]?.id ?? '';
    const draft = { releaseId: id, kind: 'criterion' as const, recordId, field: 'text', value: 'Half a wor' };
    const before = await does('history.list', { releaseId: id, limit: 5 });
    await does('draft.keep', draft);
    expect(await does('history.list', { releaseId: id, limit: 5 })).toEqual(before);
    expect(await does('draft.list', { releaseId: id })).toMatchObject([
      { recordId, field: 'text', value: 'Half a wor' },
    ]);
    await does('record.edit', { asOf: null, kind: 'criterion', id: recordId, fields: { text: 'A whole word.' } });
    expect(await does('draft.list', { releaseId: id })).toEqual([]);
  });

  it('of a part of a field go when the field is saved', async () => {
    const { does, id, facts } = await withSample();
    const recordId = facts.criteria[0]?.id ?? '';
    const draft = { releaseId: id, kind: 'criterion' as const, recordId, field: 'needs.minimumItems', value: 7 };
    await does('draft.keep', draft);
    const needs = { minimumItems: 8, kinds: null, effectiveOnOrAfter: null, independent: null };
    await does('record.edit', { asOf: null, kind: 'criterion', id: recordId, fields: { needs } });
    expect(await does('draft.list', { releaseId: id })).toEqual([]);
  });
});

describe('all releases', () => {
  it('names what two releases ask of the same people on the same day, and Go-Lives that lie close', async () => {
    const { does } = await withSample();
    await does('release.create', {
      name: 'An ad-hoc release',
      kind: 'system',
      slot: null,
      adHocReason: 'Urgent.',
      approvedDate: '2021-11-11' as never,
    });
    const portfolio = await does('portfolio.compute', { asOf: '2021-10-01' as never });
    expect(portfolio.clashes.map((clash) => clash.sentence)).toContain(
      'November 2021 SEC Release and An ad-hoc release go live 7 days apart (11 November 2021).',
    );
    const days = portfolio.deadlines.map((deadline) => deadline.on);
    expect(days).toEqual([...days].sort());
  });

  it('writes every date as an iCalendar file of whole days with ids that stay', async () => {
    const { does, folder, id } = await withSample();
    const asOf = '2021-10-01' as never;
    const out = join(folder, 'dates.ics');
    const { events } = await does('calendar.export', { release: id, out, asOf });
    const text = readFileSync(out, 'utf8');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(events);
    expect(text).toContain('SUMMARY:November 2021 · Go-Live');
    expect(text).toMatch(/DTSTART;VALUE=DATE:20211104/);
    await does('calendar.export', { release: id, out: join(folder, 'again.ics'), asOf });
    const ids = (content: string) => content.match(/^UID:.*$/gm);
    expect(ids(readFileSync(join(folder, 'again.ics'), 'utf8'))).toEqual(ids(text));
  });

  it('gives every date in the calendar an id of its own, which stays when its day moves', async () => {
    const { does, folder, id } = await withSample();
    const asOf = calendarDate('2021-10-01');
    const add = (kind: 'meeting' | 'goLivePart', fields: Readonly<Record<string, unknown>>) =>
      does('record.create', { asOf, releaseId: id, kind, fields });
    await add('meeting', { body: 'TAG', on: '2021-10-13' });
    await add('meeting', { body: 'TAG', on: '2021-10-20' });
    await add('goLivePart', { what: 'North', date: '2021-11-02' });
    await add('goLivePart', { what: 'South', date: '2021-11-05' });
    const events = async (name: string) => {
      const out = join(folder, name);
      const { events: count } = await does('calendar.export', { release: id, out, asOf });
      const text = readFileSync(out, 'utf8').replaceAll('\r\n ', '');
      const found = [
        ...text.matchAll(/^UID:(.*)\r\n[\s\S]*?^DTSTART;VALUE=DATE:(.*)\r\n[\s\S]*?^SUMMARY:(.*)\r$/gm),
      ].map(([, uid, on, summary]) => ({ uid, on, summary: String(summary) }));
      expect(found).toHaveLength(count);
      expect(new Set(found.map(({ uid }) => uid)).size).toBe(count);
      return found;
    };
    const before = await events('before.ics');
    expect(before.filter(({ summary }) => summary.endsWith('TAG meets')).length).toBeGreaterThan(1);
    expect(before.filter(({ summary }) => summary.includes('Go-Live of')).map(({ on }) => on)).toEqual([
      '20211102',
      '20211105',
    ]);
    // Every meeting and every part moves, and with the meetings the days that are counted back from them.
    const { facts } = await does('release.open', { release: id, asOf });
    const move = (
      kind: 'meeting' | 'goLivePart',
      record: string | undefined,
      fields: Readonly<Record<string, unknown>>,
    ) => does('record.edit', { asOf, kind, id: record ?? '', fields });
    for (const one of facts.meetings) if (one.on) await move('meeting', one.id, { on: plusDays(one.on, 1) });
    for (const one of facts.release.goLive.parts)
      if (one.date) await move('goLivePart', one.id, { date: plusDays(one.date, 1) });
    const after = await events('after.ics');
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    expect(after).not.toEqual(before);
  });
});

it('keeps one’s own criteria template, and begins with the shipped one', async () => {
  const { does } = await withSample();
  const shipped = await does('templates.get', {});
  expect(shipped.system.length).toBeGreaterThan(5);
  const own = { ...shipped, system: [{ text: 'Ours.', owner: 'DCC', family: null, bodies: ['TAG'] }] };
  await does('templates.save', own);
  expect(await does('templates.get', {})).toEqual(own);
});
