import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A bundle or a pack that the system opened the app with: on the command line, by a second start, or by a double click.
 */
export interface OpenedFile {
  readonly put: (path: string) => void;
  /** The path, once; null where there is none. */
  readonly take: () => string | null;
}

export function createOpenedFile(): OpenedFile {
  let path: string | null = null;
  return {
    put: (given) => {
      path = given;
    },
    take: () => {
      const taken = path;
      path = null;
      return taken;
    },
  };
}

/** The bundle or pack that a command line names; null where it names none. Options and what follows `--store` are none. */
export function fileIn(argv: readonly string[], workingFolder: string): string | null {
  const named = argv
    .slice(1)
    .find((argument, at, all) => /\.(golive|pdf)$/i.test(argument) && !isOption(argument, all[at - 1]));
  if (named === undefined) return null;
  const path = resolve(workingFolder, named);
  return existsSync(path) ? path : null;
}

function isOption(argument: string, before: string | undefined): boolean {
  return argument.startsWith('--') || before === '--store';
}
