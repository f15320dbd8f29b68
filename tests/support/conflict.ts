import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { applyTrusted, golive } from './golive.ts';

export const sharedRelease = 'June 2027 SEC Release';
export const sharedConflict = 'View TAG on AC-01: Wording';

/**
 * Two companies that worded the same view after they last heard from each other: SECAS's store, and the DCC's bundle for it.
 * `protectedBundle` is the same under a passphrase.
 */
export function withConflict(folder: string) {
  const [store, theirs] = [join(folder, 'SECAS'), join(folder, 'terminal')];
  const [file, table] = [join(folder, 'release.json'), join(folder, 'views.csv')];
  const views = [{ body: 'TAG', criterion: 'AC-01', position: 'supports', wording: 'First.' }];
  const content = { format: 'sec-golive/release', version: 1, release: { name: sharedRelease, kind: 'system' } };
  writeFileSync(file, JSON.stringify({ ...content, criteria: [{ reference: 'AC-01', text: 'x' }], views }));
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const bundle = join(folder, '1.golive');
  golive(store, 'bundle', 'export', sharedRelease, '--out', bundle);
  applyTrusted(theirs, bundle);
  const dcc = (...args: readonly string[]) => golive(theirs, '--as', 'Bo Test, DCC', ...args).code;
  expect(dcc('bundle', 'export', sharedRelease, '--out', bundle, '--receipt')).toBe(0);
  applyTrusted(store, bundle);
  const words = (wording: string) =>
    writeFileSync(table, `Body,Criterion,Position,Wording\nTAG,AC-01,supports,${wording}\n`);
  words('Ours.');
  expect(golive(store, 'import', 'views', table, '--release', sharedRelease).code).toBe(0);
  words('Theirs.');
  expect(dcc('import', 'views', table, '--release', sharedRelease)).toBe(0);
  expect(dcc('bundle', 'export', sharedRelease, '--out', bundle)).toBe(0);
  const [protectedBundle, passphrase] = [join(folder, 'protected.golive'), join(folder, 'passphrase.txt')];
  writeFileSync(passphrase, 'correct horse\n');
  expect(dcc('bundle', 'export', sharedRelease, '--out', protectedBundle, '--passphrase-file', passphrase)).toBe(0);
  return { store, bundle, protectedBundle };
}
