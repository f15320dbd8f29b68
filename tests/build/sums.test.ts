import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSums } from '../../build/package/sums.mjs';
import { scratchFolder } from '../support/scratch.ts';

const hasGpg = spawnSync('gpg', ['--version']).status === 0;

function handedOut() {
  const folder = scratchFolder();
  const files = ['b.deb', 'a.cdx.json'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, 'abc');
  return { folder, files };
}

describe('the sums of what is handed out', () => {
  beforeEach(() => {
    vi.stubEnv('SEC_GOLIVE_GPG_KEY', undefined);
    vi.stubEnv('GNUPGHOME', undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('are what sha256sum checks, and are not signed where no key is named', async () => {
    const { folder, files } = handedOut();
    expect(await writeSums({ files, folder })).toBe(false);
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${abc}  a.cdx.json\n${abc}  b.deb\n`);
    expect(existsSync(join(folder, 'SHA256SUMS.asc'))).toBe(false);
  });

  it.skipIf(!hasGpg)('are signed by the key that the environment names', async () => {
    // Its agent listens on a socket, whose path must be short.
    const home = mkdtempSync(join(tmpdir(), 'gpg-'));
    vi.stubEnv('GNUPGHOME', home);
    const key = 'release@example.org';
    const made = spawnSync('gpg', ['--batch', '--passphrase', '', '--quick-gen-key', key, 'ed25519', 'sign'], {
      encoding: 'utf8',
    });
    expect(made.status, made.stderr).toBe(0);
    vi.stubEnv('SEC_GOLIVE_GPG_KEY', key);
    const { folder, files } = handedOut();
    expect(await writeSums({ files, folder })).toBe(true);
    const verify = () => spawnSync('gpg', ['--verify', join(folder, 'SHA256SUMS.asc')]).status;
    expect(verify()).toBe(0);
    writeFileSync(join(folder, 'SHA256SUMS'), 'other');
    expect(verify()).not.toBe(0);
    spawnSync('gpgconf', ['--kill', 'all']);
    rmSync(home, { recursive: true, force: true });
  });
});
