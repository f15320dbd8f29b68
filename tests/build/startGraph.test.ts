import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { callableOf, loadAllVerbs } from '../../electron/engine/allVerbs.ts';

/*
 * What a process reads before it does anything is on the way to the first screen. The contract and the use cases are read
 * beside it; one static import anywhere below an entry would bring them back, and nothing else would tell.
 */

const root = join(import.meta.dirname, '../..');

/** The modules of the app and the packages that a module brings with it when it is read, by static imports of values. */
function readWith(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(relative(root, file))) return;
    found.add(relative(root, file));
    const { module } = parseSync(file, readFileSync(file, 'utf8'));
    const imported = module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value);
    const passedOn = module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? [moduleRequest.value] : [])),
    );
    for (const specifier of [...imported, ...passedOn]) {
      const path = join(dirname(file), specifier);
      if (!specifier.startsWith('.')) found.add(specifier);
      else if (specifier.endsWith('.ts') && existsSync(path)) follow(path);
    }
  };
  follow(join(root, entry));
  return found;
}

it('main starts the engine and the window before it reads what answers the window', () => {
  const read = readWith('electron/main/index.ts');
  expect(read).toContain('electron/main/openChannels.ts');
  expect([...read].filter((name) => /mainVerbs|\/ipc\.ts|engineMethods|windowMethods|^zod$/.test(name))).toEqual([]);
});

it('the engine answers how its store stands before it reads the contract and the use cases', () => {
  const read = readWith('electron/engine/process.ts');
  expect(read).toContain('electron/engine/verbs/store/status.ts');
  expect([...read].filter((name) => /engineMethods|engine\/verbs\.ts|computeReadiness/.test(name))).toEqual([]);
});

it('what it answers before is what the contract says, and the same use case', async () => {
  const [before, all] = [await callableOf('store.status'), await loadAllVerbs()];
  expect(before?.input).toBe(all('store.status')?.input);
  expect(before?.verb).toBe(all('store.status')?.verb);
  expect(await callableOf('toString')).toBeNull();
});
