import { existsSync, readdirSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { holds } from './expect.ts';
import type { Machine } from './machine.ts';

const script = join(import.meta.dirname, 'inside/hold.ts');

/** Runs `work` while another Windows program holds a file for itself; `release` lets go of it before `work` is over. */
export async function whileHeld<T>(
  machine: Machine,
  file: string,
  work: (release: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const ready = join(dirname(file), `held ${basename(file)}`);
  const seen = whenThere(dirname(file), (names) => names.includes(basename(ready)));
  const { child, done } = machine.script(script, machine.path(file), machine.path(ready));
  const release = async () => {
    child.kill('SIGKILL');
    await done;
  };
  try {
    await Promise.race([seen, done]);
    holds(existsSync(ready), `${file} could not be held`);
    return await work(release);
  } finally {
    await release();
  }
}

/** Resolves as soon as a folder holds what is looked for. */
export function whenThere(folder: string, isThere: (names: readonly string[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder);
    const look = () => {
      if (!isThere(readdirSync(folder))) return;
      watcher.close();
      resolve();
    };
    watcher.on('change', look);
    look();
  });
}
