import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';
import { everyUseCase } from '../torture/everyUseCase.ts';

/*
 * Windows renames and replaces no file that is open, whoever has it open: this process, too. What this process has open
 * is seen in /proc, SQLite's files among it, so that every use case can be held to that rule here.
 */
const rule = vi.hoisted(() => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  return { broken: [] as string[] };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const openFiles = () =>
    real.readdirSync('/proc/self/fd').flatMap((handle) => {
      try {
        return [real.readlinkSync(`/proc/self/fd/${handle}`)];
      } catch {
        return [];
      }
    });
  return {
    ...real,
    renameSync: (from: string, to: string) => {
      const open = openFiles().filter((file) => file === from || file === to);
      if (open.length > 0) {
        rule.broken.push(...open);
        throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM', path: from, dest: to });
      }
      real.renameSync(from, to);
    },
  };
});

const release = 'November 2021 SEC Release';

it('a file that takes the place of another, the store’s own among them, is closed by then', async () => {
  const folder = scratchFolder();
  const at = (name: string) => join(folder, name);
  const { does, engine } = testEngine(at('store'));
  await does('release.import', { file: sampleFile, replace: false });
  writeFileSync(at('report.txt'), 'All tests passed.');
  await does('evidence.add', { asOf: null, release, file: at('report.txt'), fields: { title: 'Report' } });
  const bundle = { release, passphrase: null, to: null, full: true, type: 'changes' } as const;
  // Twice, so that each replaces a file that is there.
  for (const _ of [1, 2]) {
    await does('release.export', { release, out: at('release.json') });
    await does('bundle.export', { ...bundle, out: at('1.golive') });
    await does('calendar.export', { release, out: at('dates.ics'), asOf: null });
  }
  await does('store.backup', { out: at('backup.sqlite') });
  const { keptAs } = await does('store.restore', { file: at('backup.sqlite') });
  expect(existsSync(join(at('store'), keptAs ?? ''))).toBe(true);
  expect((await does('store.check', {})).problems).toEqual([]);
  expect((await does('release.list', {})).map(({ name }) => name)).toEqual([release]);
  expect(readFileSync(at('release.json'), 'utf8')).toContain(release);
  engine.close();
  expect(rule.broken).toEqual([]);
});

it('so is every file of every use case', async () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'out'));
  const done: string[] = [];
  for await (const { name } of everyUseCase(folder)) done.push(name);
  expect(done.at(-1)).toBe('store.restore');
  expect(rule.broken).toEqual([]);
});
