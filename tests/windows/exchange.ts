import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { ended, same } from './expect.ts';
import { dcc, release, sample, secas } from './journey.ts';
import type { Machine } from './machine.ts';

/** A store on one machine, and what its person does in it. */
interface Desk {
  readonly at: (name: string) => string;
  readonly does: (code: number, ...args: readonly string[]) => Promise<ReturnType<typeof ended>>;
}

/** Bundles and a shared folder, between a Linux and a Windows store, both ways. */
export function exchangeChecks(linux: Machine, windows: Machine, room: string): readonly Check[] {
  const file = (name: string) => join(room, 'exchange', name);
  const desk = (machine: Machine, who: string, store: string): Desk => {
    const at = (name: string) => machine.path(file(name));
    return {
      at,
      does: async (code, ...args) =>
        ended(await machine.golive(who, '--store', at(store), ...args), code, `${machine.system}: ${args.join(' ')}`),
    };
  };
  const here = desk(linux, secas, 'linux');
  const there = desk(windows, dcc, 'windows');
  return [
    { name: 'a bundle from Linux to Windows, and one back', run: () => bundles(here, there, file) },
    { name: 'a shared folder between Linux and Windows, both ways', run: () => folder(here, there, file) },
  ];
}

async function bundles(here: Desk, there: Desk, file: (name: string) => string): Promise<undefined> {
  mkdirSync(file('shared'), { recursive: true });
  await here.does(0, 'release', 'import', sample);
  // Written by two editors: the line ends that they leave are no part of the passphrase, nor is the mark at its head.
  writeFileSync(file('linux.txt'), 'correct horse £\n');
  writeFileSync(file('windows.txt'), '\ufeffcorrect horse £\r\n');
  const sealed = (desk: Desk, name: string) => ['--passphrase-file', desk.at(name)];
  await here.does(0, 'bundle', 'export', release, '--full', '--out', here.at('1.golive'), ...sealed(here, 'linux.txt'));
  await take(there, '1.golive', sealed(there, 'windows.txt'));
  writeFileSync(file('report of the DCC.txt'), 'All tests passed.\r\n');
  const evidence = ['--criterion', 'AC-01', '--file', there.at('report of the DCC.txt'), '--provider', 'DCC'];
  await there.does(0, 'evidence', 'add', release, ...evidence);
  await there.does(0, 'bundle', 'export', release, '--out', there.at('2.golive'), ...sealed(there, 'windows.txt'));
  await take(here, '2.golive', sealed(here, 'linux.txt'));
  await agree(here, there, file);
}

async function take(desk: Desk, name: string, sealed: readonly string[]): Promise<void> {
  const seen = await desk.does(0, 'bundle', 'inspect', desk.at(name), ...sealed);
  const { fingerprint } = seen.json<{ fingerprint: string }>();
  await desk.does(0, 'bundle', 'apply', desk.at(name), ...sealed, '--trust', fingerprint, '--accept-marks');
}

async function folder(here: Desk, there: Desk, file: (name: string) => string): Promise<undefined> {
  for (const desk of [here, there]) await desk.does(0, 'exchange', 'folder', desk.at('shared'), '--release', release);
  for (const desk of [here, there, here]) await desk.does(0, 'exchange', 'sync');
  await here.does(0, 'record', 'edit', release, 'criterion:AC-02', 'text=Worded on Linux: C:\\ – “naïve”.');
  for (const desk of [here, there]) await desk.does(0, 'exchange', 'sync');
  await agree(here, there, file);
  await there.does(0, 'record', 'edit', release, 'criterion:AC-01', 'rationale=Reasoned on Windows.');
  for (const desk of [there, here]) await desk.does(0, 'exchange', 'sync');
  await agree(here, there, file);
}

/** Both hold the same facts, ids included, and both stores are sound. */
async function agree(here: Desk, there: Desk, file: (name: string) => string): Promise<undefined> {
  for (const [desk, name] of [
    [here, 'of linux.json'],
    [there, 'of windows.json'],
  ] as const) {
    await desk.does(0, 'store', 'check');
    await desk.does(0, 'release', 'export', release, '--out', desk.at(name));
  }
  const read = (name: string) => readFileSync(file(name), 'utf8').replaceAll(`${name}.files`, 'files');
  same(read('of windows.json'), read('of linux.json'), 'What the Windows store holds');
}
