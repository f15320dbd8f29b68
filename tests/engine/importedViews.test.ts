import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { View } from '../../shared/domain/records/committees.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A release of two criteria with the views of TAG that are given, as of 1 May 2026. */
async function withViews(...views: readonly Fields[]) {
  const { does } = testEngine(join(scratchFolder(), 'store'), { today: () => calendarDate('2026-05-01') });
  const { id } = await does('release.create', {
    name: 'June 2026',
    kind: 'system',
    slot: null,
    adHocReason: 'Urgent.',
    approvedDate: calendarDate('2026-06-25'),
  });
  const create = (kind: 'criterion' | 'view', fields: Fields) =>
    does('record.create', { asOf: null, releaseId: id, kind, fields });
  for (const reference of ['AC-01', 'AC-02']) await create('criterion', { reference, text: `Text of ${reference}` });
  for (const view of views) await create('view', { body: 'TAG', ...view });
  const all = async () => (await does('release.open', { release: id, asOf: null })).facts.views;
  const take = async (text: string) => {
    const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
    const { token } = await does('import.read', { kind: 'views', release: id, file: null, text, ...reading });
    return does('import.take', { token, skip: [] });
  };
  const exported = async () => {
    const out = join(scratchFolder(), 'views.csv');
    await does('table.export', { release: id, table: 'views', out, asOf: null });
    return readFileSync(out, 'utf8');
  };
  return { does, id, all, take, exported };
}

const heading = 'Body,Criterion,Asked on,Position,Given on,Paper,Wording';
const deferred = { criterion: 'AC-01', askedOn: '2026-04-01', position: 'deferred', on: '2026-04-05' };
const objection = { criterion: 'AC-02', position: 'doesNotSupport', on: '2026-04-05', wording: 'We object.' };
const open = { criterion: 'AC-01', askedOn: '2026-04-10', paper: 'TAG paper 2026-05-12' };

const said = ({ criterion, askedOn, position, on }: View | Fields) =>
  [criterion, askedOn ?? null, position ?? null, on ?? null].join(' ');

describe('a row that says something else than the views that are recorded', () => {
  it.each([
    ['a question of another day', deferred, 'TAG,AC-01,2026-05-01,,,,', 'AC-01 2026-05-01  '],
    ['another position without a day', objection, 'TAG,AC-02,,Supports,,,', 'AC-02  supports '],
    ['another position on the same day', objection, 'TAG,AC-02,,Supports,2026-04-05,,', 'AC-02  supports 2026-04-05'],
    ['other words without a day', objection, 'TAG,AC-02,,,,,We agree.', 'AC-02   '],
    ['an answer before it was asked', open, 'TAG,AC-01,,Supports,2025-11-03,,', 'AC-01  supports 2025-11-03'],
    ['an answer to another paper', open, 'TAG,AC-01,,Supports,2026-04-20,TAG_12,', 'AC-01  supports 2026-04-20'],
    ['a question after the answer', objection, 'TAG,AC-02,2026-05-01,,,,', 'AC-02 2026-05-01  '],
  ])('is a view of its own, once: %s', async (_what, recorded, row, expected) => {
    const { all, take } = await withViews(recorded);
    const [before] = await all();
    expect(await take(`${heading}\n${row}`)).toMatchObject({ taken: 1, updated: 0 });
    const views = await all();
    expect(views.find(({ id }) => id === before?.id)).toEqual(before);
    expect(views.filter(({ id }) => id !== before?.id).map(said)).toEqual([expected]);
    expect(await take(`${heading}\n${row}`)).toMatchObject({ taken: 0, updated: 0, unchanged: 1 });
    expect(await all()).toEqual(views);
  });
});

