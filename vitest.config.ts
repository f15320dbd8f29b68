import { defineConfig } from 'vitest/config';

const FAST = ['store', 'engine', 'documents', 'exchange', 'importers', 'main', 'renderer', 'build'];

/** Ends what hangs, in milliseconds. A test that works never meets it, on whatever machine, beside whatever else. */
const patience = 300_000;

/** Dates must come out alike on either side of the world, so the domain's tests run in two time zones. */
const domainIn = (name: string, timeZone: string) => ({
  extends: true as const,
  test: {
    name,
    include: ['tests/domain/**/*.test.ts'],
    env: { TZ: timeZone },
    // Pure functions keep nothing from one file for the next, and a process for each costs three times the tests.
    isolate: false,
    sequence: { groupOrder: 1 },
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
    expect: { poll: { timeout: patience / 2 } },
    projects: [
      domainIn('domain-london', 'Europe/London'),
      domainIn('domain-auckland', 'Pacific/Auckland'),
      {
        extends: true,
        test: {
          name: 'fast',
          include: FAST.map((floor) => `tests/${floor}/**/*.test.{ts,tsx}`),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'bench',
          include: ['tests/bench/**/*.test.ts'],
          // Alone on the machine, for what is measured beside others measures the others.
          fileParallelism: false,
          testTimeout: 2 * patience,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['tests/package/**/*.test.ts'],
          // They install and remove one and the same package.
          fileParallelism: false,
          testTimeout: 2 * patience,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // One window at a time, and after everything else: a busy machine makes slow windows.
          fileParallelism: false,
          // One of them walks through every target that any rule can give.
          testTimeout: 2 * patience,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
