import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
