import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPages } from '../../electron/documents/check/wordsOut.ts';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { groupFindings } from '../../shared/domain/findings/groupFindings.ts';
import { computePlan } from '../../shared/domain/planning/computePlan.ts';
import { computeReadiness } from '../../shared/domain/readiness/computeReadiness.ts';
import { releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { releaseStatusOf } from '../../shared/domain/report/releaseStatus.ts';
import { buildReportModel } from '../../shared/domain/report/reportModel.ts';
import { standingInWords, statusBlocks, statusLimits } from '../../shared/domain/report/statusPage.ts';
import { openFile, readTree, walk } from '../documents/readStructure.ts';
import { factsWith, snapshotOf } from '../fixtures/facts.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { golive, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const statuses = ['met', 'notMet', 'inProgress', 'notSubmitted'];
const many = {
  release: { name: 'June 2022 SEC Release', kind: 'system', slot: '2022-06' },
  criteria: Array.from({ length: 200 }, (_, at) => ({
    reference: `AC-${at + 1}`,
    text: `Criterion ${at + 1}, which is to be shown to have been met before the release goes live. `.repeat(4),
    owner: at % 2 === 0 ? 'DCC' : 'SECAS',
    bodies: ['TAG', 'OPSG'],
    selfStatus: statuses[at % 4],
  })),
};
const empty = { release: { name: 'A release of which nothing is recorded yet '.repeat(4).trim() } };
const asOf = calendarDate('2021-10-20');

async function withThree() {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'), { today: () => asOf });
  await test.does('release.import', { file: sampleFile, replace: false });
  for (const [at, facts] of [many, empty].entries()) {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
    await test.does('release.import', { file, replace: false });
  }
  return { ...test, folder };
}

it('a day of Go-Live that has passed is planned until somebody records that it went live', () => {
  const goLive = { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2025-03-12' };
  const standing = (more: object, on: string) => {
    const facts = factsWith({ release: { goLive: { ...goLive, ...more } } as never });
    const snapshot = snapshotOf(facts, on);
    const [readiness, plan] = [computeReadiness(snapshot), computePlan(snapshot)];
    return standingInWords(releaseStatusOf({ id: 'a', facts, readiness, plan }, snapshot.asOf));
  };
  expect(standing({}, '2026-06-05')).toBe('In preparation · Go-Live in 20 days');
  expect(standing({}, '2026-06-25')).toBe('In preparation · Go-Live today');
  expect(standing({}, '2026-06-30')).toBe('In preparation · Go-Live planned 5 days ago');
  expect(standing({ actualDate: '2026-06-26' }, '2026-06-30')).toBe('Live · Go-Live 4 days ago');
});

it('says what was changed in the rulebook that it judges by', () => {
  const rulebook = {
    changes: [{ what: 'severity', rule: 'criteria.met', severity: 'advice', reason: 'Agreed.' } as const],
    paperDeadlines: [],
  };
  const snapshot = snapshotOf(factsWith({}), '2026-06-05', { rulebook });
  const [readiness, plan] = [computeReadiness(snapshot), computePlan(snapshot)];
  const status = releaseStatusOf({ id: 'a', facts: snapshot.facts, readiness, plan }, snapshot.asOf);
  const [limits] = statusLimits;
  if (!limits) throw new Error('no limits');
  const face = { asOf: snapshot.asOf, year: null, appVersion: '0' };
  expect(JSON.stringify(buildReportModel([status], face, limits).cover)).toContain(
    'criteria.met counts as advice instead of blocker: Agreed.',
  );
});

describe('a page of the status report', () => {
  it('counts in the scope what is in it, and of a live release says that it counts what is still asked', () => {
    const modifications = [
      { reference: 'MP1', inScope: true },
      { reference: 'MP2', inScope: true, addedToScopeOn: '2026-08-01' },
      { reference: 'MP3', inScope: false, removedFromScopeOn: '2026-05-01' },
      { reference: 'MP4', status: 'withdrawn' },
    ];
    const rowsOf = (actualDate: string | null) => {
      const goLive = { approvedDate: '2026-06-25', actualDate };
      const facts = factsWith({ release: { goLive }, modifications } as never);
      const snapshot = snapshotOf(facts, '2026-06-30');
      const [readiness, plan] = [computeReadiness(snapshot), computePlan(snapshot)];
      const [first] = statusBlocks(
        releaseStatusOf({ id: 'a', facts, readiness, plan }, snapshot.asOf),
        0,
        snapshot.asOf,
        { rows: 7, signs: 170 },
      );
      return first?.kind === 'facts' ? first.rows.map(({ label, value }) => [label, value]) : [];
    };
    expect(rowsOf(null)).toContainEqual(['Scope', '1 modification · 1 to join · 2 recorded and not in it']);
    expect(rowsOf(null).map(([label]) => label)).toContain('Readiness');
    expect(rowsOf('2026-06-25').map(([label]) => label)).toEqual(['State', 'Go-Live', 'Still asked', 'Scope']);
  });

  it('counts the findings that do not stand on it, not the groups', () => {
    const snapshot = snapshotOf(releaseFactsSchema.parse(many), asOf);
    const status = releaseStatusOf(
      { id: '1', facts: snapshot.facts, readiness: computeReadiness(snapshot), plan: computePlan(snapshot) },
      asOf,
    );
    const groups = groupFindings(status.open);
    const told: number[] = [];
    for (const limits of statusLimits) {
      const shown = groups.slice(0, limits.rows).reduce((sum, { findings }) => sum + findings.length, 0);
      const page = JSON.stringify(statusBlocks(status, 0, asOf, limits));
      const more = status.open.length - shown;
      if (more > 0) expect(page).toContain(`And ${more} more finding`);
      else expect(page).not.toContain('more finding');
      if (more > groups.length - limits.rows) told.push(more);
    }
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('the status report', () => {
  it('is one page for each release after the overview, tagged, and the same bytes from the same facts', async () => {
    const { does, folder } = await withThree();
    const [out, again] = [join(folder, 'report.pdf'), join(folder, 'again.pdf')];
    const made = await does('report.export', { out, asOf: null, year: null });
    expect(made).toMatchObject({ pages: 4, notes: [] });
    expect(made.releases.slice(0, 2)).toEqual(['November 2021 SEC Release', 'June 2022 SEC Release']);
    await does('report.export', { out: again, asOf: null, year: null });
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);

    const pages = await readPages(new Uint8Array(readFileSync(out)));
    expect(pages[1]).toContain('November 2021 SEC Release');
    for (const page of pages.slice(1))
      for (const part of ['What stands open', 'Late', 'Next dates', 'Whom it waits for']) expect(page).toContain(part);
    expect(pages[2]).toMatch(/And \d+ more dates/);
    expect(pages[3]).toContain('No acceptance criterion is recorded yet.');
    expect(pages.join(' ')).not.toMatch(/\d{4}-\d{2}-\d{2}/);

    const roles = [...walk(readTree(await openFile(readFileSync(out))))].map(([{ role }]) => role);
    expect(roles.filter((role) => role === 'H2')).toHaveLength(3);
    expect(roles.filter((role) => role === 'Table').length).toBeGreaterThan(8);
  });

  it('tells of what is late what it tells of who owes it, the oldest first', async () => {
    const { does } = await withThree();
    const { facts, id } = await does('release.open', { release: 'November 2021 SEC Release', asOf: null });
    // After the day planned for its submission.
    const day = calendarDate('2021-10-28');
    const snapshot = snapshotOf(facts, day);
    const readiness = computeReadiness(snapshot);
    const { late, waits } = releaseStatusOf({ id, facts, readiness, plan: computePlan(snapshot) }, day);
    const owed = waits.flatMap(({ owes }) => owes.filter((one) => one.late));
    expect(late.length).toBeGreaterThan(2);
    expect(late.map(({ what }) => what).sort()).toEqual(owed.map(({ what }) => what).sort());
    const days = late.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(days.at(-1)?.localeCompare(day)).toBe(-1);
  });

  it('is of one year where that is asked for, and says so where there is nothing to report', async () => {
    const { does, refuses, folder } = await withThree();
    const out = join(folder, 'report.pdf');
    const made = await does('report.export', { out, asOf: null, year: 2022 });
    expect(made).toMatchObject({ pages: 2, releases: ['June 2022 SEC Release'] });
    const none = await refuses('report.export', { out: join(folder, 'none.pdf'), asOf: null, year: 2030 });
    expect(none).toMatchObject({ kind: 'notFound', message: expect.stringContaining('2030') });
    expect(existsSync(join(folder, 'none.pdf'))).toBe(false);
  });

  it('is made in a terminal', () => {
    const { store, folder } = withSample();
    const out = join(folder, 'report.pdf');
    const made = golive(store, '--json', 'report', '--out', out, '--year', '2021', '--as-of', '2021-10-20');
    expect(made.json()).toMatchObject({ file: out, pages: 2, releases: ['November 2021 SEC Release'] });
    expect(golive(store, 'report', '--out', out, '--year', 'soon').code).toBe(2);
    expect(golive(store, 'report', '--out', folder).code).toBe(3);
  });
});

describe('a report on nothing', () => {
  it('is refused, and says whether there is no release or none that is not archived', async () => {
    const folder = scratchFolder();
    const { does, refuses } = testEngine(join(folder, 'store'), { today: () => asOf });
    const ask = (year: number | null) => refuses('report.export', { out: join(folder, 'r.pdf'), asOf: null, year });
    expect((await ask(null)).message).toMatch(/^There is no release to report on yet;/);
    const { id } = await does('release.import', { file: sampleFile, replace: false });
    await does('release.archive', { release: id, archived: true });
    expect((await ask(null)).message).toMatch(/^Every release in this store is archived, and a report is on those/);
    expect((await ask(2021)).message).toMatch(/^No release in this store that is not archived goes live in 2021;/);
  });
});
