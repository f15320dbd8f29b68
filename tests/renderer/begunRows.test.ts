import { beforeEach, expect, it, vi } from 'vitest';
import { ok } from '../../shared/domain/foundation/result.ts';
import { factsWith } from '../fixtures/facts.ts';

interface Asked {
  readonly saves: readonly { readonly id: string | null; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly id?: string;
}

const called: [string, Asked][] = [];
let made = 0;
const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;

function answer(name: string, input: Asked) {
  called.push([name, input]);
  if (name === 'release.open')
    return ok({ id: 'r', archived: false, facts: factsWith(), readiness: {}, revision: 1, state: 'told' });
  if (name === 'release.list') return ok([]);
  const changes = (input.saves ?? [{ id: null, fields: {} }]).map(({ id, fields }) => {
    made += id === null ? 1 : 0;
    return { kind: 'testPhase', id: id ?? idOf(made), record: { id: id ?? idOf(made), ...fields } };
  });
  return ok({ releaseId: 'r', revision: 2, changes, readiness: {}, entry: 2, through: 2, records: 1 });
}

vi.stubGlobal('window', {
  golive: { call: async (name: string, input: Asked) => answer(name, input) },
  matchMedia: () => ({ matches: false }),
});
vi.stubGlobal('navigator', { platform: 'Linux' });
vi.mock('../../renderer/stores/notify.tsx', () => ({
  forgetOffers: () => undefined,
  tellDone: () => undefined,
  tellError: () => undefined,
}));
const { openRelease, useReleaseStore } = await import('../../renderer/stores/releaseStore.ts');
const { beginRecord, dropRecords, formOf, saveRecord, saveRows, storedId } = await import(
  '../../renderer/stores/begunRecords.ts'
);
const savesAsked = () => called.filter(([name]) => name === 'record.saveMany').map(([, { saves }]) => saves);

beforeEach(async () => {
  made = 0;
  await openRelease('r');
  await vi.waitFor(() => expect(useReleaseStore.getState().open).not.toBeNull());
  called.length = 0;
});

it('rows are pasted over one that was begun in an empty form under the id that it was stored with', async () => {
  const form = beginRecord('r', 'testPhase', { order: 1 });
  await saveRecord('testPhase', form, { name: 'SIT' }, {});
  expect(await saveRows('testPhase', [{ key: form, fields: { passed: 3 } }])).toBe(true);
  expect(savesAsked()[0]).toMatchObject([{ id: idOf(1), fields: { passed: 3 } }]);
});

it('a row that is only begun comes into being by what is pasted over it, once, and stays that row', async () => {
  const form = beginRecord('r', 'testPhase', { order: 1 });
  const rows = [
    { key: idOf(9), fields: { name: 'SIT' } },
    { key: form, fields: { name: 'UIT' } },
    { key: null, fields: { name: 'DMT' } },
  ];
  const pasting = saveRows('testPhase', rows, { order: 2 });
  // What is typed meanwhile belongs to the record that comes into being.
  await Promise.all([pasting, saveRecord('testPhase', form, { passed: 4 }, {})]);
  expect(savesAsked()[0]).toMatchObject([
    { id: null, fields: { order: 1, name: 'UIT' } },
    { id: idOf(9), fields: { name: 'SIT' } },
    { id: null, fields: { order: 2, name: 'DMT' } },
  ]);
  expect(storedId(form)).toBe(idOf(1));
  expect(formOf(idOf(1))).toBe(form);
  expect(called.filter(([name]) => name === 'record.create')).toEqual([]);
  expect(called.find(([name]) => name === 'record.edit')?.[1].id).toBe(idOf(1));
});

it('of a row that is only begun nothing is asked to be removed', async () => {
  const form = beginRecord('r', 'testPhase', {});
  await dropRecords('testPhase', [form, idOf(9)]);
  expect(called.filter(([name]) => name === 'record.remove').map(([, { id }]) => id)).toEqual([idOf(9)]);
});
