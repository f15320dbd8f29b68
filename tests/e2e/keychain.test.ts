import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

/** A system with a keyring, which a machine for tests has not: Electron's own stand-in seals and opens, under its name. */
function withKeyring(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret';
  });
}

it('keeps the key of the store in the system’s keychain and back in its file, as its person says', async () => {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const release = join(folder, 'release.json');
  writeFileSync(release, JSON.stringify(largeFile(0.01)));
  expect(golive(store, 'release', 'import', release).code).toBe(0);
  expect(golive(store, 'store', 'backup', '--out', join(folder, 'made-a-key.sqlite')).code).toBe(0);
  const file = join(store, 'private.key');
  const plain = readFileSync(file, 'utf8');
  const { app, page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  const key = page.getByRole('region', { name: 'Key of this store' });
  const restart = () => page.evaluate("golive.ask('engine.restart', {})");
  const look = async () => {
    await desk.goTo('Criteria');
    await desk.goTo('Settings');
  };
  await desk.goTo('Settings');
  await key.getByText('This system has no keychain that could keep it.').waitFor();
  expect(await key.getByRole('button').count()).toBe(0);

  await withKeyring(app);
  await look();
  await key.getByRole('button', { name: 'Move it to the keychain' }).click();
  await key.getByText('It is in the system’s keychain').waitFor();
  const { privateKey } = JSON.parse(plain) as { privateKey: string };
  expect(readFileSync(file, 'utf8')).not.toContain(privateKey);

  // Another engine is given the key by main, before anything is asked of it.
  await restart();
  await look();
  await key.getByText('It is in the system’s keychain').waitFor();
  await key.getByRole('button', { name: 'Move it back to its file' }).click();
  await key.getByRole('button', { name: 'Move it to the keychain' }).waitFor();
  expect(readFileSync(file, 'utf8')).toBe(plain);

  // As another account or machine finds it: nothing is signed, and a new key is made at a click.
  writeFileSync(file, JSON.stringify({ sealed: 'bm90IG91cnM=', publicKey: JSON.parse(plain).publicKey }));
  await restart();
  await look();
  await key.getByText('nothing can be signed here').waitFor();
  await key.getByRole('button', { name: 'Begin with a new key…' }).click();
  await key.getByRole('button', { name: 'Make the new key' }).click();
  await key.getByRole('button', { name: 'Move it to the keychain' }).waitFor();
  expect(readFileSync(file, 'utf8')).not.toBe(plain);
});
