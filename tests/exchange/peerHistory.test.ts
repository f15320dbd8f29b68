import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKeys } from '../../electron/exchange/keys.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';
import { putTogether, takeApart } from './craft.ts';
import { type Desk, pair } from './desk.ts';

/** SECAS has heard of the DCC's store once; what it says of a later receipt. */
async function heardOnce() {
  const { secas, dcc } = await pair(scratchFolder(), countingStamps);
  await dcc.take((await secas.send('1.golive')).file);
  dcc.create('risk', { title: 'Late' });
  dcc.create('risk', { title: 'Later' });
  const first = (await dcc.send('first.golive', { type: 'receipt' })).file;
  await secas.take(first);
  const said = async (file: string) => {
    const [looked, applied] = [await secas.inspect(file), await secas.apply(file)];
    if (!looked.ok || !applied.ok) throw new Error('It was refused.');
    expect(applied.value.lost).toBe(looked.value.lost);
    return looked.value.lost;
  };
  return { secas, dcc, first, said };
}

const receipt = async (from: Desk, name: string) => (await from.send(name, { type: 'receipt' })).file;

/** Behind the store's back. */
const tamper = ({ store }: Desk, sql: string) =>
  connectionOf(store.db).exec(
    `PRAGMA foreign_keys = OFF; DROP TRIGGER ledger_is_append_only_delete; DROP TRIGGER ledger_is_append_only_update; ${sql}`,
  );

describe('the next receipt', () => {
  it('says nothing of a history that went on, nor one that is late', async () => {
    const { dcc, first, said } = await heardOnce();
    dcc.create('risk', { title: 'Latest' });
    expect(await said(await receipt(dcc, 'second.golive'))).toBeNull();
    expect(await said(first)).toBeNull();
    expect(await said(await receipt(dcc, 'third.golive'))).toBeNull();
  });

  it('finds that the end of a history was cut off, and says it once', async () => {
    const { dcc, said } = await heardOnce();
    tamper(dcc, 'DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)');
    expect(await said(await receipt(dcc, 'second.golive'))).toMatch(
      /^The history of Bo Test’s store ends at entry \d+, and had \d+ entries on \d+ \w+ 2026: its end was cut off/,
    );
    expect(await said(await receipt(dcc, 'third.golive'))).toBeNull();
  });

  it('finds that the last entry was written anew', async () => {
    const { dcc, said } = await heardOnce();
    const other = `'${'a'.repeat(64)}'`;
    tamper(dcc, `UPDATE ledger SET hash = ${other} WHERE seq = (SELECT max(seq) FROM ledger)`);
    expect(await said(await receipt(dcc, 'second.golive'))).toMatch(/entry \d+ was written anew; ask Bo Test/);
  });

  it('is read where it comes from an earlier version, and where its head is somebody else’s', async () => {
    const { dcc, said } = await heardOnce();
    const older = await receipt(dcc, 'older.golive');
    const craft = await takeApart(older);
    delete craft.manifest.from.head;
    craft.manifest.version = 2;
    await putTogether(older, craft);
    expect(await said(older)).toBeNull();

    const forged = await receipt(dcc, 'forged.golive');
    await putTogether(forged, await takeApart(forged), makeKeys());
    expect(await said(forged)).toMatch(
      /is not signed by the key that signed this bundle; ask Bo Test how it was made\.$/,
    );
  });

  it('waits for a person where it comes through a shared folder', async () => {
    const { secas, dcc } = await heardOnce();
    const peer = secas.fingerprintOf(dcc.storeId) ?? '';
    const sender = { name: 'Bo Test', organisation: 'DCC' };
    await secas.does('exchange.confirmPeer', { fingerprint: peer, ...sender, confirmed: true });
    const folder = scratchFolder();
    await secas.does('exchange.setSharing', { folder, release: secas.release.id });
    tamper(dcc, 'DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)');
    await dcc.send('1.golive', { type: 'receipt', out: join(folder, 'from-dcc.golive') });
    expect(await secas.does('exchange.sync', { quietly: false })).toMatchObject({ applied: 0, waiting: 1 });
    const { sharing } = await secas.does('exchange.status', { releaseId: secas.release.id });
    expect(sharing?.waiting[0]?.sentence).toContain('its end was cut off');
  });
});
