import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runOrStop } from '../spawn.mjs';

/**
 * Writes `SHA256SUMS` over the files that are handed out, and signs it where a key of GnuPG's is named
 * (`SEC_GOLIVE_GPG_KEY`): who gets a file can check that it is the one that was built.
 *
 * @param {{ files: readonly string[], folder: string }} options
 * @returns {Promise<boolean>} whether it was signed
 */
export async function writeSums({ files, folder }) {
  const lines = [];
  for (const file of [...files].sort()) lines.push(`${await sha256Of(file)}  ${path.relative(folder, file)}\n`);
  const sums = path.join(folder, 'SHA256SUMS');
  writeFileSync(sums, lines.join(''));
  const key = process.env.SEC_GOLIVE_GPG_KEY;
  if (!key) return false;
  await runOrStop('Signing SHA256SUMS', 'gpg', [
    '--batch',
    '--yes',
    '--local-user',
    key,
    '--armor',
    '--detach-sign',
    sums,
  ]);
  return true;
}

/** @param {string} file */
export async function sha256Of(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}
