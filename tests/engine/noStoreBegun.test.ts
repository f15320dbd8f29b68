import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { golive, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';

const name = 'June 2026 SEC Release';
const head = { format: 'sec-golive/release', version: 1, release: { name } };

/** A release file, a bundle of it, and a folder for a store that is not there. */
function scene() {
  const folder = scratchFolder();
  const write = (file: string, content: unknown) => {
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, file);
  };
  const good = write('good.json', head);
  const [other, bundle] = [join(folder, 'other'), join(folder, 'good.golive')];
  expect(golive(other, 'release', 'import', good).code).toBe(0);
  expect(golive(other, 'bundle', 'export', name, '--out', bundle).code).toBe(0);
  return { folder, write, good, bundle, store: join(folder, 'new') };
}

describe('a command that is refused', () => {
  it('begins no store, whatever stood in its way', () => {
    const { folder, write, bundle, store } = scene();
    write('report.txt', 'the report');
    write('nothing.txt', '');
    const evidence = (more: object) => ({
      ...head,
      evidence: [{ reference: 'EV-001', version: 1, file: 'report.txt', ...more }],
    });
    const refused: readonly (readonly [number, ...string[]])[] = [
      [3, 'release', 'import', join(folder, 'nowhere.json')],
      [3, 'release', 'import', folder],
      [3, 'release', 'import', write('broken.json', '{')],
      [3, 'release', 'import', write('other.json', { format: 'other' })],
      [3, 'release', 'import', write('unknown.json', { ...head, unknown: 1 })],
      [3, 'release', 'import', write('lost.json', evidence({ file: 'lost.txt' }))],
      [3, 'release', 'import', write('empty.json', evidence({ file: 'nothing.txt' }))],
      [3, 'release', 'import', write('changed.json', evidence({ sha256: '0'.repeat(64) }))],
      [3, '--as', 'Ada Byron, Somebody Else', 'release', 'import', write('whose.json', head)],
      [3, 'bundle', 'apply', join(folder, 'nowhere.golive')],
      [3, 'bundle', 'apply', folder],
      [3, 'bundle', 'apply', write('no.golive', 'no bundle')],
      [1, 'bundle', 'apply', bundle],
      [1, 'bundle', 'apply', bundle, '--trust', '0'.repeat(64)],
      [3, 'exchange', 'folder', join(folder, 'nowhere')],
      [2, 'exchange', 'confirm', 'no fingerprint'],
    ];
    for (const [code, ...args] of refused) {
      const run = golive(store, ...args);
      expect([run.code, run.err.trim().split('\n').length], args.join(' ')).toEqual([code, 1]);
      expect(existsSync(store), args.join(' ')).toBe(false);
      expect(golive(store, 'release', 'list').code).toBe(4);
    }
  });

  it('says of a folder that it is no bundle', () => {
    const { folder, store } = scene();
    expect(golive(store, 'bundle', 'apply', folder).err).toBe(`${folder} is not a file; name the bundle itself.\n`);
  });

  it('begins one where nothing is in the way', () => {
    const { bundle, good, store, folder } = scene();
    expect(golive(store, 'release', 'import', good).code).toBe(0);
    const second = join(folder, 'second');
    const { fingerprint } = golive(second, '--json', 'bundle', 'inspect', bundle).json() as { fingerprint: string };
    expect(existsSync(second)).toBe(false);
    expect(golive(second, 'bundle', 'apply', bundle, '--trust', fingerprint).code).toBe(0);
    expect(golive(second, 'release', 'list').out).toContain(name);
  });
});

describe('a database that is empty', () => {
  it('is no new store to a command that begins none, and may be begun', () => {
    const { good, store } = scene();
    mkdirSync(store);
    const file = join(store, 'store.sqlite');
    writeFileSync(file, '');
    for (const args of [
      ['release', 'list'],
      ['store', 'check'],
      ['readiness', name],
    ]) {
      const run = golive(store, ...args);
      expect([run.code, run.err]).toEqual([
        4,
        `The database of the store in ${store} is empty; restore a backup from elsewhere if it held anything, or import a release to begin it.\n`,
      ]);
    }
    expect(readdirSync(store)).toEqual(['store.sqlite']);
    // What a first start leaves that ended before it had written anything.
    expect(golive(store, 'release', 'import', good).code).toBe(0);
    expect(golive(store, 'release', 'list').out).toContain(name);
  });

  it('is a lost one where its key, or anything else of it, is still there', () => {
    const { store } = withSample();
    expect(golive(store, 'exchange', 'peers').code).toBe(0);
    for (const part of ['files', 'backups', 'store.sqlite-wal', 'store.sqlite-shm'])
      rmSync(join(store, part), { recursive: true, force: true });
    truncateSync(join(store, 'store.sqlite'), 0);
    for (const args of [
      ['release', 'list'],
      ['release', 'import', scene().good],
    ]) {
      const run = golive(store, ...args);
      expect([run.code, run.err]).toEqual([
        4,
        `The database of the store in ${store} is empty, but its key is still there; restore a backup from elsewhere, or open another store.\n`,
      ]);
    }
    expect(readdirSync(store)).toContain('private.key');
  });
});
