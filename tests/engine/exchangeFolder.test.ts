import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2026 SEC Release';

/** A store that shares a folder; its release is the one of the test. */
function sharer(folder: string, shared: string, organisation: 'SECAS' | 'DCC') {
  const actor = { name: organisation === 'SECAS' ? 'Ada Byron' : 'Bo Test', organisation };
  const desk = testEngine(join(folder, organisation), { actor });
  const facts = async () => (await desk.does('release.open', { release: name, asOf: null })).facts;
  return {
    ...desk,
    facts,
    share: (release: string | null) => desk.does('exchange.setSharing', { folder: shared, release }),
    sync: () => desk.does('exchange.sync', { quietly: false }),
    status: () => desk.does('exchange.status', { releaseId: null }),
    edit: async (kind: 'criterion' | 'view', fields: Record<string, unknown>) => {
      const found = await facts();
      const id = (kind === 'criterion' ? found.criteria[0]?.id : found.views[0]?.id) ?? '';
      return desk.does('record.edit', { asOf: null, kind, id, fields });
    },
  };
}

/** Two that share a folder, have the release, and trust each other's key. */
async function trusting() {
  const folder = scratchFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const [secas, dcc] = [sharer(folder, shared, 'SECAS'), sharer(folder, shared, 'DCC')];
  const slot = slotSchema.parse('2026-06');
  const { id } = await secas.does('release.create', {
    name,
    kind: 'system',
    slot,
    adHocReason: null,
    approvedDate: null,
  });
  const add = (kind: 'criterion' | 'view', fields: Record<string, unknown>) =>
    secas.does('record.create', { asOf: null, releaseId: id, kind, fields });
  await add('criterion', { reference: 'AC-01', text: 'All tests passed.', owner: 'DCC' });
  await add('view', { body: 'TAG', criterion: 'AC-01', position: 'supports' });
  await secas.share(id);
  await dcc.share(null);
  const keys = [await secas.status(), await dcc.status()].map((status) => status.fingerprint);
  const trust = (desk: typeof secas, fingerprint: string | undefined, who: string) =>
    desk.does('exchange.confirmPeer', {
      fingerprint: fingerprint ?? '',
      name: who,
      organisation: '',
      confirmed: true,
    });
  await trust(dcc, keys[0], 'Ada Byron');
  await trust(secas, keys[1], 'Bo Test');
  return { folder, shared, secas, dcc, id };
}

