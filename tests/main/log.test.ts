import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { logBug, logNote, readLog, startLog } from '../../electron/main/log.ts';
import { scratchFolder } from '../support/scratch.ts';

const log = join(import.meta.dirname, '../../electron/main/log.ts');

it('holds every line that was written before the process was killed', () => {
  const folder = scratchFolder();
  const script = `
    const { logNote, startLog } = await import(${JSON.stringify(log)});
    startLog(${JSON.stringify(folder)});
    for (let line = 1; line <= 200; line += 1) logNote('line ' + line);
    process.kill(process.pid, 'SIGKILL');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  expect(run.signal, run.stderr).toBe('SIGKILL');
  const written = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
    .trim()
    .split('\n');
  expect(written).toHaveLength(200);
  expect(written.at(-1)).toMatch(/ line 200$/);
});

it('begins a new file where one is full, and keeps three older ones', () => {
  const folder = scratchFolder();
  startLog(folder, 2000);
  for (let line = 1; line <= 400; line += 1) logNote(`line ${line} ${'x'.repeat(40)}`);
  logBug(new TypeError('the last'), '0a1b2c3d');
  const logs = join(folder, 'logs');
  expect(readdirSync(logs).sort()).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.log']);
  for (const name of readdirSync(logs)) expect(statSync(join(logs, name)).size, name).toBeLessThan(2800);
  const read = readLog();
  expect(read).toMatch(/\[0a1b2c3d\] TypeError: the last/);
  const numbers = [...read.matchAll(/ line (\d+) /g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => 401 - numbers.length + at));
});
