import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listConflicts, settleConflict } from '../../electron/engine/exchange/conflicts.ts';
import { confirmPeer } from '../../electron/engine/exchange/peers.ts';
import { transact } from '../../electron/engine/transact.ts';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { backUp } from '../../electron/store/backups.ts';
import { inTransaction } from '../../electron/store/db.ts';
import { renewStore } from '../../electron/store/formerIds.ts';
import { verifyLedger } from '../../electron/store/ledger.ts';
import { listPeers, type Peer } from '../../electron/store/peers.ts';
import { restoreBackup } from '../../electron/store/restoreBackup.ts';
import { connectionOf } from '../../electron/store/statement.ts';
import { scratchFolder } from '../support/scratch.ts';
import { countingStamps } from '../support/stamps.ts';
import { type Desk, desk, pair } from './desk.ts';
import { sent } from './sent.ts';

/** Both hold criterion AC-01 and have told each other so. */
async function settledPair() {
  const { secas, dcc } = await pair(scratchFolder());
  const id = secas.create('criterion', { reference: 'AC-01', text: 'first', owner: 'DCC' });
  await dcc.take((await secas.send('1.golive')).file);
  await secas.take((await dcc.send('1.golive', { type: 'receipt' })).file);
  return { secas, dcc, id };
}

