import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confirmPeer } from '../../electron/engine/exchange/peers.ts';
import { fingerprintOf, makeKeys } from '../../electron/exchange/keys.ts';
import { inTransaction } from '../../electron/store/db.ts';
import { listPeers } from '../../electron/store/peers.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asLines, linesOf, putTogether, takeApart } from './craft.ts';
import { type Desk, desk, pair } from './desk.ts';

async function settled() {
  const { secas, dcc } = await pair(scratchFolder());
  const criterion = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  return { secas, dcc, criterion };
}

async function marksOf(at: Desk, file: string) {
  const seen = await at.inspect(file);
  if (!seen.ok) throw new Error(seen.error.message);
  return seen.value.marked;
}

describe('marks', () => {
  it('stand at additions, removals and restorations of what is not the sender’s, and at nothing that is', async () => {
    const { secas, dcc, criterion } = await settled();
    dcc.create('decision', { outcome: 'go' });
    dcc.create('exception', { rule: 'R-01', reason: 'They said so.' });
    dcc.create('testPhase', { name: 'SIT' });
    dcc.create('view', { body: 'TAG', criterion: 'AC-01', position: 'supports' });
    dcc.create('evidence', { reference: 'EV-001', provider: 'SECAS', title: 'As received' });
    dcc.create('criterion', { reference: 'AC-02', text: 'theirs', owner: 'DCC', selfStatus: 'notSubmitted' });
    const added = await marksOf(secas, (await dcc.send('2.golive')).file);
    expect(added.map((name) => name.replace(/:.*#/, '#')).sort()).toEqual([
      'criterion#added',
      'decision#added',
      'exception#added',
    ]);
    await secas.take((await dcc.send('3.golive')).file);
    dcc.remove('criterion', criterion);
    const removed = (await dcc.send('4.golive')).file;
    expect(await marksOf(secas, removed)).toEqual(['criterion:AC-01#removed']);
    await secas.take(removed);
    await dcc.take((await secas.send('r.golive', { type: 'receipt' })).file);
    expect(dcc.restores('criterion', criterion)).toBe(true);
    expect(await marksOf(secas, (await dcc.send('5.golive')).file)).toEqual(['criterion:AC-01#restored']);
    // The other way round all of it is SECAS's own.
    secas.create('decision', { outcome: 'notYet' });
    expect(await marksOf(dcc, (await secas.send('6.golive')).file)).toEqual([]);
  });

  it('stand at what a sender says that the other side wrote, which only that side’s own key vouches for', async () => {
    const { secas, dcc, criterion } = await settled();
    const second = await desk(join(secas.folder, 'second'), 'SECAS');
    await second.take((await secas.send('whole.golive', { full: true })).file);
    second.edit('criterion', criterion, { text: 'by the second laptop of SECAS' });
    await dcc.take((await second.send('2.golive', { full: true })).file);
    const passedOn = (await dcc.send('3.golive')).file;
    expect(await marksOf(secas, passedOn)).toEqual(['criterion:AC-01#text']);
    await secas.take((await second.send('3.golive', { full: true })).file);
    expect(await marksOf(secas, passedOn)).toEqual([]);
  });

  it('are not enough where a confirmed key signs what the other side is said to have written in the sender’s store', async () => {
    const { secas, dcc, criterion } = await settled();
    dcc.edit('criterion', criterion, { selfStatus: 'met' });
    const keys = makeKeys();
    const forge = async (name: string, organisation: string) => {
      const craft = await takeApart((await dcc.send('2.golive')).file);
      const lines = linesOf(craft.parts.get('changes.ndjson')).map((line) => ({
        ...line,
        stamps: (line.stamps as unknown[][]).map((stamp) =>
          stamp[0] === dcc.storeId ? [...stamp.slice(0, 4), organisation, stamp[5]] : stamp,
        ),
      }));
      craft.parts.set('changes.ndjson', asLines(lines));
      await putTogether(join(dcc.folder, name), craft, keys);
      return join(dcc.folder, name);
    };
    await secas.take(await forge('true.golive', 'DCC'));
    const [peer] = listPeers(secas.store.db).filter((one) => one.fingerprint === fingerprintOf(keys.publicKey));
    inTransaction(secas.store.db, (db) =>
      confirmPeer(db, { fingerprint: '', name: '', organisation: '', ...peer }, '2026-05-01'),
    );
    const refused = await secas.apply(await forge('forged.golive', 'SECAS'));
    expect(!refused.ok && refused.error.message).toMatch(
      /^It says that SECAS wrote criterion:.* in the store of Bo Test, whose key was confirmed for the DCC/,
    );
    const claimed = await takeApart((await dcc.send('3.golive')).file);
    claimed.manifest.from.organisation = 'SECAS';
    await putTogether(join(dcc.folder, 'claimed.golive'), claimed, keys);
    const seen = await secas.inspect(join(dcc.folder, 'claimed.golive'));
    expect(seen.ok && seen.value.plan.refused[0]).toMatch(/its key was confirmed for the DCC/);
  });
});
