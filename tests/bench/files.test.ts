import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceStore } from '../support/evidenceStore.ts';

const megabyte = 1024 * 1024;

/** What the machine itself needs: `sha256sum` of the files, and a copy of them that reached the disk. */
function secondsOfTools(from: string, to: string) {
  const timed = (command: string) => {
    const began = performance.now();
    expect(spawnSync('sh', ['-c', command], { cwd: from }).status).toBe(0);
    return (performance.now() - began) / 1000;
  };
  return { hash: timed('sha256sum * > /dev/null'), copy: timed(`cp -r . '${to}' && sync -d '${to}'/*`) };
}

it.skipIf(process.platform !== 'linux').each([
  [1, 256],
  [64, 4],
])('adds %i files of %i MB in at most twice sha256sum and a copy of the same', async (count, size) => {
  const { add, folder } = await evidenceStore();
  const from = join(folder, 'from');
  mkdirSync(from);
  for (let at = 0; at < count; at += 1) {
    writeFileSync(join(from, `file ${at}.bin`), randomFillSync(Buffer.allocUnsafe(size * megabyte)));
  }
  spawnSync('sync');
  const tools = secondsOfTools(from, join(folder, 'to'));
  const began = performance.now();
  for (const name of readdirSync(from)) await add(join(from, name));
  const ours = (performance.now() - began) / 1000;
  const bound = 2 * tools.hash + tools.copy;
  process.stdout.write(
    `${count} × ${size} MB: ${ours.toFixed(2)} s, beside sha256sum ${tools.hash.toFixed(2)} s and a copy ${tools.copy.toFixed(2)} s: ${(ours / bound).toFixed(2)} of what is allowed\n`,
  );
  // Half as much again: what is measured beside a busy disk is not the code.
  expect(ours).toBeLessThan(bound * 1.5);
});
