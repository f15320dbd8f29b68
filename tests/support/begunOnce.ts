import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { EngineOptions } from '../../electron/engine/engine.ts';
import { type TestEngine, testEngine } from './engine.ts';
import { scratchFolder } from './scratch.ts';

/**
 * What many tests of a file begin with, made once: each gets the machine as it stood then, for making documents takes
 * seconds. Call it at the top of a file; `begin` gets an engine on a new store, and what it returns holds no path.
 *
 * @returns what opens a copy of the store in a folder of the test's own, in which all that `begin` put into its folder stands
 */
export function begunOnce<T extends object>(
  begin: (test: TestEngine, folder: string) => Promise<T>,
  options: Partial<EngineOptions>,
): (own?: Partial<EngineOptions>) => Promise<TestEngine & T & { readonly folder: string }> {
  let made: Promise<{ folder: string; state: string; begun: T }> | null = null;
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const make = async () => {
    const whole = mkdtempSync(join(tmpdir(), 'sec-golive-begun-'));
    folders.push(whole);
    const [folder, state] = [join(whole, 'folder'), join(whole, 'state')];
    const test = testEngine(join(folder, 'store'), options);
    const begun = await begin(test, folder);
    test.engine.close();
    cpSync(String(process.env.SEC_GOLIVE_STATE), state, { recursive: true });
    return { folder, state, begun };
  };
  return async (own = {}) => {
    made ??= make();
    const { folder: from, state, begun } = await made;
    const folder = scratchFolder();
    cpSync(from, folder, { recursive: true });
    // The store is where this machine left it, not a copy that goes its own way.
    cpSync(state, String(process.env.SEC_GOLIVE_STATE), { recursive: true });
    return { ...testEngine(join(folder, 'store'), { ...options, ...own }), ...begun, folder };
  };
}
