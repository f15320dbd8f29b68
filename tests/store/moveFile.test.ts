import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isHeld, moveFile, whenFree } from '../../electron/store/moveFile.ts';
import { scratchFolder } from '../support/scratch.ts';

const refusal = (code: string) => Object.assign(new Error(`${code}: refused`), { code });

/** Work that is refused so often before it succeeds, and what was waited for it. */
function attempts(code: string, refusals: number, platform: NodeJS.Platform) {
  let tried = 0;
  const pauses: number[] = [];
  const work = () => {
    tried += 1;
    if (tried <= refusals) throw refusal(code);
    return 'done';
  };
  const run = () => whenFree(work, { platform, pause: (milliseconds) => pauses.push(milliseconds) });
  return { run, tried: () => tried, pauses };
}

describe('a file that another program holds for a moment', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('is had once it is let go of, on Windows (%s)', (code) => {
    const { run, tried, pauses } = attempts(code, 3, 'win32');
    expect(run()).toBe('done');
    expect([tried(), pauses.length]).toEqual([4, 3]);
    expect(pauses).toEqual(pauses.toSorted((left, right) => left - right));
  });

  it('is given up after a while, and what the system said is thrown', () => {
    const { run, tried, pauses } = attempts('EPERM', 1000, 'win32');
    expect(run).toThrow('EPERM: refused');
    expect(tried()).toBe(pauses.length + 1);
    expect(pauses.reduce((sum, each) => sum + each, 0)).toBe(2000);
  });

  it('is not waited for where the system says something else, nor where files can be replaced while they are open', () => {
    for (const [code, platform] of [
      ['ENOENT', 'win32'],
      ['EPERM', 'linux'],
    ] as const) {
      const { run, tried, pauses } = attempts(code, 1, platform);
      expect(run).toThrow(code);
      expect([tried(), pauses]).toEqual([1, []]);
    }
  });

  it('is told from one that may not be had at all', () => {
    expect(isHeld(refusal('EBUSY'), 'linux')).toBe(true);
    expect(isHeld(refusal('EPERM'), 'win32')).toBe(true);
    expect(isHeld(refusal('EPERM'), 'linux')).toBe(false);
    expect(isHeld(new Error('EPERM'), 'win32')).toBe(false);
  });
});

it('moves a file in the place of another, and throws where it cannot', () => {
  const folder = scratchFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  moveFile(from, to);
  expect(readFileSync(to, 'utf8')).toBe('new');
  mkdirSync(from);
  expect(() => moveFile(from, to)).toThrow();
});
