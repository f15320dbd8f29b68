import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepUp } from '../../electron/engine/upkeep.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('a daily backup that cannot be written is logged, and the engine lives on', async () => {
  const folder = scratchFolder();
  const { does, engine } = testEngine(folder);
  await does('release.list', {});
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
  const failures: unknown[] = [];
  keepUp(
    engine,
    () => undefined,
    (error) => failures.push(error),
  );
  vi.advanceTimersByTime(20_000);
  expect(failures).toHaveLength(1);
  expect(await does('release.list', {})).toEqual([]);
});

it('tells that the store moved on, and whether anything that people work on did', async () => {
  const folder = scratchFolder();
  const { does, engine } = testEngine(join(folder, 'store'));
  const { id } = await does('release.import', { file: sampleFile, replace: false });
  const told: unknown[] = [];
  keepUp(
    engine,
    (change) => told.push(change.work),
    () => undefined,
  );
  vi.advanceTimersByTime(1000);
  await does('record.edit', { asOf: null, kind: 'release', id, fields: { about: 'Anew.' } });
  vi.advanceTimersByTime(1000);
  vi.advanceTimersByTime(1000);
  const draft = { release: id, asOf: null, final: false, acceptBlockers: null };
  await does('pack.export', { ...draft, out: join(folder, 'pack.pdf') });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([true, false]);
});

it('a daily backup is made after a while, not at start-up', async () => {
  const folder = scratchFolder();
  const { does, engine } = testEngine(folder);
  await does('release.list', {});
  keepUp(
    engine,
    () => undefined,
    () => undefined,
  );
  vi.advanceTimersByTime(10_000);
  expect(existsSync(join(folder, 'backups'))).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(existsSync(join(folder, 'backups'))).toBe(true);
});
