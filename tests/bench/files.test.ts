import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { attachFiles } from '../../electron/main/attachFiles.ts';
import type { EngineHost } from '../../electron/main/engineHost.ts';
import { createHeldPaths } from '../../electron/main/heldPaths.ts';
import { createLongWork } from '../../electron/main/longWork.ts';
import type { MethodName } from '../../shared/contract/engineMethods.ts';
import { evidenceStore } from '../support/evidenceStore.ts';
import { inTurn, report, timeOf } from './measure.ts';

const megabyte = 1024 * 1024;

const runs = 3;

/** What the machine itself needs: `sha256sum` of the files, and a copy of them that reached the disk. */
function hashAndCopy(from: string, to: string): Promise<number> {
  const command = `sha256sum * > /dev/null && cp -r . '${to}' && sync -d '${to}'/*`;
  return timeOf(() => expect(spawnSync('sh', ['-c', command], { cwd: from }).status).toBe(0));
}

/** As the window's main process adds what was dropped: several side by side, and the findings when all are in. */
function addAsTheWindow(engine: Engine, release: string, paths: readonly string[]) {
  const host = {
    call: (method: string, input: unknown) => ({
      result: engine.call(method as MethodName, input),
      cancel: () => undefined,
    }),
  };
  const tellProgress = () => undefined;
  const work = createLongWork(host as unknown as EngineHost, tellProgress);
  return attachFiles(paths, { release, fields: {}, asOf: null }, false, {
    held: createHeldPaths(),
    work,
    tellProgress,
  });
}

it.skipIf(process.platform !== 'linux').each([
  ['files.large', 1, 1024],
  ['files.many', 256, 4],
] as const)('%s: adds %i files of %i MB', async (row, count, size) => {
  const { engine, release, folder } = await evidenceStore();
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
        const paths = readdirSync(from).map((name) => join(from, name));
        expect((await addAsTheWindow(engine, release, paths)).added.length).toBe(count);
      }),
  });
  report(row, times.ours, times.tools);
});
