import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { late, name, references } from '../fixtures/november2020.ts';
import { countedPerson } from '../support/actions.ts';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import * as journey from '../support/november2020.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

it('November 2020 from nothing to its copy: “not yet”, a second final, “go with conditions”, live, closed; a third by keyboard', async () => {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const report = (reference: string) => join(folder, `${reference} exit report.txt`);
  for (const reference of references) writeFileSync(report(reference), `The exit report of ${reference}`);
  const opened = await openApp(store);
  const { page } = opened;
  const person = countedPerson(page);
  const at = { page, person, desk: deskOf(page) };
  const saveAs = (file: string) => opened.saveAs(join(folder, file));
  const done: string[] = [];
  const stage = async (words: string, work: () => Promise<void>) => {
    const before = person.actions();
    await work();
    done.push(`${words} ${person.actions() - before}`);
  };
  const byKeyboard = (words: string, work: () => Promise<void>) => stage(words, () => person.byKeyboard(work));

  await byKeyboard('scope', () => journey.begin(at));
  await stage('RID, TAD, dates', () => journey.documents(at));
  await stage('criteria', () => journey.agreeCriteria(at));
  await stage('testing', () => journey.testing(at));
  await stage('evidence, committees', () => journey.hear(at, references.filter((one) => one !== late).map(report)));
  await stage('draft, first final', () => journey.submit(at, saveAs));
  await byKeyboard('not yet', () => journey.decide(at, 'Not yet', `The CSC asks that ${late} be shown to be met.`));
  await stage('second final', () => journey.submitAgain(at, report(late), saveAs));
  await byKeyboard('go with conditions', () =>
    journey.decide(at, 'Go with conditions', 'The release goes live on 5 November 2020 with two conditions.'),
  );
  await stage('live, discharged', () => journey.finish(at));
  await byKeyboard('closed, copied', () => journey.close(at));

  const [actions, keys] = [person.actions(), person.keyboardActions()];
  console.log(`November 2020: ${actions} actions, ${keys} of them by keyboard alone (${done.join(' · ')})`);
  expect(actions).toBeLessThanOrEqual(180);
  expect(keys).toBeGreaterThanOrEqual(actions / 3);

  const out = join(folder, 'out.json');
  expect(golive(store, 'release', 'export', name, '--out', out).code).toBe(0);
  const facts = JSON.parse(readFileSync(out, 'utf8'));
  expect(facts.modifications).toHaveLength(18);
  // All of it, so that what is typed into another record's field is told as that.
  expect(facts.scopeDecisions).toEqual([
    expect.objectContaining({
      on: '2019-10-16',
      sets: 'systems',
      decision: 'The systems scope of November 2020 is set.',
    }),
    expect.objectContaining({ on: '2020-03-18', sets: 'all', decision: 'The scope of November 2020 is set.' }),
  ]);
  expect(facts.rid.versions[1]).toMatchObject({ version: '2.0', contains: expect.arrayContaining(['tad', 'cost']) });
  expect(facts.tad.versions).toMatchObject([{ publishedOn: '2020-03-10', onBehalf: expect.anything() }]);
  expect(facts.criteria.map((one: { selfStatus: string }) => one.selfStatus)).toEqual(references.map(() => 'met'));
  expect(facts.evidence.map((one: { status: string }) => one.status)).toEqual(references.map(() => 'accepted'));
  expect(new Set(facts.evidence.map((one: { addedOn: string }) => one.addedOn))).toEqual(
    new Set(['2020-09-18', '2020-10-16']),
  );
  const viewsOfLate = facts.views.filter((view: { criterion: string }) => view.criterion === late);
  expect(viewsOfLate.map((view: { on: string }) => view.on)).toContain('2020-10-19');
  expect(facts.submissions).toMatchObject([
    { meeting: '2020-10-07', presentedBy: ['SECAS', 'DCC'] },
    { meeting: '2020-10-21', presentedBy: ['SECAS', 'DCC'] },
  ]);
  expect(facts.decisions).toMatchObject([
    { on: '2020-10-07', outcome: 'Not yet' },
    { on: '2020-10-21', outcome: 'Go with conditions' },
  ]);
  expect(facts.conditions).toMatchObject([{ dischargedOn: '2020-11-13' }, { dischargedOn: '2020-12-02' }]);
  expect(facts.release).toMatchObject({ goLive: { actualDate: '2020-11-05' }, closedOn: expect.any(String) });
  for (const final of ['first.pdf', 'second.pdf'])
    expect(golive(store, '--json', 'pack', 'verify', join(folder, final)).json()).toMatchObject({ ok: true });
  expect(golive(store, 'release', 'show', 'June 2021 SEC Release').code).toBe(0);
});
