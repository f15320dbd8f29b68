import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
const release = 'November 2021 SEC Release';
const asOf = calendarDate('2021-10-20');

it('the public edition after a final tells what changed without what it does not publish', async () => {
  const folder = scratchFolder();
  const { does } = testEngine(join(folder, 'store'));
  await does('release.import', { file: sample, replace: false });
  const { facts } = await does('release.open', { release, asOf });
  const idOf = (record: { readonly id?: string | undefined } | undefined) => record?.id ?? '';
  const criterion = idOf(facts.criteria[0]);
  const edit = (kind: 'criterion' | 'ridComment' | 'condition', id: string, fields: Record<string, unknown>) =>
    does('record.edit', { asOf, kind, id, fields });
  await does('record.create', {
    asOf,
    releaseId: facts.release.id ?? '',
    kind: 'ridComment',
    fields: { party: 'Grimsby Power', on: '2021-09-01', comment: 'secretcomment' },
  });
  await edit('criterion', criterion, { owner: 'Balthasar Umbrawick' });
  await does('pack.export', { release, out: join(folder, '1.pdf'), asOf, final: true, acceptBlockers: 'Asked for.' });
  await edit('criterion', criterion, { owner: 'Zephyrine Quillfeather', rationale: 'As Balthasar Umbrawick said.' });
  const opened = await does('release.open', { release, asOf });
  const comment = opened.facts.rid.comments.find((one) => one.party === 'Grimsby Power');
  await edit('ridComment', idOf(comment), { comment: 'othersecret' });
  const out = join(folder, 'public.pdf');
  await does('pack.export', { release, out, asOf, final: false, acceptBlockers: null, edition: 'public' });
  await does('pack.extract', { file: out, out: folder });
  const told = readFileSync(join(folder, 'snapshot.json'), 'utf8');
  for (const secret of ['Umbrawick', 'Zephyrine', 'secretcomment', 'othersecret', 'Grimsby'])
    expect(told + readFileSync(out, 'latin1'), secret).not.toContain(secret);
  expect(told).toContain('As [a named person] said.');
});
