import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { targetErrorOf } from '../../electron/engine/targetError.ts';
import { isStoreFailure, storeErrorOf } from '../../electron/store/storeError.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { scratchFolder } from '../support/scratch.ts';

const release = 'November 2021 SEC Release';
const failure = (code: string, more = {}) =>
  Object.assign(new Error(`${code}: as the test wants it`), { code, ...more });

/** A file, or a folder with all in it, that another program holds for itself, as Windows lets it. */
const held = vi.hoisted(() => ({ path: null as string | null }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const guard = (path: unknown, dest?: unknown) => {
    const isHeld = (one: unknown) => `${one}/`.startsWith(`${held.path}/`);
    if (isHeld(path) || isHeld(dest)) throw failure('EBUSY', { path, dest });
  };
  return {
    ...real,
    readFileSync: ((path, ...rest) => {
      guard(path);
      return real.readFileSync(path, ...(rest as [BufferEncoding]));
    }) as typeof real.readFileSync,
    renameSync: (from: string, to: string) => {
      guard(from, to);
      real.renameSync(from, to);
    },
  };
});

beforeEach(() => {
  held.path = null;
});

async function withSample() {
  const folder = scratchFolder();
  const test = testEngine(join(folder, 'store'));
  await test.does('release.import', { file: sampleFile, replace: false });
  return { folder, ...test };
}

describe('a file that another program holds', () => {
  it('is named where it was to be read, and it is said what to do', async () => {
    const { folder, refuses } = await withSample();
    held.path = join(folder, 'release.json');
    writeFileSync(held.path, '{}');
    const told = await refuses('release.import', { file: held.path, replace: false });
    expect(told).toMatchObject({
      kind: 'invalidInput',
      message: `${held.path} is in use by another program; close it there and try again.`,
    });
  });

  it('is named where it was to be written over, stays as it was, and nothing is left beside it', async () => {
    const { folder, refuses } = await withSample();
    const out = join(folder, 'criteria.json');
    writeFileSync(out, 'as it was');
    held.path = out;
    const told = await refuses('release.export', { release, out });
    held.path = null;
    const message = `${out} is open in another program, or may not be replaced; close it there, or name another file.`;
    expect(told).toMatchObject({ kind: 'invalidInput', message });
    expect(readFileSync(out, 'utf8')).toBe('as it was');
    // Nor is the evidence that was put beside it.
    expect(readdirSync(folder).sort()).toEqual(['criteria.json', 'store']);
  });

  it('is the store: it is said to be in use, and is no bug', () => {
    for (const code of ['EBUSY', 'UNKNOWN']) expect(isStoreFailure(failure(code))).toBe(true);
    const told = storeErrorOf(failure('EBUSY'), 'C:\\store');
    expect(told).toMatchObject({ kind: 'storeBusy', message: expect.stringContaining('in use by another program') });
  });

  it('keeps no store from being the store that it was: its token stays, and nothing is written', async () => {
    const { folder, does, refuses } = await withSample();
    const { fingerprint } = await does('exchange.status', { releaseId: null });
    const before = await does('release.open', { release, asOf: null });
    const again = testEngine(join(folder, 'store'));
    const criterion = before.facts.criteria[0];
    const edit = { kind: 'criterion', id: criterion?.id ?? '', fields: { text: 'Otherwise.' }, asOf: null } as const;
    held.path = process.env.SEC_GOLIVE_STATE ?? '';
    expect(existsSync(held.path)).toBe(true);
    expect(await again.refuses('record.edit', edit)).toMatchObject({ kind: 'storeBusy' });
    held.path = null;
    expect(again.engine.moved()).toBeNull();
    await again.does('record.edit', edit);
    expect(again.engine.moved()).toBeNull();
    expect((await again.does('exchange.status', { releaseId: null })).fingerprint).toBe(fingerprint);
    await refuses('release.import', { file: sampleFile, replace: false });
  });
});

it('a target that Windows refuses to replace is told from a folder that takes nothing', () => {
  const folder = scratchFolder();
  const out = join(folder, 'pack.pdf');
  const refusal = failure('EPERM', { path: join(folder, '.1.partial'), dest: out });
  expect(targetErrorOf(refusal, { out }, 'win32')?.message).toMatch(/cannot be written; name a file/);
  writeFileSync(out, '');
  expect(targetErrorOf(refusal, { out }, 'win32')?.message).toMatch(/is open in another program/);
  expect(targetErrorOf(refusal, { out }, 'linux')?.message).toMatch(/cannot be written; name a file/);
  mkdirSync(join(folder, 'elsewhere'));
  expect(targetErrorOf(failure('EBUSY', { path: join(folder, 'elsewhere', 'x') }), { out }, 'win32')).toBeNull();
});