describe('the shared folder', () => {
  it('carries a release both ways, writes nothing when there is nothing to say, and only its own files', async () => {
    const { shared, secas, dcc } = await trusting();
    expect(await secas.sync()).toEqual({ applied: 0, sent: 1, waiting: 0 });
    expect(await dcc.sync()).toEqual({ applied: 1, sent: 1, waiting: 0 });
    await dcc.edit('criterion', { selfStatus: 'met' });
    expect(await dcc.sync()).toMatchObject({ applied: 0, sent: 1 });
    await secas.edit('criterion', { text: 'Worded anew.' });
    expect(await secas.sync()).toMatchObject({ applied: 1, sent: 1 });
    expect(await dcc.sync()).toMatchObject({ applied: 1 });
    expect(await dcc.facts()).toEqual(await secas.facts());
    await secas.sync();
    await dcc.sync();
    const quiet = readdirSync(shared);
    expect([await secas.sync(), await dcc.sync()]).toMatchObject([
      { applied: 0, sent: 0 },
      { applied: 0, sent: 0 },
    ]);
    expect(readdirSync(shared)).toEqual(quiet);
    expect(quiet.every((file) => /^[0-9a-f-]{36}-[0-9a-f]{12}-\d{6}\.golive$/.test(file))).toBe(true);
  });

  it('takes no harm from files that are half there, late, doubled, out of order or foreign', async () => {
    const { shared, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    const away = new Map<string, Buffer>();
    for (let round = 1; round <= 4; round += 1) {
      await secas.edit('criterion', { text: `Wording ${round}.` });
      const before = new Set(readdirSync(shared));
      await secas.sync();
      for (const file of readdirSync(shared).filter((each) => !before.has(each))) {
        away.set(file, readFileSync(join(shared, file)));
        rmSync(join(shared, file));
      }
    }
    const [first, second, third, last] = [...away];
    if (!first || !second || !third || !last) throw new Error('Four bundles were expected');
    writeFileSync(join(shared, 'holiday.golive'), 'not a bundle');
    writeFileSync(join(shared, last[0]), last[1].subarray(0, last[1].length / 2));
    expect(await dcc.sync()).toMatchObject({ applied: 0 });
    expect((await dcc.facts()).criteria[0]?.text).toBe('All tests passed.');
    writeFileSync(join(shared, third[0]), third[1]);
    expect(await dcc.sync()).toMatchObject({ applied: 1 });
    writeFileSync(join(shared, first[0]), first[1]);
    copyFileSync(join(shared, third[0]), join(shared, `copy of ${third[0]}`));
    expect(await dcc.sync()).toMatchObject({ applied: 0 });
    expect((await dcc.facts()).criteria[0]?.text).toBe('Wording 3.');
    writeFileSync(join(shared, last[0]), last[1]);
    utimesSync(join(shared, last[0]), 1, 1);
    await dcc.sync();
    await secas.sync();
    expect((await dcc.facts()).criteria[0]?.text).toBe('Wording 4.');
    // The second never came.
    expect(await secas.facts()).toEqual(await dcc.facts());
    expect((await dcc.does('store.check', {})).ok).toBe(true);
    expect((await dcc.status()).sharing?.waiting.map(({ name: file }) => file)).toEqual(['holiday.golive']);
  });

  it('leaves conflicts and unknown keys to a person, who then sees the same bundle', async () => {
    const { shared, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    await secas.sync();
    await secas.edit('view', { wording: 'Content.' });
    await dcc.edit('view', { wording: 'Content with the tests.' });
    await dcc.sync();
    expect(await secas.sync()).toMatchObject({ applied: 0, waiting: 1 });
    expect((await secas.facts()).views[0]?.wording).toBe('Content.');
    const [waiting] = (await secas.status()).sharing?.waiting ?? [];
    expect(waiting).toMatchObject({ from: 'Bo Test, DCC', sentence: 'It holds a conflict for you to decide.' });
    const { file } = await secas.does('exchange.findWaiting', { name: waiting?.name ?? '' });
    const choices = { 'view:TAG/AC-01#wording': 'theirs' as const };
    await secas.does('bundle.apply', { file, passphrase: null, choices, token: null });
    expect(await secas.sync()).toMatchObject({ waiting: 0 });
    await dcc.sync();
    expect((await dcc.facts()).views[0]?.wording).toBe('Content with the tests.');
    const stranger = sharer(join(shared, '..', 'third'), shared, 'DCC');
    await stranger.share(null);
    expect(await stranger.sync()).toMatchObject({ applied: 0, sent: 0 });
    expect((await stranger.status()).sharing?.waiting[0]?.sentence).toMatch(/^Nobody here has confirmed the key/);
    expect((await stranger.refuses('exchange.findWaiting', { name: '../secas/store.sqlite' })).kind).toBe('notFound');
  });

  it('does nothing by itself until somebody switches that on, and says when the folder is out of reach', async () => {
    const { shared, secas, id } = await trusting();
    expect(await secas.does('exchange.sync', { quietly: true })).toEqual({ applied: 0, sent: 0, waiting: 0 });
    expect(readdirSync(shared)).toEqual([]);
    await secas.does('exchange.arrange', { automatic: true, releases: [id] });
    expect(await secas.does('exchange.sync', { quietly: true })).toMatchObject({ sent: 1 });
    rmSync(shared, { recursive: true });
    expect((await secas.refuses('exchange.sync', { quietly: false })).message).toMatch(/cannot be reached now/);
    expect((await secas.status()).sharing?.problem).toMatch(/cannot be reached now/);
    await secas.does('exchange.stopSharing', {});
    expect((await secas.status()).sharing).toBeNull();
  });
});
