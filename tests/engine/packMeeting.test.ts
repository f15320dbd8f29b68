import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { sectionsOf } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/*
 * The head of every page, the cover and the findings of one pack speak of one meeting and of one submission: those by
 * which the Go-Live decision is judged.
 */

const asOf = calendarDate('2026-06-05');
const release = 'June 2026 SEC Release';
const both = ['SECAS', 'DCC'];

async function draftOf(facts: Record<string, unknown>) {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'));
  const file = join(folder, 'release.json');
  const own = { name: release, kind: 'system', slot: '2026-06' };
  writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, release: own, ...facts }));
  await does('release.import', { file, replace: false });
  const out = join(folder, 'draft.pdf');
  await does('pack.export', { release, out, asOf, final: false, acceptBlockers: null });
  await does('pack.extract', { file: out, out: join(folder, 'apart') });
  const { default: taken } = await import(join(folder, 'apart/snapshot.json'), { with: { type: 'json' } });
  const snapshot = packSnapshotSchema.parse(taken);
  const [cover] = sectionsOf(buildPackModel(snapshot)).flatMap(({ blocks }) => blocks);
  const row = (label: string) =>
    cover?.kind === 'facts' ? cover.rows.find((one) => one.label === label)?.value : undefined;
  const due = snapshot.readiness.findings.find(({ rule }) => rule === 'decision.recorded')?.due;
  return { meeting: snapshot.identity.meeting, due, presentedBy: row('Presented by'), for: row('For') };
}

it('a meeting after go-live is not the one that decides', async () => {
  const meetings = [
    { body: 'CSC', on: '2026-06-10' },
    { body: 'CSC', on: '2026-09-16' },
  ];
  const submissions = [{ on: '2026-06-03', presentedBy: both }];
  expect(await draftOf({ meetings, submissions })).toMatchObject({
    meeting: '2026-06-10',
    due: '2026-06-10',
    for: 'the CSC meeting of 10 June 2026',
  });
});

it('a meeting is the CSC’s by whichever of its names', async () => {
  expect(await draftOf({ meetings: [{ body: 'Change Sub-Committee', on: '2026-06-10' }] })).toMatchObject({
    meeting: '2026-06-10',
    due: '2026-06-10',
  });
});

it('a submission that is planned behind the one that stands gives neither the meeting nor the presenters', async () => {
  const submissions = [
    { on: '2026-06-03', meeting: '2026-06-10', presentedBy: both },
    { on: '2026-07-01', meeting: '2026-07-08', presentedBy: null },
  ];
  expect(await draftOf({ submissions })).toMatchObject({
    meeting: '2026-06-10',
    due: '2026-06-10',
    presentedBy: [{ text: 'SECAS and DCC' }],
  });
});
