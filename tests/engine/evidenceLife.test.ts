import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calendarDateSchema } from '../../shared/domain/calendar/calendarDate.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

async function withDrafts(names: readonly string[]) {
  const folder = scratchFolder();
  const engine = testEngine(join(folder, 'store'), { actor: { name: 'Ada Byron', organisation: 'SECAS' } });
  const { id } = await engine.does('release.import', { file: sampleFile, replace: false });
  const ids: string[] = [];
  for (const name of names) {
    const file = join(folder, name);
    writeFileSync(file, `Content of ${name}`);
    const added = await engine.does('evidence.add', { release: id, file, asOf: null, fields: {} });
    ids.push(added.changes[0]?.id ?? '');
  }
  const item = async (at: number) => {
    const { facts } = await engine.does('release.open', { release: id, asOf: null });
    return facts.evidence.find((one) => one.id === ids[at]);
  };
  const move = (
    status: 'draft' | 'submitted' | 'accepted' | 'rejected' | 'withdrawn',
    reason: string | null = null,
  ) => ({
    asOf: null,
    releaseId: id,
    ids,
    status,
    reason,
  });
  return { ...engine, id, ids, item, move };
}

it('leads evidence from draft to submitted to accepted, many at once, and says who decided', async () => {
  const { does, item, move } = await withDrafts(['a.txt', 'b.txt']);
  await does('evidence.setStatus', move('submitted'));
  const accepted = await does('evidence.setStatus', move('accepted'));
  expect(accepted.changes).toHaveLength(2);
  expect(await item(1)).toMatchObject({ status: 'accepted', statusBy: 'Ada Byron, SECAS', statusReason: null });
});

it('takes the decision on many items back as one', async () => {
  const { does, item, move } = await withDrafts(['a.txt', 'b.txt']);
  const { entry, through } = await does('evidence.setStatus', move('submitted'));
  await does('record.undo', { asOf: null, entry, through });
  expect(await item(0)).toMatchObject({ status: 'draft' });
  expect(await item(1)).toMatchObject({ status: 'draft' });
});

it('accepts nothing that was not submitted, and then changes none of them', async () => {
  const { does, refuses, item, move, ids } = await withDrafts(['a.txt', 'b.txt']);
  await does('evidence.setStatus', { ...move('submitted'), ids: ids.slice(0, 1) });
  expect((await refuses('evidence.setStatus', move('accepted'))).message).toMatch(
    /^EV-\d+@1 is draft and cannot become accepted from there; submit it first\.$/,
  );
  expect(await item(0)).toMatchObject({ status: 'submitted' });
});

it('rejects and withdraws only with a reason', async () => {
  const { does, refuses, item, move } = await withDrafts(['a.txt']);
  await does('evidence.setStatus', move('submitted'));
  expect((await refuses('evidence.setStatus', move('rejected'))).message).toBe(
    'Say why the evidence is rejected; the provider reads it.',
  );
  await does('evidence.setStatus', move('rejected', 'The counts are of another phase.'));
  expect(await item(0)).toMatchObject({ status: 'rejected', statusReason: 'The counts are of another phase.' });
});

it('saves many records in one step, or none of them', async () => {
  const { does, refuses, id, ids, item } = await withDrafts(['a.txt', 'b.txt']);
  const link = (criteria: readonly string[]) =>
    ids.map((each) => ({ kind: 'evidence' as const, id: each, fields: { criteria } }));
  await does('record.saveMany', { asOf: null, releaseId: id, saves: link(['AC-01']) });
  expect(await item(1)).toMatchObject({ criteria: ['AC-01'] });
  const saves = [...link(['AC-02']), { kind: 'evidence' as const, id: null, fields: { version: 0 } }];
  await refuses('record.saveMany', { asOf: null, releaseId: id, saves });
  expect(await item(0)).toMatchObject({ criteria: ['AC-01'] });
});

const day = (text: string) => calendarDateSchema.parse(text);

it('dates an acceptance on the day it was given, and keeps in the history when it was entered', async () => {
  const { does, item, move, id, ids } = await withDrafts(['a.txt', 'b.txt']);
  for (const one of ids)
    await does('record.edit', { asOf: null, kind: 'evidence', id: one, fields: { addedOn: '2021-10-12' } });
  await does('evidence.setStatus', move('submitted'));
  const { entry } = await does('evidence.setStatus', { ...move('accepted'), acceptedOn: day('2021-10-15') });
  expect(await item(0)).toMatchObject({ status: 'accepted', accepted: { by: 'Ada Byron', on: '2021-10-15' } });
  expect(await item(1)).toMatchObject({ status: 'accepted', accepted: { on: '2021-10-15' } });
  const history = await does('history.list', { releaseId: id, limit: 50 });
  const typed = history.find(({ seq }) => seq === entry);
  expect(String(typed?.at).slice(0, 10) > '2021-10-15').toBe(true);
});

it.each([
  ['2021-10-11', /was added on 12 October 2021, so it cannot have been accepted on 11 October 2021; state a later day/],
  [
    '2098-01-01',
    /^An acceptance on 1 January 2098 lies ahead; state the day on which it was given, today at the latest\.$/,
  ],
])('refuses an acceptance on %s, and then accepts none of them', async (acceptedOn, sentence) => {
  const { does, refuses, item, move, ids } = await withDrafts(['a.txt', 'b.txt']);
  await does('record.edit', { asOf: null, kind: 'evidence', id: String(ids[1]), fields: { addedOn: '2021-10-12' } });
  await does('record.edit', { asOf: null, kind: 'evidence', id: String(ids[0]), fields: { addedOn: '2021-10-01' } });
  await does('evidence.setStatus', move('submitted'));
  expect((await refuses('evidence.setStatus', { ...move('accepted'), acceptedOn: day(acceptedOn) })).message).toMatch(
    sentence,
  );
  expect(await item(0)).toMatchObject({ status: 'submitted' });
});

it('takes a day for an acceptance alone', async () => {
  const { refuses, move } = await withDrafts(['a.txt']);
  expect((await refuses('evidence.setStatus', { ...move('submitted'), acceptedOn: day('2021-10-15') })).message).toBe(
    'Only an acceptance carries a day of its own; leave the day out.',
  );
});
