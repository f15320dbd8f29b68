import { renameSync } from 'node:fs';

/** What Windows answers while somebody else has the file open. It says two of them of a missing permission, too. */
const held = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Milliseconds between the attempts, two seconds in all: a virus scanner looks at each new file for a moment. */
const pauses = [10, 20, 40, 80, 150, 300, 600, 800];

export interface Waiting {
  readonly platform: NodeJS.Platform;
  readonly pause: (milliseconds: number) => void;
}

const here: Waiting = {
  platform: process.platform,
  pause: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

/** Whether another program may have the file open, so that it can be had a moment later. */
export function isHeld(error: unknown, platform = process.platform): boolean {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return code === 'EBUSY' || (platform === 'win32' && held.has(String(code)));
}

/**
 * Does something to a file that another program may hold for a moment: on Windows nobody renames, replaces or deletes
 * what is open elsewhere. What stays held is thrown as the system says it.
 */
export function whenFree<T>(work: () => T, { platform, pause }: Waiting = here): T {
  for (const milliseconds of platform === 'win32' ? pauses : []) {
    try {
      return work();
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      pause(milliseconds);
    }
  }
  return work();
}

/** The one way in which a file is renamed (`tests/build/systemWords.test.ts`). */
export function moveFile(from: string, to: string): void {
  whenFree(() => renameSync(from, to));
}
