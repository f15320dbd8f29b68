import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { UserWorkspaceConfig } from 'vitest/config';
import config from '../../vitest.config.ts';
import { findClocks } from '../support/findClocks.ts';

/** Of `npm test` on a machine that does nothing else, in milliseconds. */
const ALL_TESTS = 25 * 60_000;

/** Measured on purpose, each by a command of its own: `npm run bench` and `npm run fuzz`. */
const measuring = /^tests\/(bench|fuzz)\//;

/** Files that may do what no other test may, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'tests/support/daysAgo.ts': 'makes a date of today, for a window that reads today off the machine',
  'tests/exchange/desk.ts': 'stamps what it writes as the app does, with the time of day',
  'tests/support/window.ts': 'ends what hangs in the window after minutes, once for all',
  'tests/support/closedRoom/journey.ts': 'gives what tries to leave its time, and asserts nothing by it',
  'tests/support/renders.ts': 'lets the page run what it put off before it is counted, and asserts nothing by it',
  'tests/support/findClocks.ts': 'names what it looks for',
  'tests/build/clocks.test.ts': 'shows what is found',
};

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
  .map((name) => `tests/${name.replaceAll('\\', '/')}`);
const foundIn = (file: string) => findClocks(file, readFileSync(file, 'utf8')).map((what) => `${file}:${what}`);

describe('npm test judges nothing by a clock; what a person feels is measured by npm run bench', () => {
  const tests = files.filter((file) => !measuring.test(file));

  test('no test reads a clock, sleeps, tries again, or has a time limit of its own', () => {
    expect(tests.length).toBeGreaterThan(100);
    expect(tests.filter((file) => !Object.hasOwn(exceptions, file)).flatMap(foundIn)).toEqual([]);
  });

  test('every exception is still one', () => {
    for (const file of Object.keys(exceptions)) expect(foundIn(file), file).not.toEqual([]);
  });

  test('nor does the way in which tests are run try again', () => {
    const running = ['vitest.config.ts', 'build/checks/tests.mjs', 'build/tasks.mjs'];
    expect(running.flatMap(foundIn).filter((what) => /again/.test(what))).toEqual([]);
  });

  test('what ends a test that hangs ends none that works: it waits longer than all of them together may take', () => {
    const limits = [config.test, ...(config.test?.projects ?? []).map((one) => (one as UserWorkspaceConfig).test)]
      .flatMap((test) => [test?.testTimeout, test?.hookTimeout])
      .filter((limit) => limit !== undefined);
    expect(limits.length).toBeGreaterThanOrEqual(2);
    for (const limit of limits) expect(limit).toBeGreaterThan(ALL_TESTS);
  });
});

describe('what is found', () => {
  test.each([
    ['a difference of clocks', 'const a = performance.now(); expect(performance.now() - a).toBe(1);'],
    ['a clock under another name', 'const { now } = performance;'],
    ['a clock of the global object', 'const clock = globalThis.performance;'],
    ['a clock of the global object by its text', "const clock = globalThis['performance'];"],
    ['the time of day', 'const a = Date.now();'],
    ['the time of day as an object', 'const a = +new Date();'],
    ['the class that tells it, kept', 'const Time = Date;'],
    ['the clock of the process', 'process.hrtime.bigint();'],
    ['a clock that is imported', "import { performance as p } from 'node:perf_hooks';"],
    ['a clock in the page', 'page.evaluate(() => performance.now());'],
    ['a clock in a text that is run', "page.evaluate('performance.now()');"],
    ['a clock in a script', 'const script = `const a = Date.now();`;'],
    ['what the browser measured', 'new PerformanceObserver(look);'],
    ['a retry', "it('works', { retry: 2 }, () => {});"],
    ['a retry of several tests', "describe('all', { retry: tries }, () => {});"],
    ['the best of tries', 'const best = Math.min(...times);'],
    ['a bound on a duration', 'expect(longestMs).toBeLessThan(5);'],
    ['a bound on a duration that was reported', 'expect(report.slowest.ms).toBeLessThanOrEqual(5000);'],
    ['a bound on a duration, turned', 'expect(took).not.toBeGreaterThan(200);'],
    ['a bound on a duration without expect', 'if (elapsed > 200) throw new Error();'],
    ['a sleep', 'await page.waitForTimeout(300);'],
    ['a sleep of ours', 'await new Promise((resolve) => setTimeout(resolve, 300));'],
    ['a sleep of Node', "import { setTimeout as sleep } from 'node:timers/promises';"],
    ['a time limit of a wait', 'await row.waitFor({ timeout: 60_000 });'],
    ['a time limit of a test', "it('works', () => {}, 5000);"],
    ['a time limit of a file', 'vi.setConfig({ testTimeout: 5000 });'],
  ])('%s', (_name, code) => {
    expect(findClocks('a.test.ts', code)).not.toEqual([]);
  });

  test.each([
    ['a date that is given', "const a = new Date('2026-05-01'); const b = Date.UTC(2026, 4, 1);"],
    ['a type', 'let a: Date; type B = { readonly timeout: number; readonly retry: Date };'],
    ['letting go of the thread', 'setTimeout(() => resolve());'],
    ['timers that are faked', "vi.useFakeTimers({ toFake: ['setTimeout'] });"],
    ['a count', 'expect(rows.length).toBeLessThan(100); expect(times(3)).toBe(3);'],
    ['a table of cases', "it.each([1, 2])('%i', () => {});"],
  ])('not %s', (_name, code) => {
    expect(findClocks('a.test.ts', code)).toEqual([]);
  });
});
