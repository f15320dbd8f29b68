import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `build/windows/prepareWindows.mjs` set up. */
export interface Windows {
  readonly wine: string;
  readonly nodeVersion: string;
  readonly node: string;
  readonly app: string;
  readonly prefix: string;
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** stdout as the one JSON document that `--json` promises. */
  readonly json: <T = Readonly<Record<string, unknown>>>() => T;
}

/** A process that runs, and what it comes to. */
interface Started {
  readonly child: ChildProcess;
  readonly done: Promise<Run>;
}

/** A computer with the built command line: this one, or the Windows beside it. Both reach the same files. */
export interface Machine {
  readonly system: 'Linux' | 'Windows';
  /** What a file of ours is called there. */
  readonly path: (file: string) => string;
  /** One run of `golive --json` in a process of its own; `who` writes, as `--as` takes it. */
  readonly golive: (who: string, ...args: readonly string[]) => Promise<Run>;
  /** A script that its Node runs; paths in `args` are as they are called there. */
  readonly script: (file: string, ...args: readonly string[]) => Started;
}

const root = join(import.meta.dirname, '../..');

export function linuxMachine(room: string): Machine {
  const cli = join(root, 'out/app/main/cli.js');
  return machine('Linux', room, (file) => file, [process.execPath], cli, { SEC_GOLIVE_STATE: join(room, 'state') });
}

export function windowsMachine(room: string, { node, app, prefix }: Windows): Machine {
  const path = (file: string) => `Z:${file.replaceAll('/', '\\')}`;
  return machine('Windows', room, path, ['wine', node], path(join(app, 'out/app/main/cli.js')), wineEnv(prefix));
}

/** Ends what Wine itself keeps running. */
export function endWindows({ prefix }: Windows): void {
  spawnSync('wineserver', ['-k'], { env: { ...process.env, ...wineEnv(prefix) }, stdio: 'ignore' });
}

/** Where the app keeps what a machine knows is for Windows to say. */
const wineEnv = (prefix: string) => ({ WINEPREFIX: prefix, WINEDEBUG: '-all', SEC_GOLIVE_STATE: undefined });

function machine(
  system: Machine['system'],
  room: string,
  path: Machine['path'],
  node: readonly string[],
  cli: string,
  env: NodeJS.ProcessEnv,
): Machine {
  let count = 0;
  const folder = join(room, 'output', system);
  mkdirSync(folder, { recursive: true });
  const run = (args: readonly string[]) => {
    count += 1;
    return runToFiles([...node, ...args], { ...process.env, ...env }, join(folder, String(count)));
  };
  return {
    system,
    path,
    golive: (who, ...args) => run([cli, '--json', '--as', who, ...args]).done,
    script: (file, ...args) => run([path(file), ...args]),
  };
}

/** Output goes to files, for Wine loses what a process writes to a pipe at its end. */
function runToFiles([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv, file: string): Started {
  const [out, err] = [`${file}.out`, `${file}.err`];
  const handles = [openSync(out, 'w'), openSync(err, 'w')];
  const child = spawn(command, args, { env, stdio: ['ignore', ...handles] });
  for (const handle of handles) closeSync(handle);
  const done = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [said, complained] = [readFileSync(out, 'utf8'), readFileSync(err, 'utf8')];
      resolve({ code, out: said, err: complained, json: () => JSON.parse(said) });
    });
  });
  return { child, done };
}
