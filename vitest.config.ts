import { defineConfig } from 'vitest/config';
import { displays } from './tests/support/displays.ts';
import { patience, windowPatience } from './tests/support/patience.ts';

const FAST = ['store', 'engine', 'documents', 'exchange', 'importers', 'main', 'renderer', 'build'];

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

/** Tests that run so many files at a time; some of them walk through everything there is. */
const fewAtOnce = (name: string, groupOrder: number, maxWorkers = 1, setupFiles: readonly string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    maxWorkers,
    setupFiles: [...setupFiles],
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
          include: FAST.map((floor) => `tests/${floor}/**/*.test.{ts,tsx}`),
          sequence: { groupOrder: 1 },
        },
      },
      // What is measured beside others measures the others.
      fewAtOnce('bench', 3),
      // They install and remove one and the same package.
      fewAtOnce('package', 4),
      // One window to each screen, and after everything else: a busy machine makes slow windows.
      fewAtOnce('e2e', 2, displays().length || 1, ['tests/support/ownDisplay.ts']),
    ],
  },
});
