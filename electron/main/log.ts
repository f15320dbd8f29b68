import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import log from 'electron-log/node';

/** Everything unexpected goes to one file on this machine; the app sends nothing anywhere. */
export function startLog(folder: string): void {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
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
