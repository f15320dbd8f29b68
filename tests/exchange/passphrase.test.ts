import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { expect, it, onTestFinished, vi } from 'vitest';
import { isSealed, open, seal } from '../../electron/exchange/passphrase.ts';
import { sentences } from '../../electron/exchange/refusal.ts';
import { scratchFolder } from '../support/scratch.ts';

it('seals a file of many pieces as age does, and refuses a wrong passphrase and every changed piece', async () => {
  const folder = scratchFolder();
  const at = (name: string) => join(folder, name);
  const content = randomBytes(1_000_003);
  writeFileSync(at('plain'), content);
  await seal(at('plain'), at('sealed'), 'cafe\u0301 au lait');
  const sealed = readFileSync(at('sealed'));
  expect(sealed.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/);
  expect([isSealed(sealed.subarray(0, 8)), isSealed(content.subarray(0, 8)), isSealed(sealed.subarray(0, 4))]).toEqual([
    true,
    false,
    false,
  ]);
  // The same words typed on another keyboard.
  await open(at('sealed'), at('opened'), 'caf\u00e9 au lait');
  expect(readFileSync(at('opened')).equals(content)).toBe(true);

  const refusal = async (bytes: Buffer, passphrase: string) => {
    writeFileSync(at('other'), bytes);
    const target = at(`target ${Math.random()}`);
    return open(at('other'), target, passphrase).then(
      () => 'opened',
      (error: Error) => error.message,
    );
  };
  const flipped = Buffer.from(sealed);
  flipped[500_000] = (flipped[500_000] ?? 0) ^ 1;
  for (const bytes of [flipped, sealed.subarray(0, 300_000), sealed.subarray(0, 60)])
    expect(await refusal(bytes, 'café au lait')).toBe(sentences.wrongPassphrase);
  expect(await refusal(sealed, 'tea')).toBe(sentences.wrongPassphrase);
  // A file made to keep the reader busy for an hour is refused before any work.
  const greedy = Buffer.from(sealed.toString('latin1').replace(' 17\n', ' 30\n'), 'latin1');
  const decrypt = vi.spyOn(Decrypter.prototype, 'decrypt');
  onTestFinished(() => decrypt.mockRestore());
  expect(await refusal(greedy, 'café au lait')).toBe(sentences.wrongPassphrase);
  expect(decrypt).not.toHaveBeenCalled();
  // One that asks for what we may have asked for ourselves is tried.
  expect(await refusal(sealed, 'coffee')).toBe(sentences.wrongPassphrase);
  expect(decrypt).toHaveBeenCalledOnce();
});
