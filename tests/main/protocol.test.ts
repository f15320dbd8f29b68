import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';

vi.mock('electron', () => ({ protocol: {}, session: {} }));
const { resolveAsset } = await import('../../electron/main/protocol.ts');

function roots() {
  const folder = scratchFolder();
  for (const name of ['renderer', 'renderer-evil']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'renderer', 'index.html'), 'ours');
  writeFileSync(join(folder, 'renderer-evil', 'index.html'), 'theirs');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'renderer', 'link.js'));
  return join(folder, 'renderer');
}

describe('our own protocol', () => {
  it('serves the files of its root', async () => {
    const root = roots();
    expect(await resolveAsset(root, 'app://golive/')).toBe(join(root, 'index.html'));
    expect(await resolveAsset(root, 'app://golive/index.html?x#y')).toBe(join(root, 'index.html'));
  });

  it.each([
    ['another host', 'app://elsewhere/index.html'],
    ['another scheme', 'https://golive/index.html'],
    ['a sibling folder whose name starts alike', 'app://golive/..%2frenderer-evil/index.html'],
    ['the folder above, encoded', 'app://golive/%2e%2e/secret.js'],
    ['the folder above, with backslashes', 'app://golive/..\\secret.js'],
    ['a link that leaves the root', 'app://golive/link.js'],
    ['a file that is not there', 'app://golive/nowhere.js'],
    ['a type that is not served', 'app://golive/index.exe'],
    ['a broken escape', 'app://golive/%zz.js'],
    ['a NUL', 'app://golive/index.html%00.js'],
    ['no URL at all', 'index.html'],
  ])('does not serve %s', async (_what, url) => {
    expect(await resolveAsset(roots(), url)).toBeNull();
  });
});
