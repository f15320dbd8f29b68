import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { scratchFolder } from './scratch.ts';

const sample = join(import.meta.dirname, '../../build/sample/november-2021-sec-release.json');
/** The CLI as the build made it. */
export const cliPath = join(import.meta.dirname, '../../out/app/main/cli.js');

const plurals =
  'records|releases|files|items|pages|pictures|rows|entries|days|views|criteria|conditions|comments|modifications|conflicts';
const oneOfMany = new RegExp(`(?<![\\d.,/-])1 (?:[a-z]+ )?(?:${plurals})\\b`);

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** stdout as the one JSON document that `--json` promises. */
  readonly json: () => unknown;
}

/** One run of the built CLI in a process of its own, as a script would start it. */
export function golive(store: string, ...args: readonly string[]): CliRun {
  const run = spawnSync(process.execPath, [cliPath, '--store', store, '--as', 'Ada Byron, SECAS', ...args], {
    encoding: 'utf8',
  });
  // One of a thing is told in the singular, whichever command counts it.
  expect(run.stdout + run.stderr).not.toMatch(oneOfMany);
  return { code: run.status, out: run.stdout, err: run.stderr, json: () => JSON.parse(run.stdout) };
}

/** A store that holds the sample release. */
export function withSample() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  expect(golive(store, 'release', 'import', sample).code).toBe(0);
  return { folder, store };
}

/** An empty store, and a release file of this content to import. */
export function withFile(content: unknown) {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const file = join(folder, 'release.json');
  writeFileSync(file, JSON.stringify(content));
  return { folder, store, file };
}

/** Applies a bundle as a person does who has compared its key, and takes what is not its sender's too. */
export function applyTrusted(store: string, bundle: string, ...who: readonly string[]): CliRun {
  const seen = golive(store, ...who, '--json', 'bundle', 'inspect', bundle).json() as { fingerprint: string };
  return golive(store, ...who, 'bundle', 'apply', bundle, '--trust', seen.fingerprint, '--accept-marks');
}
