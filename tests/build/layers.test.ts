import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLayers } from '../../build/checks/layers.mjs';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The problems of a small project made of these files; without others, one harmless import. */
function problemsOf(files: Record<string, string>, dependencies: Record<string, string> = {}): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'layers-'));
  folders.push(root);
  const all = {
    'package.json': JSON.stringify({ dependencies }),
    'shared/domain/harmless.ts': "import { z } from 'zod';\nexport const text = z.string();\n",
    ...files,
  };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return checkLayers({ root }).problems;
}

const STORE = { 'electron/store/db.ts': 'export type Db = string;\nexport const db = 1;\n' };

describe('imports go down only', () => {
  test('a downward import is fine', () => {
    const engine = "import { db } from '../store/db.ts';\nexport const a = db;\n";
    expect(problemsOf({ ...STORE, 'electron/engine/a.ts': engine })).toEqual([]);
  });

  test.each([
    ['an import', "import { db } from '../../electron/store/db.ts';"],
    ['a type import', "import type { Db } from '../../electron/store/db.ts';"],
    ['an import for its effect', "import '../../electron/store/db.ts';"],
    ['an export from', "export { db } from '../../electron/store/db.ts';"],
    ['an export of everything', "export * from '../../electron/store/db.ts';"],
    ['a dynamic import', "export const a = import('../../electron/store/db.ts');"],
    ['a dynamic import in a template', 'export const a = import(`../../electron/store/db.ts`);'],
    ['require', "export const a = require('../../electron/store/db.ts');"],
    ['import = require', "import a = require('../../electron/store/db.ts');"],
    ['a type by import()', "export type A = import('../../electron/store/db.ts').Db;"],
    ['a path without extension', "import { db } from '../../electron/store/db';"],
    ['a path with a query', "import { db } from '../../electron/store/db.ts?raw';"],
  ])('%s upwards fails', (_name, line) => {
    expect(problemsOf({ ...STORE, 'shared/domain/a.ts': line })).toEqual([
      'shared/domain/a.ts:1 imports electron/store/db.ts: shared/domain must not import electron/store',
    ]);
  });

  test('siblings must not import one another', () => {
    const importer = "\nimport '../exchange/b.ts';\n";
    expect(problemsOf({ 'electron/importers/a.ts': importer, 'electron/exchange/b.ts': '' })).toEqual([
      'electron/importers/a.ts:2 imports electron/exchange/b.ts: electron/importers must not import electron/exchange',
    ]);
  });

  test('the window starts the engine by its bundle, never by import', () => {
    const main = "import '../engine/a.ts';";
    expect(problemsOf({ 'electron/main/a.ts': main, 'electron/engine/a.ts': '' })).toEqual([
      'electron/main/a.ts:1 imports electron/engine/a.ts: electron/main must not import electron/engine',
    ]);
  });

  test('a path that nobody can follow fails', () => {
    expect(problemsOf({ 'shared/domain/a.ts': 'export const load = (name: string) => import(name);' })).toEqual([
      'shared/domain/a.ts:1 imports a computed path, which cannot be checked',
    ]);
    expect(problemsOf({ 'shared/domain/a.ts': "import './gone.ts';" })).toEqual([
      'shared/domain/a.ts:1 imports ./gone.ts, which does not exist',
    ]);
  });

  test('nobody but the store reaches for its statements, or writes SQL', () => {
    const engine = "import { statement } from '../store/statement.ts';\nexport const sql = 'DELETE FROM draft';\n";
    expect(problemsOf({ 'electron/store/statement.ts': '', 'electron/engine/a.ts': engine })).toEqual([
      'electron/engine/a.ts:2 holds SQL: SQL stands in electron/store/ only',
      "electron/engine/a.ts:1 imports electron/store/statement.ts, which is the store's own: SQL stands in electron/store/ only",
    ]);
  });

  test('a file on no floor fails', () => {
    expect(problemsOf({ 'electron/attic/a.ts': '' })).toEqual([
      'electron/attic/a.ts is on no floor: add its folder to build/checks/floors.mjs, or move it',
    ]);
  });
});

