import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronForTests } from '../../../build/electronForTests.mjs';

/**
 * The same Electron with another program in it, a file of this folder: an Electron that has an app of ours inside starts that,
 * whatever file it is given. Linux only; the program's own arguments come after `args`.
 */
export function electronAlone(folder: string, program: string): { executablePath: string; args: string[] } {
  const { executablePath, args } = electronForTests();
  const file = join(import.meta.dirname, program);
  if (!existsSync(join(dirname(executablePath), 'resources/app'))) return { executablePath, args: [...args, file] };
  const copy = join(folder, `electron-${program}`);
  const made = spawnSync('cp', ['-al', dirname(executablePath), copy], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`Electron cannot be copied: ${made.stderr}`);
  const app = join(copy, 'resources/app');
  rmSync(app);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'alone', type: 'module', main: program }));
  copyFileSync(file, join(app, program));
  return { executablePath: join(copy, 'electron'), args };
}
