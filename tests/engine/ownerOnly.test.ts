import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { golive, withSample } from '../support/golive.ts';

/** What others than the owner may do with everything in a folder. */
function openToOthers(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => (statSync(path).mode & 0o077) !== 0);
}

describe.skipIf(process.platform === 'win32')('a store, its backups and what is exported', () => {
  it('are their owner’s alone', () => {
    const { folder, store } = withSample();
    expect(golive(store, 'store', 'backup', '--out', join(folder, 'backup.sqlite')).code).toBe(0);
    expect(golive(store, 'pack', 'export', 'November 2021 SEC Release', '--out', join(folder, 'pack.pdf')).code).toBe(
      0,
    );
    expect(golive(store, 'release', 'export', 'November 2021 SEC Release', '--out', join(folder, 'r.json')).code).toBe(
      0,
    );
    expect(openToOthers(folder)).toEqual([]);
  });

  it('are made so where an earlier version left them open', () => {
    const { store } = withSample();
    chmodSync(store, 0o755);
    chmodSync(join(store, 'store.sqlite'), 0o644);
    expect(golive(store, 'release', 'list').code).toBe(0);
    expect(statSync(store).mode & 0o777).toBe(0o700);
    expect(openToOthers(store)).toEqual([]);
  });
});
