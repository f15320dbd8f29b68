import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../../out/app/main/cli.js');

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** stdout as the one JSON document that `--json` promises. */
  readonly json: () => unknown;
}

/** One run of the built CLI in a process of its own, as a script would start it. */
export function golive(store: string, ...args: readonly string[]): CliRun {
  const run = spawnSync(process.execPath, [cli, '--store', store, '--as', 'Ada Byron, SECAS', ...args], {
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr, json: () => JSON.parse(run.stdout) };
}
