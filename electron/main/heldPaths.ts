import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

/** Files that the person chose or dropped: the window knows them by a token and a name, never by a path. */
export interface HeldPaths {
  readonly hold: (path: string) => { readonly source: string; readonly name: string };
  readonly find: (source: string) => string | null;
}

/** A run of tests may write some thousand files, all dropped at once. */
const mostHeld = 6000;

export function createHeldPaths(): HeldPaths {
  const paths = new Map<string, string>();
  return {
    hold: (path) => {
      const source = randomUUID();
      paths.set(source, path);
      for (const oldest of [...paths.keys()].slice(0, Math.max(0, paths.size - mostHeld))) paths.delete(oldest);
      return { source, name: basename(path) };
    },
    find: (source) => paths.get(source) ?? null,
  };
}