describe('an exchange', () => {
  it('brings a whole release to a store that never had it, and its files', async () => {
    const { secas, dcc, bundle } = await sent('DCC');
    const seen = await dcc.inspect(bundle);
    expect(seen.ok && seen.value).toMatchObject({
      from: 'Ada Byron, SECAS',
      signature: 'unknown',
      plan: { added: 3, changed: 0, removed: 0, refused: [], conflicts: [] },
      files: 1,
    });
    const applied = await dcc.take(bundle);
    expect(applied.files).toBe(1);
    expect(await dcc.facts()).toEqual(await secas.facts());
    expect(await dcc.isClean()).toBe(true);
    // What they hold need not be sent again.
    await secas.take((await dcc.send('r.golive', { type: 'receipt' })).file);
    expect(await secas.send('2.golive')).toMatchObject({ records: 0, files: 0 });
  });

  it('knows a sender once their fingerprint was confirmed', async () => {
    const { secas, dcc } = await settledPair();
    const [peer] = listPeers(dcc.store.db);
    expect(peer).toMatchObject({ name: 'Ada Byron', organisation: 'SECAS', confirmedOn: null });
    inTransaction(dcc.store.db, (db) => confirmPeer(db, peer as Peer, '2026-05-01'));
    const seen = await dcc.inspect((await secas.send('2.golive')).file);
    expect(seen.ok && seen.value.signature).toBe('known');
    expect(peer?.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  });

  it('finds one conflict where both edit the same field, whichever side applies first, and both come to the same', async () => {
    for (const order of ['secas', 'dcc'] as const) {
      const { secas, dcc, id } = await settledPair();
      secas.edit('criterion', id, { text: 'SECAS’s wording' });
      dcc.edit('criterion', id, { text: 'the DCC’s wording' });
      const [first, second]: [Desk, Desk] = order === 'secas' ? [secas, dcc] : [dcc, secas];
      const one = await first.take((await second.send('2.golive')).file);
      expect(one.plan.conflicts).toMatchObject([
        {
          record: 'criterion:AC-01',
          field: 'text',
          mine: order === 'secas' ? 'SECAS’s wording' : 'the DCC’s wording',
          theirs: order === 'secas' ? 'the DCC’s wording' : 'SECAS’s wording',
          default: order === 'secas' ? 'mine' : 'theirs',
          reason: 'SECAS owns this field, so what Ada Byron (SECAS) wrote stands unless you choose otherwise.',
        },
      ]);
      const back = await second.take((await first.send('3.golive')).file);
      expect(back.plan.conflicts).toEqual([]);
      expect((await first.take((await second.send('4.golive', { full: true })).file)).plan).toMatchObject({
        changed: 0,
        conflicts: [],
      });
      expect((await secas.one('criteria', id))?.text).toBe('SECAS’s wording');
      expect(await secas.facts()).toEqual(await dcc.facts());
      expect((await secas.isClean()) && (await dcc.isClean())).toBe(true);
    }
  });

  it('lets the owner’s status stand, and a choice overrule it everywhere', async () => {
    const { secas, dcc, id } = await settledPair();
    secas.edit('criterion', id, { selfStatus: 'met' });
    dcc.edit('criterion', id, { selfStatus: 'notMet' });
    const bundle = (await dcc.send('2.golive')).file;
    const seen = await secas.inspect(bundle);
    expect(seen.ok && seen.value.plan.conflicts).toMatchObject([{ mine: 'met', theirs: 'notMet', default: 'theirs' }]);
    expect(seen.ok && seen.value.plan.changed).toBe(1);
    const applied = await secas.take(bundle, { 'criterion:AC-01#selfStatus': 'mine' });
    expect((await secas.one('criteria', id))?.selfStatus).toBe('met');
    // Counted is what reads otherwise here, whatever the bundle brought.
    expect(applied.plan.changed).toBe(0);
    await dcc.take((await secas.send('3.golive')).file);
    expect((await dcc.one('criteria', id))?.selfStatus).toBe('met');
    // Both values stand in the history.
    const history = await secas.does('history.list', { releaseId: secas.release.id, limit: 10 });
    expect(history.find(({ action }) => action === 'merge')?.changes).toEqual([
      { field: 'criterion:AC-01#selfStatus', before: 'met', after: 'notMet' },
    ]);
    expect(applied.entry).not.toBeNull();
    const stray = await secas.apply((await dcc.send('4.golive')).file, { 'criterion:AC-99#text': 'mine' });
    expect(!stray.ok && stray.error.message).toBe(
      'This bundle holds no conflict “criterion:AC-99#text”, so there is nothing to choose; nothing was changed.',
    );
  });

  it('tells of no conflict where each side edits another field', async () => {
    const { secas, dcc, id } = await settledPair();
    secas.edit('criterion', id, { text: 'new wording' });
    dcc.edit('criterion', id, { selfStatus: 'met', rationale: 'tested' });
    const plan = (await secas.take((await dcc.send('2.golive')).file)).plan;
    expect(plan).toEqual({ added: 0, changed: 1, removed: 0, refused: [], conflicts: [] });
    await dcc.take((await secas.send('3.golive')).file);
    expect(await dcc.facts()).toEqual(await secas.facts());
    expect(await dcc.one('criteria', id)).toMatchObject({
      text: 'new wording',
      selfStatus: 'met',
      rationale: 'tested',
    });
  });

  it('keeps what one side removed while the other worked on it, and says so', async () => {
    const { secas, dcc, id } = await settledPair();
    secas.remove('criterion', id);
    dcc.edit('criterion', id, { selfStatus: 'met' });
    const one = await dcc.take((await secas.send('2.golive')).file);
    expect(one.plan.conflicts).toMatchObject([
      { record: 'criterion:AC-01', field: 'removed', mine: false, theirs: true, default: 'mine' },
    ]);
    await secas.take((await dcc.send('3.golive')).file);
    expect(await secas.one('criteria', id)).toMatchObject({ selfStatus: 'met' });
    expect(await dcc.facts()).toEqual(await secas.facts());
    // Chosen otherwise, it goes on both sides.
    secas.remove('criterion', id);
    await dcc.take((await secas.send('4.golive')).file);
    expect(await dcc.one('criteria', id)).toBeUndefined();
  });

  it('keeps two records that took one reference, alike on both sides, and what pointed at each', async () => {
    const { secas, dcc } = await settledPair();
    const mine = secas.create('criterion', { reference: 'AC-07', text: 'SECAS’s' });
    const theirs = dcc.create('criterion', { reference: 'AC-07', text: 'the DCC’s' });
    const evidence = dcc.create('evidence', { reference: 'EV-001', provider: 'DCC', criteria: ['AC-07'] });
    const [toDcc, toSecas] = [(await secas.send('2.golive')).file, (await dcc.send('2.golive')).file];
    const one = await secas.take(toSecas);
    const two = await dcc.take(toDcc);
    expect(one.plan.conflicts).toMatchObject([
      { record: 'criterion:AC-07', field: 'reference', mine: 'AC-07', theirs: 'AC-07b' },
    ]);
    expect(two.plan.conflicts).toHaveLength(1);
    // The DCC's own criterion is called otherwise there, and its evidence names it so.
    expect(one.plan).toMatchObject({ added: 2, changed: 0, removed: 0 });
    expect(two.plan).toMatchObject({ added: 1, changed: 2, removed: 0 });
    for (const side of [secas, dcc]) {
      expect(await side.one('criteria', mine)).toMatchObject({ reference: 'AC-07', text: 'SECAS’s' });
      expect(await side.one('criteria', theirs)).toMatchObject({ reference: 'AC-07b', text: 'the DCC’s' });
      expect(await side.one('evidence', evidence)).toMatchObject({ criteria: ['AC-07b'] });
    }
    expect((await secas.take((await dcc.send('3.golive')).file)).plan.conflicts).toEqual([]);
    expect((await dcc.take((await secas.send('4.golive')).file)).plan.conflicts).toEqual([]);
    expect(await dcc.facts()).toEqual(await secas.facts());
  });

  it('takes a merge back as a whole', async () => {
    const { secas, dcc, id } = await settledPair();
    const before = await secas.facts();
    dcc.edit('criterion', id, { selfStatus: 'met' });
    dcc.create('risk', { title: 'Late' });
    await dcc.does('release.open', { release: dcc.release.id, asOf: null });
    const { entry, through } = await secas.take((await dcc.send('2.golive')).file);
    await secas.undo(entry ?? 0, through ?? 0);
    expect(await secas.facts()).toEqual(before);
    expect(verifyLedger(secas.store.db)).toEqual([]);
    await dcc.take((await secas.send('3.golive')).file);
    expect(await dcc.facts()).toEqual(before);
  });

  it('does not bring back a file that was taken out for good', async () => {
    const { secas, dcc } = await settledPair();
    const file = join(secas.folder, 'personal.txt');
    writeFileSync(file, 'personal\n');
    const added = await secas.does('evidence.add', {
      asOf: null,
      release: secas.release.id,
      file,
      fields: { provider: 'SECAS' },
    } as never);
    const sha256 = String(
      (added as unknown as { changes: { record: { sha256: string } }[] }).changes[0]?.record.sha256,
    );
    await dcc.take((await secas.send('2.golive')).file);
    inTransaction(dcc.store.db, (db) =>
      connectionOf(db)
        .prepare("UPDATE attachment SET purge_reason = 'personal', purged_in = added_in WHERE sha256 = ?")
        .run(sha256),
    );
    const again = await dcc.take((await secas.send('3.golive', { full: true })).file);
    expect(again.files).toBe(0);
    expect(attachmentPath(dcc.store.paths.files, sha256)).toContain(sha256);
  });

  it('is small and needs the passphrase that was chosen', async () => {
    const { secas, dcc, id } = await settledPair();
    secas.edit('criterion', id, { text: 'one field' });
    const sent = await secas.send('2.golive', { passphrase: 'correct horse' });
    expect(sent.bytes).toBeLessThan(50_000);
    const refusal = async (passphrase: string | null) => {
      const seen = await dcc.inspect(sent.file, passphrase);
      return seen.ok ? null : seen.error.message;
    };
    expect(await refusal(null)).toBe(
      'This bundle is protected with a passphrase; give the passphrase that its sender chose.',
    );
    expect(await refusal('wrong horse')).toBe('The passphrase is wrong, or the bundle was changed on its way.');
    expect(await refusal('correct horse')).toBeNull();
    const applied = await dcc.apply(sent.file, {}, 'correct horse');
    expect(applied.ok && applied.value.plan.changed).toBe(1);
  });

  it('leaves a conflict open until somebody decides it, here or there', async () => {
    const { secas, dcc, id } = await settledPair();
    secas.edit('criterion', id, { text: 'SECAS’s' });
    dcc.edit('criterion', id, { text: 'the DCC’s' });
    await secas.take((await dcc.send('2.golive')).file);
    const [open] = listConflicts(secas.store.db, secas.release.id);
    expect(open).toMatchObject({ record: 'criterion:AC-01', field: 'text', default: 'mine', isOpen: true });
    const settled = transact(
      secas.context,
      secas.store,
      (set) => settleConflict(set, secas.release.id, open?.number ?? 0, 'mine'),
      'sides',
    );
    expect(settled.ok).toBe(true);
    expect(listConflicts(secas.store.db, secas.release.id)).toMatchObject([{ isOpen: false, chosen: 'mine' }]);
    const back = await dcc.take((await secas.send('3.golive')).file);
    expect(back.plan).toMatchObject({ changed: 1, conflicts: [] });
    expect(await dcc.facts()).toEqual(await secas.facts());
  });

  it('gives a restored store back what it lost, and refuses nothing', async () => {
    const { secas, dcc, id } = await settledPair();
    const backup = join(secas.folder, 'backup.sqlite');
    backUp(secas.store.db, backup);
    secas.edit('criterion', id, { text: 'written after the backup' });
    await dcc.take((await secas.send('2.golive')).file);
    secas.engine.close();
    const renewed = '00000000-0000-4000-8000-00000000beef';
    await restoreBackup(secas.store.paths, backup, countingStamps(7), (db) =>
      renewStore(db, renewed, { isSure: true, isGone: true }),
    );
    const again = await desk(secas.folder, 'SECAS');
    again.release.id = secas.release.id;
    expect(again.storeId).toBe(renewed);
    again.edit('criterion', id, { rationale: 'written after the restoration' });
    // Made for the store as it was: it brings what it brings, and nothing is taken as known that was not in it.
    dcc.create('risk', { title: 'Late' });
    expect((await again.take((await dcc.send('3.golive')).file)).plan).toMatchObject({ added: 1, refused: [] });
    await dcc.take((await again.send('4.golive')).file);
    expect((await again.take((await dcc.send('5.golive')).file)).plan).toMatchObject({ refused: [], conflicts: [] });
    expect(await again.one('criteria', id)).toMatchObject({
      text: 'written after the backup',
      rationale: 'written after the restoration',
    });
    await dcc.take((await again.send('6.golive')).file);
    expect(await dcc.facts()).toEqual(await again.facts());
  });

  it('finds nothing to settle where the other side had imported the release’s own file', async () => {
    const { secas } = await settledPair();
    const file = join(secas.folder, 'release.json');
    await secas.does('release.export', { release: secas.release.id, out: file } as never);
    const other = await desk(join(secas.folder, 'other'), 'DCC');
    await other.does('release.import', { file, replace: false } as never);
    other.release.id = secas.release.id;
    const toOther = (await secas.send('2.golive', { full: true })).file;
    const toSecas = (await other.send('2.golive')).file;
    expect((await other.take(toOther)).plan).toEqual({ added: 0, changed: 0, removed: 0, refused: [], conflicts: [] });
    expect((await secas.take(toSecas)).plan).toEqual({ added: 0, changed: 0, removed: 0, refused: [], conflicts: [] });
    const [criterion] = ((await other.facts()) as { criteria: { id: string }[] }).criteria;
    other.edit('criterion', criterion?.id ?? '', { text: 'edited after both' });
    expect((await secas.take((await other.send('3.golive')).file)).plan).toMatchObject({ changed: 1, conflicts: [] });
    expect(await secas.facts()).toEqual(await other.facts());
  });
});
