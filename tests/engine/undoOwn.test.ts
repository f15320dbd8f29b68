import { expect, it } from 'vitest';
import { bothSides, name } from '../exchange/sides.ts';

/* `undo NAME` takes back what was changed in this store; what an exchange brought is the other store's change. */

async function dccHasSaidNotMet() {
  const { secas, dcc, id } = await bothSides();
  await dcc.edit({ selfStatus: 'notMet' });
  await secas.take((await dcc.send('2.golive')).file);
  return { secas, dcc, id };
}

it('leaves what the other side sent, and takes back the last change of this store', async () => {
  const { secas } = await dccHasSaidNotMet();
  const undone = await secas.does('record.undoLast', { asOf: null, release: name });
  expect(undone.takenBack).toMatchObject({ by: 'Ada Byron', organisation: 'SECAS' });
  expect(undone.changes).toMatchObject([{ kind: 'criterion', record: null }]);
});

it('takes back its own change also after the other side sent one', async () => {
  const { secas, dcc, id } = await bothSides();
  const risk = { asOf: null, releaseId: id, kind: 'risk' as const, fields: { title: 'Late tests' } };
  await secas.does('record.create', risk);
  await dcc.edit({ selfStatus: 'notMet' });
  await secas.take((await dcc.send('2.golive')).file);
  await secas.does('record.undoLast', { asOf: null, release: name });
  expect((await secas.does('release.open', { release: name, asOf: null })).facts.risks).toEqual([]);
  expect(await secas.criterion()).toMatchObject({ selfStatus: 'notMet' });
});

it('takes nothing from a store that only received the release', async () => {
  const { dcc } = await bothSides();
  const { kind, message } = await dcc.refuses('record.undoLast', { asOf: null, release: name });
  expect(kind).toBe('notFound');
  expect(message).toMatch(/nothing to take back in June 2026 SEC Release: .* by whoever sent it\.$/);
  expect(await dcc.criterion()).toBeDefined();
});

it('says in a terminal whose change was taken back', async () => {
  const { secas, id } = await bothSides();
  const risk = { asOf: null, releaseId: id, kind: 'risk' as const, fields: { title: 'Late tests' } };
  await secas.does('record.create', risk);
  const { code, out } = secas.cli('undo', name);
  expect(code).toBe(0);
  expect(out).toMatch(/^Took back what Ada Byron, SECAS, changed on \d+ \w+ \d{4}: 1 record\.\n$/);
});
