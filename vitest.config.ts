import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { patience, windowPatience } from './tests/support/patience.ts';

const FAST = ['store', 'engine', 'exchange', 'main', 'renderer', 'build'];
/** Floors that keep nothing from one call to the next but fonts and programs, whose loading costs a third of the tests. */
const TOGETHER = ['documents', 'importers'];

/** What a test puts in the place of a module stays there for the whole process. */
const isAlone = (file: string) =>
  /\bvi\.(?:mock|resetModules|stubGlobal)\(/.test(readFileSync(join(import.meta.dirname, file), 'utf8'));
const together = TOGETHER.flatMap((floor) =>
  readdirSync(join(import.meta.dirname, 'tests', floor), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/${floor}/${name}`),
);
const alone = together.filter(isAlone);

/** Dates must come out alike on either side of the world, so the domain's tests run in two time zones. */
const domainIn = (name: string, timeZone: string, exclude: readonly string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: ['tests/domain/**/*.test.ts'],
    exclude: [...exclude],
    env: { TZ: timeZone },
    // Pure functions keep nothing from one file for the next, and a process for each costs three times the tests.
    isolate: false,
    sequence: { groupOrder: 1 },
  },
});

/** Tests that run one file at a time; some of them walk through everything there is. */
const oneByOne = (name: string, groupOrder: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    fileParallelism: false,
    sequence: { groupOrder },
  },
});

export default defineConfig({
  test: {
    // Processes, not threads: a thread takes no time zone of its own.
    setupFiles: ['tests/support/ownState.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: patience,
    hookTimeout: patience,
    expect: { poll: { timeout: windowPatience } },
    projects: [
      domainIn('domain-london', 'Europe/London'),
      // A merge knows no day, and a thousand of them take half a minute.
      domainIn('domain-auckland', 'Pacific/Auckland', ['tests/domain/mergeProperties.test.ts']),
      {
        extends: true,
        test: {
          name: 'fast',
          include: [...FAST.map((floor) => `tests/${floor}/**/*.test.{ts,tsx}`), ...alone],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          exclude: alone,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      // What is measured beside others measures the others.
      oneByOne('bench', 3),
      // They install and remove one and the same package.
      oneByOne('package', 4),
      // One window at a time, and after everything else: a busy machine makes slow windows.
      oneByOne('e2e', 2),
    ],
  },
});
