import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { windowPatience } from '../patience.ts';

/** Somebody who is not root: the app runs in its sandbox, as it does for people. */
const person = { uid: 65534, gid: 65534 };

/** Why nothing can be installed on this machine; null where it can. */
export function whyNotInstallable(): string | null {
  if (process.platform !== 'linux') return 'Debian packages are a thing of Linux';
  if (process.getuid?.() !== 0) return 'only root installs packages';
  for (const program of ['dpkg', 'apt-get', 'setpriv'])
    if (spawnSync(program, ['--version']).status !== 0) return `${program} is missing`;
  const there = spawnSync('dpkg-query', ['-W', '-f', '$' + '{db:Status-Status}', 'sec-golive'], { encoding: 'utf8' });
  return there.stdout === 'installed' ? 'the package is installed here already, and the test would remove it' : null;
}

/** Runs a program to its end and gives what it printed. */
export function run(command: string, ...args: readonly string[]): string {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync(command, args, { encoding: 'utf8', env });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

/** What apt does with a package file: its dependencies come from Debian. */
export function install(deb: string): void {
  run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-q', '--no-install-recommends', deb);
}

export function remove(): void {
  run('apt-get', '-o', 'DPkg::Lock::Timeout=300', 'purge', '-y', '-q', 'sec-golive');
}

/** The folder of a person who has never used the app. */
export function newHome(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, person.uid, person.gid);
  return folder;
}

/** The command of the menu entry, with `file` where the desktop puts the one that was double-clicked. */
function commandOf(entry: string, file: string | null): readonly string[] {
  const exec = /^Exec=(.+)$/m.exec(readFileSync(entry, 'utf8'))?.[1];
  if (exec === undefined) throw new Error(`${entry} starts nothing.`);
  return exec.split(' ').flatMap((word) => (word === '%f' ? (file ?? []) : word));
}

export interface Started {
  readonly page: Page;
  /** Ends it as a session does that is closed. */
  readonly end: () => Promise<void>;
}

const entry = '/usr/share/applications/sec-golive.desktop';
const running = new Set<ChildProcess>();

/** Ends what a test that failed has left running. */
export function endAll(): void {
  for (const child of running) child.kill();
}

/** Starts the installed app from its menu entry, as the person whose home this is. */
export async function start(home: string, file: string | null = null): Promise<Started> {
  const child = launch(home, file, ['--remote-debugging-port=0']);
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('There is no window.');
  page.setDefaultTimeout(windowPatience);
  await page.getByRole('main').waitFor();
  return {
    page,
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

/** A second start: the window that is there takes the file. */
export async function startAgain(home: string, file: string): Promise<void> {
  const child = launch(home, file, []);
  await new Promise((resolve) => child.once('exit', resolve));
}

function launch(home: string, file: string | null, options: readonly string[]): ChildProcess {
  const [command = '', ...args] = commandOf(entry, file);
  const { uid, gid } = person;
  const env = { PATH: '/usr/bin:/bin', DISPLAY: process.env.DISPLAY, HOME: home, LANG: 'C.UTF-8' };
  const asPerson = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', command, ...args, ...options];
  const child = spawn('setpriv', asPerson, { env, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The app ended: ${said}`)));
  });
}

export const storeOf = (home: string) => join(home, '.config/SEC Go-Live/store');
