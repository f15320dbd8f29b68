import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { View } from '../../shared/domain/records/committees.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A release of three criteria that were entered on 1 November; AC-02 was worded anew on the 20th. It is 27 November now. */
async function withHistory() {
  const folder = scratchFolder();
  let today = calendarDate('2026-11-01');
  const stamps = { now: () => `${today}T12:00:00.000Z`, newId: randomUUID };
  const { does } = testEngine(join(folder, 'store'), { today: () => today, stamps });
  const approvedDate = calendarDate('2027-06-24');
  const { id } = await does('release.create', {
    name: 'June',
    kind: 'system',
    slot: null,
    adHocReason: 'Urgent.',
    approvedDate,
  });
  const create = async (kind: 'criterion' | 'view', fields: Readonly<Record<string, unknown>>) =>
    (await does('record.create', { asOf: null, releaseId: id, kind, fields })).changes[0]?.id ?? '';
  const edit = (kind: 'criterion' | 'view', record: string, fields: Readonly<Record<string, unknown>>) =>
    does('record.edit', { asOf: null, kind, id: record, fields });
  const worded: string[] = [];
  for (const reference of ['AC-01', 'AC-02', 'AC-03'])
    worded.push(await create('criterion', { reference, text: `Text of ${reference}`, bodies: ['TAG'] }));
  const file = join(folder, 'report.txt');
  const add = async (criterion: string, content: string) => {
    writeFileSync(file, content);
    await does('evidence.add', { asOf: null, release: id, file, fields: { criteria: [criterion] } });
  };
  await add('AC-01', 'one');
  today = calendarDate('2026-11-20');
  await edit('criterion', worded[1] ?? '', { text: 'Worded anew.' });
  await add('AC-03', 'two');
  today = calendarDate('2026-11-27');
  const views = async () => (await does('release.open', { release: id, asOf: null })).facts.views;
  const fresh = async () => {
    const { findings } = await does('readiness.compute', { release: id, asOf: null });
    const found = findings.filter(({ rule }) => rule === 'input.fresh');
    return Object.fromEntries(found.map(({ subject, outcome }) => [subject, outcome]));
  };
  return { does, id, create, edit, views, fresh };
}

type Release = Awaited<ReturnType<typeof withHistory>>;

const fieldsOf = (criterion: string) => ({ body: 'TAG', criterion, position: 'supports', on: '2026-11-05' });
const references = ['AC-01', 'AC-02', 'AC-03'];

/** Every way in which a view of an earlier day comes in. */
const ways: readonly (readonly [string, (release: Release) => Promise<unknown>])[] = [
  [
    'typed',
    async ({ create }) => {
      for (const criterion of references) await create('view', fieldsOf(criterion));
    },
  ],
  [
    'typed field by field',
    async ({ create, edit }) => {
      for (const criterion of references) {
        const view = await create('view', { body: 'TAG', criterion });
        await edit('view', view, { position: 'supports' });
        await edit('view', view, { on: '2026-11-05' });
      }
    },
  ],
  [
    'from a meeting sheet',
    ({ does, id }) => {
      const saves = references.map((one) => ({ kind: 'view' as const, id: null, fields: fieldsOf(one) }));
      return does('record.saveMany', { asOf: null, releaseId: id, saves });
    },
  ],
  [
    'from a table',
    async ({ does, id }) => {
      const rows = references.map((one) => `TAG,${one},Supports,2026-11-05`);
      const text = ['Body,Criterion,Position,Given on', ...rows].join('\n');
      const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
      const { token } = await does('import.read', {
        kind: 'views',
        release: id,
        file: null,
        text,
        ...reading,
      });
      await does('import.take', { token, skip: [] });
    },
  ],
];

it.each(ways)('a view of an earlier day is stamped with what stood then and stands now, %s', async (_how, record) => {
  const release = await withHistory();
  await record(release);
  const stamps = (await release.views()).map(({ criterion, sawText, saw }: View) => [
    criterion,
    sawText,
    saw?.map(({ evidence }) => evidence) ?? null,
  ]);
  expect(stamps.sort()).toEqual([
    ['AC-01', 'Text of AC-01', ['EV-001@1']],
    ['AC-02', null, []],
    ['AC-03', 'Text of AC-03', []],
  ]);
  expect(await release.fresh()).toEqual({ 'TAG/AC-01': 'met', 'TAG/AC-02': 'cannotTell', 'TAG/AC-03': 'notMet' });
});

it('a corrected position leaves what the body saw as it was', async () => {
  const { create, edit, views, fresh } = await withHistory();
  const unstamped = await create('view', fieldsOf('AC-02'));
  const stamped = await create('view', { ...fieldsOf('AC-03'), sawText: 'Before', saw: [] });
  const seen = async () => (await views()).map(({ criterion, sawText, saw }) => [criterion, sawText, saw]);
  const before = await seen();
  for (const view of [unstamped, stamped]) await edit('view', view, { position: 'supportsWithConditions' });
  expect(await seen()).toEqual(before);
  expect(await fresh()).toMatchObject({ 'TAG/AC-02': 'cannotTell', 'TAG/AC-03': 'notMet' });
});
