import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { day, withPaper } from '../support/answeredPaper.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { answersTo, fillWithPdfLib } from '../support/fillPaper.ts';
import { scratchFolder } from '../support/scratch.ts';

/** The sample, one question of TAG's on AC-01 recorded by hand, and then a paper as of 20 October. */
async function paperAfter(fields: Readonly<Record<string, unknown>>) {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'), { today: () => calendarDate('2021-10-20') });
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const before = (await does('release.open', { release: id, asOf: null })).facts.views;
  const ask = { body: 'TAG', criterion: 'AC-01', ...fields };
  await does('record.create', { asOf: null, releaseId: id, kind: 'view', fields: ask });
  const out = join(folder, 'paper.pdf');
  await does('paper.export', { release: id, body: 'TAG', meeting: day('2021-10-27'), out, asOf: null });
  const { facts } = await does('release.open', { release: id, asOf: null });
  return facts.views.filter(
    (view) => view.body === 'TAG' && view.criterion === 'AC-01' && !before.some((old) => old.id === view.id),
  );
}

const paper = 'TAG paper 2021-10-27';

it('a paper leaves the day on which the body was first asked', async () => {
  const views = await paperAfter({ askedOn: '2021-10-01' });
  expect(views.map(({ askedOn, paper }) => [askedOn, paper]).sort()).toEqual([
    ['2021-10-01', null],
    ['2021-10-20', paper],
  ]);
});

it.each([
  ['not put yet', {}],
  ['put on the same day', { askedOn: '2021-10-20' }],
])('a question %s is the one that the paper puts', async (_how, fields) => {
  const views = await paperAfter(fields);
  expect(views).toMatchObject([{ askedOn: '2021-10-20', paper, sawText: expect.any(String) }]);
});

it.each(['2021-10-11', '2021-10-19'])(
  'a paper that judges on %s puts its questions on the day it is made',
  async (asOf) => {
    const folder = scratchFolder();
    const { does } = testEngine(join(folder, 'store'), { today: () => day('2021-10-20') });
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    const out = join(folder, 'paper.pdf');
    await does('paper.export', { release: id, body: 'TAG', meeting: day('2022-03-10'), out, asOf: day(asOf) });
    const { facts } = await does('release.open', { release: id, asOf: null });
    const asked = facts.views.filter((view) => view.paper === 'TAG paper 2022-03-10');
    expect(new Set(asked.map(({ askedOn }) => askedOn))).toEqual(new Set(['2021-10-20']));
  },
);

it('an answer in either of two papers finds the question that its own paper put', async () => {
  let today = day('2021-10-20');
  const { does, folder, id, paper, answers, criteria, facts } = await withPaper({ today: () => today });
  const [later, first, second] = ['later', 'first', 'second'].map((name) => join(folder, `${name}.pdf`)) as [
    string,
    string,
    string,
  ];
  today = day('2021-10-22');
  await does('paper.export', { release: id, body: 'TAG', meeting: day('2021-10-27'), out: later, asOf: null });
  await fillWithPdfLib(paper, answers, first);
  await fillWithPdfLib(later, await answersTo(later, criteria, { 'AC-03': { position: 'noView' } }), second);
  for (const file of [first, second]) await does('paper.read', { release: id, file, dryRun: false });
  const views = (await facts()).views.filter(
    (view) => view.criterion === 'AC-03' && view.paper?.includes('2021-10-27'),
  );
  expect(views.map(({ askedOn, paper, position }) => [askedOn, paper, position]).sort()).toEqual([
    ['2021-10-20', 'TAG paper 2021-10-27', 'supportsWithConditions'],
    ['2021-10-22', 'TAG paper 2021-10-27 · 2', 'noView'],
  ]);
});
