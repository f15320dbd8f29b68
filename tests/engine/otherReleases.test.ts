import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const file = (name: string, slot: string, modifications: readonly object[]) => ({
  format: 'sec-golive/release',
  version: 1,
  release: { name, kind: 'system', slot },
  modifications,
});
const forJune = { status: 'approved', approvedOn: '2026-03-01', implementationDate: '2026-06-25' };

/** What `scope.complete` finds of the June release, with what else stands in the store. */
async function missingFromJune(...others: readonly object[]) {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'));
  const june = file('June 2026', '2026-06', [{ reference: 'MP1', inScope: true }]);
  for (const [at, content] of [june, ...others].entries()) {
    const path = join(folder, `${at}.json`);
    writeFileSync(path, JSON.stringify(content));
    await does('release.import', { file: path, replace: false });
  }
  const { findings } = await does('readiness.compute', { release: 'June 2026', asOf: null });
  return findings.flatMap(({ rule, outcome, subject }) => (rule === 'scope.complete' ? [[outcome, subject]] : []));
}

it('what another release left out, approved for this one’s date, is missing from this one', async () => {
  const november = file('November 2026', '2026-11', [
    { reference: 'MP7', inScope: true, ...forJune, implementationDate: '2026-11-05' },
    { reference: 'MP9', part: '2', inScope: false, removedFromScopeOn: '2026-02-01', ...forJune },
  ]);
  expect(await missingFromJune(november)).toEqual([['notMet', 'MP9 part 2']]);
});

it.each([
  ['went live without an approved date', { actualDate: '2026-03-12' }, 'notMet'],
  ['goes live in parts', { parts: [{ what: 'North', date: '2026-03-12' }] }, 'notMet'],
  [
    'was approved for this year and went live in the next',
    { approvedDate: '2026-12-30', actualDate: '2027-01-04' },
    'met',
  ],
])(
  'of two Technical Specifications Releases each finds what the other finds: an ad-hoc one that %s',
  async (_, goLive, outcome) => {
    const folder = scratchFolder();
    const { does } = testEngine(join(folder, 'store'));
    const marked = (name: string, more: object) => ({
      ...file(name, '2026-06', []),
      release: { name, kind: 'system', slot: '2026-06', technicalSpecifications: true, ...more },
    });
    const found: unknown[] = [];
    for (const content of [marked('June 2026', {}), marked('Hotfix', { slot: null, goLive })]) {
      const path = join(folder, `${content.release.name}.json`);
      writeFileSync(path, JSON.stringify(content));
      await does('release.import', { file: path, replace: false });
    }
    for (const release of ['June 2026', 'Hotfix']) {
      const { findings } = await does('readiness.compute', { release, asOf: calendarDate('2027-02-01') });
      found.push(findings.find(({ rule }) => rule === 'type.one-technical-specifications-a-year')?.outcome);
    }
    expect(found).toEqual([outcome, outcome]);
  },
);

it('what yet another release took up is not', async () => {
  const november = file('November 2026', '2026-11', [{ reference: 'MP9', inScope: false, ...forJune }]);
  const adHoc = file('Ad-hoc', '2027-02', [{ reference: 'MP9', inScope: true }]);
  expect(await missingFromJune(november, adHoc)).toEqual([['met', null]]);
});
