/**
 * Restores a backup and is interrupted at one operation on files or on the database: killed before it, or told that the
 * disk failed. Arguments: the store's folder, the backup, the operation's number, what happens there. Ends with 0 where
 * the restore was done, 3 where it was refused in words, and by a signal where it was killed. Prints how many operations
 * it came to.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [folder = '', backup = '', number = '0', how = 'kill'] = process.argv.slice(2);
const at = Number(number);
let count = 0;
let isWatching = false;

function step(): void {
  if (!isWatching) return;
  count += 1;
  if (count !== at) return;
  if (how === 'fail') throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  process.kill(process.pid, 'SIGKILL');
}

/** Puts our step before every call of this function. */
function before(owner: object, name: string): void {
  const functions = owner as Record<string, (...args: unknown[]) => unknown>;
  const real = functions[name];
  if (!real) throw new Error(`There is no ${name}.`);
  functions[name] = function (this: unknown, ...args: unknown[]) {
    step();
    return real.apply(this, args);
  };
}

const files = ['renameSync', 'linkSync', 'copyFileSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'rmSync'];
for (const name of files) before(fs, name);
for (const name of ['exec', 'pragma', 'prepare', 'close']) before(Database.prototype, name);
// The order that this test is there to find wanting: the old store is away before the new one stands.
if (how === 'moveFirst') fs.linkSync = fs.renameSync as typeof fs.linkSync;
syncBuiltinESMExports();

const { restoreBackup } = await import('../../electron/store/restoreBackup.ts');
const { storePaths } = await import('../../electron/store/storePaths.ts');
const { countingStamps } = await import('../support/stamps.ts');
isWatching = true;
let isDone = false;
try {
  isDone = (await restoreBackup(storePaths(folder), backup, countingStamps(9), () => undefined)).ok;
} catch {
  // A failing disk ends in an exception here, which the engine tells in words.
}
isWatching = false;
process.stdout.write(String(count));
process.exitCode = isDone ? 0 : 3;