describe('a row that goes on from a view that is recorded', () => {
  it.each([
    ['answers the open question', open, 'TAG,AC-01,,Supports,2026-04-20,,', 'AC-01 2026-04-10 supports 2026-04-20'],
    ['answers it without a day', open, 'TAG,AC-01,,Supports,,,', 'AC-01 2026-04-10 supports '],
    [
      'says when it was asked',
      { ...objection, criterion: 'AC-01' },
      'TAG,AC-01,2026-04-01,Does not support,,,',
      'AC-01 2026-04-01 doesNotSupport 2026-04-05',
    ],
    [
      'corrects words of which neither has a day',
      { criterion: 'AC-01', position: 'supports', wording: 'First.' },
      'TAG,AC-01,,Supports,,,Ours.',
      'AC-01  supports ',
    ],
    [
      'corrects the words of its day',
      objection,
      'TAG,AC-02,,Does not support,2026-04-05,,We object to it.',
      'AC-02  doesNotSupport 2026-04-05',
    ],
  ])('%s', async (_what, recorded, row, expected) => {
    const { all, take } = await withViews(recorded);
    expect(await take(`${heading}\n${row}`)).toMatchObject({ taken: 0, updated: 1 });
    expect((await all()).map(said)).toEqual([expected]);
    expect(await take(`${heading}\n${row}`)).toMatchObject({ taken: 0, updated: 0, unchanged: 1 });
  });

  it('is the answer to the latest question that was open on its day', async () => {
    const { all, take } = await withViews(open, { ...open, askedOn: '2026-04-25', paper: null });
    await take(`${heading}\nTAG,AC-01,,Supports,2026-04-20,,\nTAG,AC-01,,Deferred,2026-04-28,,`);
    expect((await all()).map(said).sort()).toEqual([
      'AC-01 2026-04-10 supports 2026-04-20',
      'AC-01 2026-04-25 deferred 2026-04-28',
    ]);
  });

  it('does not write over the answer of the row before it, where one question was open', async () => {
    const { all, take } = await withViews(open);
    await take(`${heading}\nTAG,AC-01,,Deferred,2026-04-20,,\nTAG,AC-01,,Supports,2026-04-28,,`);
    expect((await all()).map(said).sort()).toEqual([
      'AC-01  supports 2026-04-28',
      'AC-01 2026-04-10 deferred 2026-04-20',
    ]);
  });
});

it('a view that a row states as it stands is made nothing else by another row, however often the table is read', async () => {
  const { all, take } = await withViews({ ...deferred, position: 'supports', wording: 'ok' });
  const text = `${heading}\nTAG,AC-01,2026-04-01,Supports,2026-04-05,,ok\nTAG,AC-01,,Supports,2026-04-05,P2,other words`;
  expect(await take(text)).toMatchObject({ taken: 1, updated: 0, unchanged: 1 });
  const stood = await all();
  expect(stood.map(({ wording, paper }) => [wording, paper]).sort()).toEqual([
    ['ok', null],
    ['other words', 'P2'],
  ]);
  expect(await take(text)).toMatchObject({ taken: 0, updated: 0, unchanged: 2 });
  expect(await all()).toEqual(stood);
});

describe('our own table of views, read into an empty release', () => {
  const seen = { evidence: 'EV-001@1', sha256: 'a'.repeat(64) };
  const views = [
    { ...objection, sawText: 'An earlier text', saw: [] },
    { ...deferred, position: 'supports', sawText: 'Text of AC-01', saw: [seen] },
    { ...deferred, position: 'noView', on: '2026-04-07', sawText: null, saw: null },
  ];

  it('states what each body saw, and no more than that', async () => {
    const { exported } = await withViews(...views);
    const twin = await withViews();
    expect(await twin.take(await exported())).toMatchObject({ taken: 3, refusedCount: 0 });
    const stamps = (await twin.all()).map(({ on, sawText, saw }) => [on, sawText, saw]);
    expect(stamps.sort()).toEqual([
      ['2026-04-05', 'An earlier text', []],
      ['2026-04-05', 'Text of AC-01', [{ ...seen, sha256: null }]],
      ['2026-04-07', null, null],
    ]);
    const { findings } = await twin.does('readiness.compute', { release: twin.id, asOf: null });
    const fresh = findings.filter(({ rule }) => rule === 'input.fresh');
    expect(fresh.find(({ subject }) => subject === 'TAG/AC-02')).toMatchObject({ outcome: 'notMet' });
    expect(fresh.find(({ subject }) => subject === 'TAG/AC-01')).toMatchObject({ outcome: 'cannotTell' });
  });

  it('changes nothing in the release that it came from', async () => {
    const { all, take, exported } = await withViews(...views);
    const before = await all();
    expect(await take(await exported())).toMatchObject({ taken: 0, updated: 0, unchanged: 3 });
    expect(await all()).toEqual(before);
  });
});
