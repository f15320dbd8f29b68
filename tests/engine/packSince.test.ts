import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';
const asOf = calendarDate('2021-10-20');

it('since the last final pack: nothing while there is none, then what people entered and what the rules make of it', async () => {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'));
  await does('release.import', { file: sample, replace: false });
  expect(await does('pack.since', { release, asOf })).toBeNull();

  await does('pack.export', {
    release,
    out: join(folder, 'final.pdf'),
    asOf,
    final: true,
    acceptBlockers: 'Asked for.',
  });
  expect(await does('pack.since', { release, asOf })).toMatchObject({ asOf, changes: [], findings: [] });

  const { facts } = await does('release.open', { release, asOf });
  const criterion = facts.criteria.find((each) => each.reference === 'AC-02');
  await does('record.edit', { asOf, kind: 'criterion', id: criterion?.id ?? '', fields: { selfStatus: 'notMet' } });
  const since = await does('pack.since', { release, asOf });
  expect(since?.changes.map((change) => change.subject)).toEqual(['AC-02']);
  expect(since?.findings.map((change) => change.subject)).toContain('AC-02');
});
