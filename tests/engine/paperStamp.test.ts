import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, type TestEngine, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

type Given = { readonly does: TestEngine['does']; readonly release: string; readonly view: string };

/** Every way in which an answer comes in. */
const ways: readonly (readonly [string, (given: Given) => Promise<unknown>])[] = [
  [
    'typed',
    ({ does, view }) =>
      does('record.edit', { asOf: null, kind: 'view', id: view, fields: { position: 'supports', on: '2021-10-27' } }),
  ],
  [
    'from a meeting sheet',
    ({ does, release, view }) => {
      const fields = { position: 'supports', on: '2021-10-27' };
      return does('record.saveMany', { asOf: null, releaseId: release, saves: [{ kind: 'view', id: view, fields }] });
    },
  ],
  [
    'from a table',
    async ({ does, release }) => {
      const text = 'Body\tCriterion\tPosition\tDate\nTAG\tAC-03\tSupports\t2021-10-27';
      const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
      const { token } = await does('import.read', { kind: 'views', release, file: null, text, ...reading });
      await does('import.take', { token, skip: [] });
    },
  ],
  [
    'as a record of its own that names the paper',
    ({ does, release }) => {
      const fields = { body: 'Testing Advisory Group', criterion: 'AC-03', paper: 'TAG paper 2021-10-27' };
      const answer = { ...fields, position: 'supports', on: '2021-10-27' };
      return does('record.create', { asOf: null, releaseId: release, kind: 'view', fields: answer });
    },
  ],
];

it.each(ways)('a body that was sent a paper answers to what the paper showed, %s', async (_how, answer) => {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'), { today: () => calendarDate('2021-10-20') });
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const out = join(folder, 'paper.pdf');
  await does('paper.export', { release: id, body: 'TAG', meeting: calendarDate('2021-10-27'), out, asOf: null });
  const asked = async () => {
    const { facts } = await does('release.open', { release: id, asOf: null });
    const views = facts.views.filter((view) => view.criterion === 'AC-03' && view.paper !== null);
    return views.find((view) => view.position !== null) ?? views.at(-1);
  };
  const shown = (await asked())?.saw;
  expect(shown?.map((saw) => saw.evidence)).toEqual(['EV-003@1']);
  const late = join(folder, 'late.txt');
  writeFileSync(late, 'Late evidence.');
  await does('evidence.add', { release: id, file: late, asOf: null, fields: { criteria: ['AC-03'] } });
  const view = await asked();
  await answer({ does, release: id, view: view?.id ?? '' });
  expect(await asked()).toMatchObject({ position: 'supports', saw: shown });
  const readiness = await does('readiness.compute', { release: id, asOf: calendarDate('2021-10-28') });
  const fresh = readiness.findings.find(({ rule, subject }) => rule === 'input.fresh' && subject === 'TAG/AC-03');
  expect(fresh).toMatchObject({ outcome: 'notMet' });
});
