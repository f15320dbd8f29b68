import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentPath } from '../../electron/store/attachments.ts';
import { storePaths } from '../../electron/store/storePaths.ts';
import { scratchFolder } from '../support/scratch.ts';
import { createRelease, name, side } from './sides.ts';

const places = ['changed', 'missing', 'a folder'] as const;

/** A store that holds a release with one file of evidence, and what happens to that file. */
async function withEvidence() {
  const folder = scratchFolder();
  const secas = side('SECAS', join(folder, 'secas'));
  await createRelease(secas);
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'the report');
  await secas.does('evidence.add', { release: name, file, asOf: null, fields: {}, allowDuplicate: false });
  const { facts } = await secas.does('release.open', { release: name, asOf: null });
  const [{ reference, version, sha256 } = { reference: '', version: 0, sha256: null }] = facts.evidence;
  const held = attachmentPath(storePaths(secas.store).files, sha256 ?? '');
  const lose = (what: (typeof places)[number]) => {
    if (what === 'changed') appendFileSync(held, '!');
    else rmSync(held);
    if (what === 'a folder') mkdirSync(held);
  };
  const mend = () => {
    rmSync(held, { recursive: true, force: true });
    writeFileSync(held, 'the report');
  };
  return { folder, secas, key: `${reference}@${version}`, sha256: sha256 ?? '', lose, mend };
}

describe('a bundle with evidence that was lost', () => {
  it.each(places)('is refused in a sentence that names it, and leaves nothing: %s', async (what) => {
    const { folder, secas, key, sha256, lose } = await withEvidence();
    lose(what);
    const out = join(folder, 'out');
    mkdirSync(out);
    const input = { release: name, out: join(out, 'a.golive'), passphrase: null, to: null, full: true };
    const told = await secas.refuses('bundle.export', { ...input, type: 'changes' });
    expect(told).toMatchObject({ kind: 'storeFailed', where: `evidence:${key}` });
    const how = what === 'missing' ? 'is missing from' : 'was changed in';
    expect(told.message).toBe(
      `The file of ${key} (${name}; SHA-256 ${sha256}) ${how} the store's files folder; restore it from a backup.`,
    );
    expect(readdirSync(out)).toEqual([]);
    const run = secas.cli('--json', 'bundle', 'export', name, '--out', join(out, 'a.golive'));
    expect(run.code).toBe(4);
    expect(run.json()).toEqual({ error: told });
    expect(run.err.trim()).toBe(told.message);
    expect(readdirSync(out)).toEqual([]);
  });
});

describe('a shared folder, with evidence that was lost', () => {
  it.each(places)('gets all the rest, says what it did not get, and gets that once it is whole: %s', async (what) => {
    const { folder, secas, key, sha256, lose, mend } = await withEvidence();
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    const { id } = await secas.does('release.open', { release: name, asOf: null });
    await secas.does('exchange.setSharing', { folder: shared, release: id });
    lose(what);
    const how = what === 'missing' ? 'is missing from' : 'was changed in';
    const problem = `The file of ${key} (${name}; SHA-256 ${sha256}) ${how} the store's files folder, so it was not put into the shared folder; restore it from a backup, and exchange again.`;
    for (const sent of [1, 0])
      expect(await secas.does('exchange.sync', { quietly: false })).toMatchObject({ sent, problem });
    const status = async () => (await secas.does('exchange.status', { releaseId: null })).sharing?.problem;
    expect(await status()).toBe(problem);
    const run = secas.cli('exchange', 'sync');
    expect([run.code, run.out.split('\n')[1]]).toEqual([1, `✕ ${problem}`]);
    mend();
    expect(await secas.does('exchange.sync', { quietly: false })).toMatchObject({ problem: null });
    expect(readFileSync(join(shared, 'files', sha256), 'utf8')).toBe('the report');
    expect(await status()).toBeNull();
  });
});
