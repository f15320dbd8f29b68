import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inTurn, report, timeOf } from './measure.ts';

const megabyte = 1024 * 1024;

const runs = 3;

/** What the machine itself needs: `sha256sum` of the files, and a copy of them that reached the disk. */
function hashAndCopy(from: string, to: string): Promise<number> {
  const command = `sha256sum * > /dev/null && cp -r . '${to}' && sync -d '${to}'/*`;
  return timeOf(() => expect(spawnSync('sh', ['-c', command], { cwd: from }).status).toBe(0));
}

it.skipIf(process.platform !== 'linux').each([
  ['files.large', 1, 1024],
  ['files.many', 256, 4],
] as const)('%s: adds %i files of %i MB', async (row, count, size) => {
  const { does, input, folder } = await evidenceStore();
  const from = join(folder, 'from');
  const to = join(folder, 'to');
  // New bytes each time: a file that is there already would not be written again.
  const refill = () => {
    for (const place of [from, to]) rmSync(place, { recursive: true, force: true });
    mkdirSync(from);
    for (let at = 0; at < count; at += 1)
      writeFileSync(join(from, `file ${at}.bin`), randomFillSync(Buffer.allocUnsafe(size * megabyte)));
    spawnSync('sync');
  };
  const times = await inTurn(runs, {
    tools: () => {
      refill();
      return hashAndCopy(from, to);
    },
    ours: () =>
      timeOf(async () => {
        // As the window adds many: the findings are asked for once, when all are in.
        for (const name of readdirSync(from)) await does('evidence.add', { ...input(join(from, name)), judged: false });
      }),
  });
  report(row, times.ours, times.tools);
});
