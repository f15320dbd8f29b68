import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, NotHere } from './checks.ts';
import { ended, holds, refused, same } from './expect.ts';
import { asOf, release, sample, secas } from './journey.ts';
import type { Machine, Run } from './machine.ts';

const probe = join(import.meta.dirname, 'inside/syncFolder.ts');
const deep = (root: string) => join(root, ...['a', 'b', 'c', 'd'].map((letter) => letter.repeat(90)));

/** Folders as Windows has them: deep, for reading only, on a network, and none that can be fsynced. */
export function folderChecks(windows: Machine, room: string): readonly Check[] {
  const folder = join(room, 'folders');
  const file = (name: string) => join(folder, name);
  const at = (name: string) => windows.path(file(name));
  const golive = (store: string, ...args: readonly string[]) => windows.golive(secas, '--store', store, ...args);
  const does = async (store: string, ...args: readonly string[]) =>
    ended(await golive(store, ...args), 0, args.join(' '));
  const pack = (store: string, out: string) => golive(store, 'pack', 'export', release, ...asOf, '--out', out);
  return [
    {
      name: 'a path of more than 260 characters: the store, what it reads and what it writes',
      run: async () => {
        mkdirSync(deep(folder), { recursive: true });
        const long = windows.path(deep(folder));
        cpSync(sample, join(deep(folder), 'release.json'));
        cpSync(sample.replace(/json$/, 'files'), join(deep(folder), 'november-2021-sec-release.files'), {
          recursive: true,
        });
        const store = `${long}\\store`;
        await does(store, 'release', 'import', `${long}\\release.json`);
        await does(store, 'pack', 'export', release, ...asOf, '--out', `${long}\\pack.pdf`);
        await does(store, 'pack', 'verify', `${long}\\pack.pdf`);
        await does(store, 'store', 'backup', '--out', `${long}\\backup.sqlite`);
        await does(store, 'store', 'restore', `${long}\\backup.sqlite`);
        await does(store, 'store', 'check');
        return `${store.length} characters`;
      },
    },
    {
      name: 'a folder for reading only: what is written there, and a store that lies there',
      run: async () => {
        mkdirSync(file('closed'), { recursive: true });
        await does(at('store'), 'release', 'import', windows.path(sample));
        cpSync(file('store'), file('closed/store'), { recursive: true });
        return whileClosed(file('closed'), async () => {
          const said = refused(
            await pack(at('store'), at('closed\\pack.pdf')),
            [3, 4],
            /cannot be written/,
            'pack export',
          );
          ended(await golive(at('closed\\store'), 'release', 'list'), 0, 'release list');
          const edit = ['record', 'edit', release, 'criterion:AC-01', 'text=No.'];
          refused(await golive(at('closed\\store'), ...edit), [4], /cannot be written/, 'record edit');
          return said;
        });
      },
    },
    {
      name: 'a share that is not there (\\\\server\\share): one sentence each',
      run: async () => {
        const share = '\\\\no-such-server\\share';
        await does(at('unc'), 'release', 'import', windows.path(sample));
        refused(await golive(at('unc'), 'release', 'import', `${share}\\a.json`), [3], /no-such-server/, 'import');
        const out = refused(await pack(at('unc'), `${share}\\pack.pdf`), [3, 4], /no-such-server/, 'export');
        refused(await golive(at('unc'), 'exchange', 'folder', share), [3], /no-such-server/, 'exchange folder');
        refused(await golive(`${share}\\store`, 'release', 'list'), [4], /no-such-server/, 'the store');
        return out;
      },
    },
    {
      name: 'a network name as shared folder and target (\\\\?\\unix\\…, which Wine has)',
      run: async () => {
        mkdirSync(file('net'), { recursive: true });
        const net = `\\\\?\\unix${file('net').replaceAll('/', '\\')}`;
        await does(at('net store'), 'release', 'import', windows.path(sample));
        await does(at('net store'), 'exchange', 'folder', net);
        await does(at('net store'), 'exchange', 'sync');
        await does(at('net store'), 'table', 'export', release, 'criteria', '--out', `${net}\\criteria.csv`);
        const names = readdirSync(file('net'));
        holds(names.includes('criteria.csv'), `there is ${names.join(', ')}`);
        holds(
          names.some((name) => name.endsWith('.golive')),
          `there is ${names.join(', ')}`,
        );
        return undefined;
      },
    },
    {
      name: 'fsync of a folder is refused, and what is written is written all the same',
      run: async () => {
        mkdirSync(file('synced'), { recursive: true });
        const said = ended(await windows.script(probe, at('synced')).done, 0, 'the probe').out;
        same(said, 'EPERM', 'What fsync of a folder answers');
        await does(at('sync store'), 'release', 'import', windows.path(sample));
        await does(at('sync store'), 'store', 'backup', '--out', at('synced\\backup.sqlite'));
        holds(existsSync(file('synced/backup.sqlite')), 'there is no backup');
        return undefined;
      },
    },
    { name: 'without --store: data roams with the profile, what this machine knows of it does not', run: roaming },
  ];

  async function roaming(): Promise<string> {
    const run: Run = await windows.golive(secas, 'release', 'import', windows.path(sample));
    ended(run, 0, 'release import without --store');
    const users = join(room, 'prefix/drive_c/users');
    const [user = ''] = readdirSync(users).filter((name) => name !== 'Public');
    const data = join(users, user, 'AppData');
    holds(existsSync(join(data, 'Roaming/SEC Go-Live/store/store.sqlite')), `no store under ${data}/Roaming`);
    holds(readdirSync(join(data, 'Local/SEC Go-Live/replicas')).length > 0, `nothing under ${data}/Local`);
    return 'AppData\\Roaming, AppData\\Local';
  }
}

/** Root may write wherever the file system does, so there it is one that takes nothing; others are kept out by modes. */
async function whileClosed<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    try {
      return await work();
    } finally {
      chmodSync(folder, 0o755);
    }
  }
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'pipe' });
    execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'pipe' });
  } catch (error) {
    throw new NotHere(
      `root writes everywhere, and nothing can be mounted here (${String(error).split('\n')[1] ?? ''})`,
    );
  }
  try {
    return await work();
  } finally {
    execFileSync('umount', [folder]);
  }
}