describe('every package has its place', () => {
  test('a package that nobody has placed fails', () => {
    expect(problemsOf({ 'shared/domain/a.ts': "import 'left-pad';" })).toEqual([
      'shared/domain/a.ts:1 imports left-pad, a package that nobody has placed: add it to a floor in build/checks/floors.mjs',
    ]);
  });

  test('a package in package.json that nobody has placed fails, imported or not', () => {
    expect(problemsOf({}, { zod: '4.0.0', 'left-pad': '1.0.0' })).toEqual([
      'package.json depends on left-pad, a package that nobody has placed: add it to a floor in build/checks/floors.mjs',
    ]);
  });

  test('a package of another floor fails', () => {
    expect(problemsOf({ 'renderer/a.tsx': "import 'better-sqlite3';" })).toEqual([
      'renderer/a.tsx:1 imports better-sqlite3: renderer must not import that package',
    ]);
    expect(problemsOf({ 'electron/engine/a.ts': "import { app } from 'electron';" })).toEqual([
      'electron/engine/a.ts:1 imports electron: electron/engine must not import that package',
    ]);
  });

  test.each(['node:fs', 'fs', 'node:fs/promises'])('the domain must not read files by %s', (name) => {
    expect(problemsOf({ 'shared/domain/a.ts': `import '${name}';` })).toEqual([
      `shared/domain/a.ts:1 imports ${name}: shared/domain must not use Node's own modules`,
    ]);
  });

  test('types named in a reference comment count', () => {
    expect(problemsOf({ 'shared/domain/a.ts': '/// <reference types="left-pad" />\nexport {};' })).toEqual([
      'shared/domain/a.ts:1 imports left-pad, a package that nobody has placed: add it to a floor in build/checks/floors.mjs',
    ]);
  });
});

describe('the check itself', () => {
  test('fails when it finds no import at all', () => {
    expect(problemsOf({ 'shared/domain/harmless.ts': '' })).toEqual([
      'no import was found at all: the check itself is broken, or looks in the wrong place',
    ]);
  });

  test('fails on a file that cannot be parsed', () => {
    expect(problemsOf({ 'shared/domain/a.ts': 'const = ;' })[0]).toContain('shared/domain/a.ts cannot be parsed:');
  });
});

test('files that import one another in a circle fail', () => {
  const files = {
    'shared/domain/a.ts': "import './b.ts';",
    'shared/domain/b.ts': "import './c.ts';",
    'shared/domain/c.ts': "import type {} from './a.ts';",
    'shared/domain/d.ts': "import './a.ts';",
  };
  expect(problemsOf(files)).toEqual([
    'these files import one another in a circle: shared/domain/a.ts, shared/domain/b.ts, shared/domain/c.ts',
  ]);
});

test('a file of more than 300 lines fails', () => {
  expect(problemsOf({ 'shared/domain/a.ts': '// a line\n'.repeat(300) })).toEqual([]);
  expect(problemsOf({ 'build/a.mjs': '// a line\n'.repeat(301) })).toEqual([
    'build/a.mjs has 301 lines; 300 is the most (rule 8)',
  ]);
});

describe('words with one place', () => {
  test.each(['window.golive.ask()', 'globalThis.golive', 'const { golive } = window'])(
    'only renderer/api.ts may read window.golive (%s)',
    (code) => {
      const sentence = 'renderer/a.ts: only renderer/api.ts may read window.golive';
      expect(problemsOf({ 'renderer/a.ts': code })).toEqual([sentence]);
      expect(problemsOf({ 'renderer/api.ts': code })).toEqual([]);
      expect(problemsOf({ 'renderer/a.ts': `// ${code}` })).toEqual([]);
    },
  );

  test('only electron/main may answer calls from the window', () => {
    const sentence = 'electron/preload/a.ts: only electron/main may answer calls from the window (ipcMain)';
    expect(problemsOf({ 'electron/preload/a.ts': 'ipcMain.handle(1)' })).toEqual([sentence]);
    expect(problemsOf({ 'electron/main/a.ts': 'ipcMain.handle(1)' })).toEqual([]);
  });
});
