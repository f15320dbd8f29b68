import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

it('a body that was sent a paper answers to what the paper showed, whatever was added since', async () => {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'), { today: () => calendarDate('2021-10-20') });
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const out = join(folder, 'paper.pdf');
  await does('paper.export', { release: id, body: 'TAG', meeting: calendarDate('2021-10-27'), out, asOf: null });
  const asked = async () => {
    const { facts } = await does('release.open', { release: id, asOf: null });
    return facts.views.filter((view) => view.body === 'TAG' && view.criterion === 'AC-03').at(-1);
  };
  const shown = (await asked())?.saw;
  expect(shown?.map((saw) => saw.evidence)).toEqual(['EV-003@1']);
  const late = join(folder, 'late.txt');
  writeFileSync(late, 'Late evidence.');
  await does('evidence.add', { release: id, file: late, asOf: null, fields: { criteria: ['AC-03'] } });
  const view = await asked();
  const given = { position: 'supports', on: '2021-10-27' };
  await does('record.edit', { asOf: null, kind: 'view', id: view?.id ?? '', fields: given });
  expect((await asked())?.saw).toEqual(shown);
  const readiness = await does('readiness.compute', { release: id, asOf: calendarDate('2021-10-28') });
  const fresh = readiness.findings.find(({ rule, subject }) => rule === 'input.fresh' && subject === 'TAG/AC-03');
  expect(fresh).toMatchObject({ outcome: 'notMet' });
});
