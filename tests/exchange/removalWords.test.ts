import { expect, it } from 'vitest';
import { listConflicts } from '../../electron/engine/exchange/conflicts.ts';
import { scratchFolder } from '../support/scratch.ts';
import { pair } from './desk.ts';

it('says of a removal who removed, and who worked on it, at either store', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('modification', { reference: 'MP200', inScope: true });
  await dcc.take((await secas.send('1.golive')).file);
  secas.remove('modification', id);
  dcc.edit('modification', id, { title: 'Firmware' });
  const [toDcc, toSecas] = [await secas.send('2.golive'), await dcc.send('2.golive')];
  await dcc.take(toDcc.file);
  await secas.take(toSecas.file);
  for (const { store, release } of [secas, dcc])
    expect(listConflicts(store.db, release.id)[0]?.reason).toMatch(
      /^Ada Byron \(SECAS\) removed this modification while Bo Test \(DCC\) worked on it; it stays/,
    );
});
