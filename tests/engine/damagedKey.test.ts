import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFile, testEngine } from '../support/engine.ts';
import { golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';

/** What is done to the file of a private key, that of another store as text included. */
const damages: Readonly<Record<string, (file: string, other: string) => void>> = {
  empty: (file) => writeFileSync(file, ''),
  cut: (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40)),
  'no JSON': (file) => writeFileSync(file, 'rubbish'),
  'another JSON': (file) => writeFileSync(file, '{"privateKey":1}'),
  'no key': (file) => writeFileSync(file, JSON.stringify({ privateKey: 'AAAA', publicKey: 'AAAA' })),
  'no pair': (file, other) =>
    writeFileSync(
      file,
      JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), privateKey: JSON.parse(other).privateKey }),
    ),
  'a folder': (file) => {
    rmSync(file);
    mkdirSync(file);
  },
};

async function withKey(folder: string) {
  const store = join(folder, 'store');
  const test = testEngine(store);
  await test.does('release.import', { file: sampleFile, replace: false });
  await test.does('store.privateKey', {});
  return { ...test, store, file: join(store, 'private.key') };
}

describe('a private key that cannot be read', () => {
  it.each(Object.entries(damages))('is said wherever it is needed, and nothing else suffers: %s', async (_, damage) => {
    const folder = scratchFolder();
    const other = await withKey(join(folder, 'other'));
    const { store, file, does, refuses } = await withKey(folder);
    expect(await does('store.check', {})).toMatchObject({ ok: true });
    expect((await does('store.health', {})).keyProblem).toBeNull();
    damage(file, readFileSync(other.file, 'utf8'));
    const sentence = `The private key of this store (${file}) is damaged, or may not be read, so nothing can be signed here; put the file back from a copy of the store's folder, or move it away, and a new key is made, which your colleagues have to confirm.`;
    const out = join(folder, 'out.golive');
    const bundle = { release, out, passphrase: null, to: null, full: true, type: 'changes' as const };
    for (const told of [
      await refuses('bundle.export', bundle),
      await refuses('exchange.status', { releaseId: null }),
      await refuses('store.privateKey', {}),
    ])
      expect(told).toEqual({ kind: 'storeFailed', message: sentence, where: 'private.key' });
    expect((await does('store.check', {})).problems.map((one) => one.sentence)).toEqual([sentence]);
    expect((await does('store.health', {})).keyProblem).toBe(sentence);
    await does('store.backup', { out: join(folder, 'backup.sqlite') });
    const run = golive(store, 'exchange', 'peers');
    expect([run.code, run.err]).toEqual([4, `${sentence}\n`]);
    // A new one takes its place, and the damaged one is kept.
    expect(await does('store.keyPlace', {})).toMatchObject({ exists: true, inReach: false, damaged: true });
    await does('store.newKey', {});
    await does('bundle.export', bundle);
    expect(await does('store.check', {})).toMatchObject({ ok: true });
    expect(readdirSync(store).filter((name) => name.startsWith('private.key.put-aside-'))).toHaveLength(1);
  });
});
