import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endedSentence, limitsOf, notAFile } from '../../electron/engine/jobLimits.ts';
import { scratchFolder } from '../support/scratch.ts';

const job = (task: string, input: unknown, program: 'documents' | 'importers' = 'documents') => ({
  program,
  task,
  input,
});
const watchdog = join(import.meta.dirname, '../../electron/disposable/watchdog.ts');

/** A process under these limits that does `work`; how it ended. */
function run(limits: object, work: string): Promise<{ code: number | null; signal: string | null }> {
  const file = join(scratchFolder(), 'work.mjs');
  writeFileSync(
    file,
    `import { keepWithin } from ${JSON.stringify(watchdog)}; keepWithin(${JSON.stringify(limits)}); ${work}`,
  );
  const child = fork(file, [], { stdio: 'ignore' });
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
}

const hour = 3_600_000;
const gigabyte = 2 ** 30;

describe('the limits of a job', () => {
  it('grow with the file up to a ceiling, and are wider for pages of our own', () => {
    const folder = scratchFolder();
    const [small, large] = [join(folder, 'small.pdf'), join(folder, 'large.pdf')];
    writeFileSync(small, 'x');
    writeFileSync(large, Buffer.alloc(8 * 1024 * 1024));
    const [less, more] = [small, large].map((file) => limitsOf(job('verifyPack', { file })));
    expect(more?.bytes).toBeGreaterThan(less?.bytes ?? 0);
    expect(more?.milliseconds).toBeGreaterThan(less?.milliseconds ?? 0);
    expect(limitsOf(job('exportPack', {})).bytes).toBeGreaterThan(more?.bytes ?? 0);
    const both = limitsOf(job('comparePacks', { before: large, after: large }));
    expect(both.bytes).toBeGreaterThan(more?.bytes ?? 0);
    expect(both.bytes).toBeLessThanOrEqual(5 * gigabyte);
  });

  it('end a process that is in a loop, one that takes too much memory, and no other', async () => {
    const [looping, greedy, modest] = await Promise.all([
      run({ bytes: 4 * gigabyte, milliseconds: 1500 }, 'for (;;);'),
      run({ bytes: gigabyte / 4, milliseconds: hour }, 'const all = []; for (;;) all.push(Buffer.alloc(1e6, 1));'),
      run({ bytes: 4 * gigabyte, milliseconds: hour }, 'setTimeout(() => process.exit(7), 500);'),
    ]);
    expect([looping, greedy].map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGKILL']);
    expect(modest).toEqual({ code: 7, signal: null });
  });

  it('end a process whose parent is gone, even in a loop', async () => {
    const folder = scratchFolder();
    const child = join(folder, 'child.mjs');
    const parent = join(folder, 'parent.mjs');
    const limits = JSON.stringify({ bytes: 4 * gigabyte, milliseconds: hour });
    writeFileSync(
      child,
      `import { keepWithin } from ${JSON.stringify(watchdog)}; keepWithin(${limits}); process.send(process.pid); setTimeout(() => { for (;;); }, 200);`,
    );
    writeFileSync(
      parent,
      `import { fork } from 'node:child_process'; const child = fork(${JSON.stringify(child)}, [], { stdio: 'ignore' }); child.on('message', (pid) => process.send(pid));`,
    );
    const started = fork(parent, [], { stdio: 'ignore' });
    const pid = await new Promise<number>((resolve) => started.on('message', (told) => resolve(Number(told))));
    started.kill('SIGKILL');
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    await expect.poll(isAlive).toBe(false);
  });

  it('refuse what is no file, for a device never ends', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'folder'));
    for (const file of [join(folder, 'folder'), '/dev/zero']) {
      const refused = notAFile(job('verifyPack', { file }));
      expect(refused && !refused.ok ? refused.error.message : '').toMatch(/is not a file; choose one\.$/);
    }
    expect(notAFile(job('verifyPack', { file: join(folder, 'nowhere.pdf') }))).toBeNull();
  });

  it('are told in a sentence, by which of them was passed', () => {
    const limits = { bytes: 2 * gigabyte, milliseconds: 60_000 };
    expect(endedSentence(job('verifyPack', {}), limits, 60_001)).toContain('longer than the 60 seconds');
    expect(endedSentence(job('verifyPack', {}), limits, 10)).toContain(
      'more memory than a file of its size may (2.0 GB)',
    );
  });
});
