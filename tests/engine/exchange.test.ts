import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bothSides, name, side } from '../exchange/sides.ts';
import { testEngine } from '../support/engine.ts';

describe('an exchange through the verbs', () => {
  it('finds no conflict where each side edits what is its own, and both come to the same', async () => {
    const { secas, dcc } = await bothSides();
    await secas.edit({ text: 'Every test passed in both regions.' });
    await dcc.edit({ selfStatus: 'met', rationale: 'Exit report of 1 May.' });
    const seen = await secas.look((await dcc.send('2.golive')).file);
    expect(seen.plan).toEqual({ added: 0, changed: 1, removed: 0, refused: [], conflicts: [] });
    expect(seen).toMatchObject({
      from: 'Bo Test, Smart DCC Ltd',
      signature: 'unknown',
      marked: [],
      heard: [],
      lost: null,
      isNewRelease: false,
      records: [{ action: 'changed', kind: 'criterion', key: 'AC-01' }],
    });
    await secas.take(join(dcc.folder, '2.golive'));
    await dcc.take((await secas.send('2.golive')).file);
    expect(await secas.criterion()).toMatchObject({ text: 'Every test passed in both regions.', selfStatus: 'met' });
    expect(await dcc.criterion()).toEqual(await secas.criterion());
    expect(await dcc.findings()).toEqual(await secas.findings());
  });

  it.each(['secas', 'dcc'] as const)(
    'finds one conflict in one field, and %s first ends as the other',
    async (order) => {
      const { secas, dcc } = await bothSides();
      await secas.edit({ bodies: ['TAG'] });
      const criterion = await dcc.criterion();
      // Of nobody in particular, so that no role forbids what an older version let happen.
      const other = testEngine(dcc.store);
      const fields = { bodies: ['OPSG'] };
      await other.does('record.edit', { asOf: null, kind: 'criterion', id: criterion?.id ?? '', fields });
      const [first, second] = order === 'secas' ? [secas, dcc] : [dcc, secas];
      const one = await first.take((await second.send('2.golive')).file);
      expect(one.plan.conflicts).toHaveLength(1);
      expect(one.plan.conflicts[0]).toMatchObject({ record: 'criterion:AC-01', field: 'bodies', chosen: null });
      expect(one.plan.conflicts[0]?.mineBy?.at).toMatch(/^\d{4}-/);
      expect((await second.take((await first.send('3.golive')).file)).plan.conflicts).toEqual([]);
      expect((await secas.criterion())?.bodies).toEqual(['TAG']);
      expect(await dcc.criterion()).toEqual(await secas.criterion());
    },
  );

  it('says how the release would stand, and leaves it as it stands', async () => {
    const { secas, dcc, id } = await bothSides();
    const fields = { name: 'SIT', planned: 10, run: 10, passed: 9, failed: 1, notRun: 0 };
    await dcc.does('record.create', { asOf: null, releaseId: id, kind: 'testPhase', fields });
    await dcc.edit({ selfStatus: 'met' });
    const file = (await dcc.send('2.golive')).file;
    const before = await secas.findings();
    const { revision } = await secas.does('release.open', { release: name, asOf: null });
    const seen = await secas.look(file);
    expect(await secas.findings()).toEqual(before);
    expect((await secas.does('release.open', { release: name, asOf: null })).revision).toBe(revision);
    await secas.take(file);
    const after = await secas.does('readiness.compute', { release: name, asOf: null });
    expect(seen.readiness.after).toEqual(after.summary);
    expect(seen.readiness.before).not.toEqual(after.summary);
  });

  it('sends little once a receipt came back, and everything when asked', async () => {
    const { secas, dcc } = await bothSides();
    expect((await secas.send('2.golive')).records).toBe(0);
    await secas.edit({ rationale: null, text: 'Worded anew.' });
    const next = await secas.send('3.golive');
    expect(next.records).toBe(1);
    const whole = await secas.send('4.golive', { full: true });
    expect(whole.records).toBeGreaterThan(1);
    expect(whole.bytes).toBeGreaterThan(next.bytes);
    expect((await dcc.take(next.file)).plan).toMatchObject({ changed: 1, conflicts: [] });
  });

  it('knows a signature once somebody confirmed its key', async () => {
    const { secas, dcc, id } = await bothSides();
    const file = (await dcc.send('2.golive')).file;
    const { fingerprint, sender, signature } = await secas.look(file);
    expect(signature).toBe('unknown');
    expect((await dcc.does('exchange.status', { releaseId: id })).fingerprint).toBe(fingerprint);
    await secas.does('exchange.confirmPeer', { fingerprint, ...sender, confirmed: true });
    expect((await secas.look(file)).signature).toBe('known');
    const status = await secas.does('exchange.status', { releaseId: id });
    expect(status).toMatchObject({
      side: 'SECAS',
      peers: [{ name: 'Bo Test', organisation: 'Smart DCC Ltd', confirmedOn: '2026-05-01' }],
    });
    expect(status.peers[0]?.lastSent).not.toBeNull();
    await secas.does('exchange.confirmPeer', { fingerprint, ...sender, confirmed: false });
    expect((await secas.look(file)).signature).toBe('unknown');
  });

  it('asks for the passphrase, and says in one sentence that it is wrong', async () => {
    const { secas, dcc } = await bothSides();
    const { file } = await secas.send('2.golive', { passphrase: 'correct horse', full: true });
    const open = (passphrase: string | null) =>
      dcc.engine.call('bundle.inspect', { file, passphrase, choices: {}, asOf: null });
    expect(await open(null)).toMatchObject({ error: { where: 'passphrase', message: /protected with a passphrase/ } });
    expect(await open('wrong')).toMatchObject({
      error: { where: 'passphrase', message: 'The passphrase is wrong, or the bundle was changed on its way.' },
    });
    expect(await open('correct horse')).toMatchObject({ ok: true });
    expect(readFileSync(file, 'latin1').slice(0, 21)).toBe('age-encryption.org/v1');
  });

  it('lets either side take back what applying a bundle changed, though the fields are the other’s', async () => {
    const { secas, dcc } = await bothSides();
    await dcc.edit({ selfStatus: 'met' });
    const { entry, through } = await secas.take((await dcc.send('2.golive')).file);
    expect((await secas.criterion())?.selfStatus).toBe('met');
    await secas.does('record.undo', { asOf: null, entry: entry ?? 0, through: through ?? 0 });
    expect((await secas.criterion())?.selfStatus).toBeNull();
    // What the DCC changed by itself is still the DCC's.
    const edited = (await dcc.edit({ selfStatus: 'inProgress' })) as { entry: number };
    const range = { asOf: null, entry: edited.entry, through: edited.entry };
    const other = side('SECAS', dcc.folder);
    expect((await other.refuses('record.undo', range)).kind).toBe('notAllowed');
  });

  it('says of news that was taken back that nothing of it stands, until it is done again', async () => {
    const { secas, dcc, id } = await bothSides();
    const fields = { body: 'TAG', criterion: 'AC-01', position: 'supports' };
    await secas.does('record.create', { asOf: null, releaseId: id, kind: 'view', fields });
    const { entry, through } = await dcc.take((await secas.send('2.golive')).file);
    const isTakenBack = async () => (await dcc.does('exchange.received', { releaseId: id })).isTakenBack;
    expect(await isTakenBack()).toBe(false);
    const back = { asOf: null, entry: entry ?? 0, through: through ?? 0 };
    const undone = await dcc.does('record.undo', back);
    expect(await isTakenBack()).toBe(true);
    await dcc.does('record.undo', { asOf: null, entry: undone.entry, through: undone.through });
    expect(await isTakenBack()).toBe(false);
  });

  it('keeps a conflict open until somebody settles it, on whichever side', async () => {
    const { secas, dcc, id } = await bothSides();
    const view = { body: 'TAG', criterion: 'AC-01', position: 'supports' };
    await secas.does('record.create', { asOf: null, releaseId: id, kind: 'view', fields: view });
    await dcc.take((await secas.send('2.golive')).file);
    const viewOf = async (desk: typeof secas) =>
      (await desk.does('release.open', { release: name, asOf: null })).facts.views[0];
    const word = async (desk: typeof secas, wording: string) =>
      desk.does('record.edit', { asOf: null, kind: 'view', id: (await viewOf(desk))?.id ?? '', fields: { wording } });
    await secas.take((await dcc.send('2.golive', { type: 'receipt' })).file);
    await word(secas, 'Content.');
    await word(dcc, 'Content with the tests.');
    await secas.take((await dcc.send('3.golive')).file);
    const [open] = await secas.does('exchange.conflicts', { releaseId: id });
    expect(open).toMatchObject({ record: 'view:TAG/AC-01', field: 'wording', isOpen: true });
    expect([open?.mineBy?.name, open?.theirsBy?.name]).toEqual(['Ada Byron', 'Bo Test']);
    expect((await secas.does('exchange.status', { releaseId: id })).openConflicts).toBe(1);
    await secas.does('exchange.settle', { releaseId: id, number: open?.number ?? 0, choice: 'mine', asOf: null });
    expect((await secas.does('exchange.status', { releaseId: id })).openConflicts).toBe(0);
    await dcc.take((await secas.send('3.golive')).file);
    expect((await viewOf(dcc))?.wording).toBe('Content.');
    const news = await dcc.does('exchange.received', { releaseId: id });
    expect(news).toMatchObject({ from: 'Ada Byron, SECAS' });
    expect(news.entries[0]).toMatchObject({ actor: 'Ada Byron', kind: 'view' });
  });

  it('lets a viewer look, and refuses everything else', async () => {
    const { secas, dcc } = await bothSides();
    const { file } = await secas.send('2.golive', { full: true });
    const viewer = testEngine(dcc.store, { actor: null });
    await viewer.does('profile.save', { name: 'Vera', organisation: 'Ofgem', role: 'viewer' });
    await viewer.does('bundle.inspect', { file, passphrase: null, choices: {}, asOf: null });
    for (const refused of [
      await viewer.refuses('bundle.apply', { file, passphrase: null, choices: {}, token: null }),
      await viewer.refuses('bundle.export', {
        release: name,
        out: join(dcc.folder, 'v.golive'),
        passphrase: null,
        to: null,
        full: false,
        type: 'changes',
      }),
      await viewer.refuses('exchange.stopSharing', {}),
    ])
      expect(refused.message).toMatch(/viewer/);
  });

  it('goes on after a restore: the store has a new id, and gets back what it lost', async () => {
    const { secas, dcc } = await bothSides();
    const backup = join(secas.folder, 'kept.sqlite');
    await secas.does('store.backup', { out: backup });
    await secas.edit({ text: 'Written after the backup.' });
    await dcc.take((await secas.send('2.golive')).file);
    await secas.does('store.restore', { file: backup });
    expect((await secas.criterion())?.text).toBe('All tests passed.');
    await secas.edit({ ridClause: '4.2' });
    await secas.take((await dcc.send('2.golive', { full: true })).file);
    expect(await secas.criterion()).toMatchObject({ text: 'Written after the backup.', ridClause: '4.2' });
    await dcc.take((await secas.send('3.golive')).file);
    expect(await dcc.criterion()).toEqual(await secas.criterion());
    expect((await secas.does('store.check', {})).problems).toEqual([]);
  });
});
