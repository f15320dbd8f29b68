import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFile, testEngine } from '../support/engine.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

/** A store with a key of its own, and that key sealed: what a keychain makes of it is opaque here. */
async function sealedStore() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const file = join(store, 'private.key');
  const { does, refuses } = testEngine(store);
  await does('release.import', { file: sampleFile, replace: false });
  const { privateKey } = await does('store.privateKey', {});
  const plain = readFileSync(file, 'utf8');
  await does('store.keepKey', { sealed: 'c2VhbGVk' });
  return { folder, store, file, does, refuses, privateKey, plain };
}

const outOfReach = /^The private key of this store is in the keychain of the system account that put it there/m;

describe('a private key in the system’s keychain', () => {
  it('is not in the store’s folder, and goes on signing where the keychain was asked', async () => {
    const { folder, file, does, privateKey } = await sealedStore();
    expect(readFileSync(file, 'utf8')).not.toContain(privateKey);
    expect(await does('store.keyPlace', {})).toEqual({
      exists: true,
      sealed: 'c2VhbGVk',
      inReach: true,
      damaged: false,
    });
    const out = join(folder, 'to.golive');
    const release = 'November 2021 SEC Release';
    await does('bundle.export', { release, out, passphrase: null, to: null, full: true, type: 'changes' });
    expect(existsSync(out)).toBe(true);
  });

  it('signs nothing from a terminal, which reads, writes and backs up all the same', async () => {
    const { folder, store } = await sealedStore();
    const release = 'November 2021 SEC Release';
    for (const args of [
      ['bundle', 'export', release, '--out', join(folder, 'to.golive')],
      ['pack', 'export', release, '--final', '--accept-blockers', 'For the test.', '--out', join(folder, 'f.pdf')],
    ]) {
      const refused = golive(store, ...args);
      expect(refused.code, args.join(' ')).not.toBe(0);
      expect(refused.err, args.join(' ')).toMatch(outOfReach);
    }
    expect(golive(store, 'record', 'edit', release, 'criterion:AC-01', 'text=Another wording.').code).toBe(0);
    expect(golive(store, 'store', 'backup', '--out', join(folder, 'backup.sqlite')).code).toBe(0);
    expect(golive(store, 'store', 'check').code).toBe(0);
  });

  it('is taken back into its file as the key that it was, and no other key is taken for it', async () => {
    const { does, refuses, file, plain } = await sealedStore();
    expect(await does('store.takeKey', { privateKey: 'bm90IGEga2V5' })).toEqual({ taken: false });
    expect(await refuses('store.newKey', {})).toMatchObject({ kind: 'conflict' });
    await does('store.keepKey', { sealed: null });
    expect(readFileSync(file, 'utf8')).toBe(plain);
  });

  it('that nobody can reach any more makes room for another when asked', async () => {
    const { does, refuses, file } = await sealedStore();
    // As another account or machine finds it.
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), sealed: 'ZWxzZXdoZXJl' }));
    expect(await does('store.keyPlace', {})).toMatchObject({ exists: true, inReach: false });
    const { kind, message } = await refuses('store.privateKey', {});
    expect(kind).toBe('notAllowed');
    expect(message).toMatch(outOfReach);
    await does('store.newKey', {});
    expect(await does('store.keyPlace', {})).toEqual({ exists: true, sealed: null, inReach: true, damaged: false });
  });
});
