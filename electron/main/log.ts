import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';

const megabyte = 1024 ** 2;
const olderKept = 3;

/** Where the log of this run lies; null before it was started. */
let file: string | null = null;

/**
 * Everything unexpected goes to one file on this machine; the app sends nothing anywhere. Each line is on the disk before
 * the work goes on, so that what a crash was preceded by can be read; beyond `most` bytes the file becomes `main.1.log`,
 * and three such are kept.
 */
export function startLog(folder: string, most = megabyte): void {
  file = join(folder, 'logs', 'main.log');
  const path = file;
  Object.assign(log.transports.file, {
    resolvePathFn: () => path,
    sync: true,
    maxSize: most,
    archiveLogFn: () => rotate(path),
  });
  log.transports.console.level = false;
}

/** Logs a bug once and gives the short id that the user's sentence names. */
export function logBug(error: unknown, id: string = randomUUID().slice(0, 8)): string {
  log.error(`[${id}]`, error instanceof Error ? (error.stack ?? error.message) : error);
  return id;
}

export function logNote(text: string): void {
  log.info(text);
}

/** What the log of this run and the one before it hold, oldest first; empty where nothing was logged. */
export function readLog(): string {
  const path = file;
  if (path === null) return '';
  return [olderName(path, 1), path].map((each) => (existsSync(each) ? readFileSync(each, 'utf8') : '')).join('');
}

function rotate(path: string): void {
  try {
    rmSync(olderName(path, olderKept), { force: true });
    for (let age = olderKept - 1; age >= 0; age -= 1) {
      const from = age === 0 ? path : olderName(path, age);
      if (existsSync(from)) renameSync(from, olderName(path, age + 1));
    }
  } catch {
    // Somebody has it open (Windows): it goes on in the same file, and the next line tries again.
  }
}

function olderName(path: string, age: number): string {
  return path.replace(/\.log$/, `.${age}.log`);
}
