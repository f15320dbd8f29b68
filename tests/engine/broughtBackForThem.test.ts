import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { sampleFile, type TestEngine, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

/*
 * What one side brings back of the other's stands again by its word alone, so it is marked as everything that is recorded
 * for the other side, until the owner says it.
 */

async function bothSides() {
  const folder = scratchFolder();
  const as = (organisation: string) => testEngine(join(folder, 'store'), { actor: { name: 'Somebody', organisation } });
  const [dcc, secas] = [as('DCC'), as('SECAS')];
  const { id: release } = await testEngine(join(folder, 'store')).does('release.import', {
    file: sampleFile,
    replace: false,
  });
  const facts = async () => (await secas.does('release.open', { release, asOf: null })).facts;
  const condition = async () => {
    const [found] = (await facts()).conditions;
    if (!found) throw new Error('the sample has no condition');
    return found;
  };
  return { folder, dcc, secas, release, facts, condition };
}

const marked = (record: { readonly onBehalf?: readonly { readonly field: string; readonly for: string }[] | null }) =>
  (record.onBehalf ?? []).map((mark) => `${mark.field} for ${mark.for}`);

async function removeCondition({
  secas,
  condition,
}: {
  secas: TestEngine;
  condition: () => Promise<{ id?: string | undefined }>;
}) {
  return secas.does('record.remove', { asOf: null, kind: 'condition', id: String((await condition()).id) });
}

it('marks what a file brings back of a record that its owner removed', async () => {
  const sides = await bothSides();
  const { folder, dcc, secas, release, condition } = sides;
  const stood = await condition();
  const file = join(folder, 'release.json');
  await secas.does('release.export', { release, out: file });
  await removeCondition(sides);
  await dcc.does('release.import', { file, replace: true, onBehalf: true });
  const { onBehalf, ...rest } = await condition();
  expect(rest).toEqual({ ...stood, onBehalf: undefined });
  expect(marked({ onBehalf })).toContain('text for SECAS');
});

it('marks nothing of what its own side took away: it stands as its owner left it', async () => {
  const { folder, dcc, release, condition } = await bothSides();
  const stood = await condition();
  const file = join(folder, 'release.json');
  await dcc.does('release.export', { release, out: file });
  await dcc.does('release.remove', { release, onBehalf: true });
  await dcc.does('release.import', { file, replace: false, onBehalf: true });
  expect(await condition()).toEqual(stood);
});

it('marks it where a removal of the other side is taken back for it, and not where its own side does', async () => {
  const sides = await bothSides();
  const { dcc, secas, release, condition } = sides;
  const stood = await condition();
  await removeCondition(sides);
  const { entry, through } = await dcc.does('record.undoLast', { asOf: null, release, onBehalf: true });
  expect(marked(await condition())).toContain('text for SECAS');
  await dcc.does('record.undo', { asOf: null, entry: Number(entry), through: Number(through) });
  expect((await sides.facts()).conditions.map(({ id }) => id)).not.toContain(stood.id);
  await secas.does('record.undoLast', { asOf: null, release });
  expect(await condition()).toEqual(stood);
});

it('marks what an import of the other side changed, where that is taken back for it', async () => {
  const { dcc, secas, release, facts } = await bothSides();
  const text = 'Reference\tText\nAC-01\tAnother wording';
  const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
  const read = await secas.does('import.read', { kind: 'criteria', release, file: null, text, ...reading });
  await secas.does('import.take', { token: String(read.token), skip: [], missing: 'leave' });
  const criterion = async () => (await facts()).criteria.find(({ reference }) => reference === 'AC-01');
  expect((await criterion())?.text).toBe('Another wording');
  await dcc.does('record.undoLast', { asOf: null, release, onBehalf: true });
  expect((await criterion())?.text).not.toBe('Another wording');
  expect(marked((await criterion()) ?? {})).toEqual(['text for SECAS']);
});

it('writes no mark anew where what an import brought is taken back and done again', async () => {
  const { folder, secas, release, facts } = await bothSides();
  const text = 'Reference\tText\tOwner\tStatus\nAC-50\tIt is new.\tDCC\tMet';
  const reading = { sheet: null, mapping: null, valueMaps: {}, defaults: {}, plan: false };
  const read = await secas.does('import.read', { kind: 'criteria', release, file: null, text, ...reading });
  const token = String(read.token);
  const { entry, through } = await secas.does('import.take', { token, skip: [], missing: 'leave', onBehalf: true });
  const criterion = async () => (await facts()).criteria.find(({ reference }) => reference === 'AC-50');
  const stood = await criterion();
  expect(marked(stood ?? {})).toContain('selfStatus for DCC');
  const database = new Database(join(folder, 'store', 'store.sqlite'), { readonly: true });
  onTestFinished(() => void database.close());
  const written = () => database.prepare('SELECT * FROM field_change WHERE record_id = ?').all(stood?.id);
  const before = written();
  const gone = await secas.does('record.undo', { asOf: null, entry: Number(entry), through: Number(through) });
  expect(await criterion()).toBeUndefined();
  await secas.does('record.undo', { asOf: null, entry: Number(gone.entry), through: Number(gone.through) });
  expect(await criterion()).toEqual(stood);
  expect(written()).toEqual(before);
});
