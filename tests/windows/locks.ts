import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { ended, holds, refused, same } from './expect.ts';
import { whenThere, whileHeld } from './held.ts';
import { asOf, imports, release, sample, secas } from './journey.ts';
import type { Machine, Run } from './machine.ts';

const inUse = /in use by another program/;

/** Files that another program holds: Excel its CSV, a viewer its PDF, a virus scanner whatever is new. */
export function lockChecks(windows: Machine, room: string): readonly Check[] {
  const folder = join(room, 'locks');
  const file = (name: string) => join(folder, name);
  const at = (name: string) => windows.path(file(name));
  const golive = (...args: readonly string[]) => windows.golive(secas, '--store', at('store'), ...args);
  const does = async (...args: readonly string[]) => ended(await golive(...args), 0, args.join(' '));
  const readers: readonly (readonly [string, readonly string[]])[] = [
    ['issues.csv', ['import', 'issues', at('issues.csv'), '--release', release, '--on-behalf']],
    ['report.txt', ['evidence', 'add', release, '--criterion', 'AC-05', '--file', at('report.txt')]],
    ['facts.json', ['release', 'import', at('facts.json'), '--replace']],
    ['pack.pdf', ['pack', 'verify', at('pack.pdf')]],
    ['pack.pdf', ['pack', 'extract', at('pack.pdf'), '--out', at('')]],
    ['pack.pdf', ['pack', 'compare', at('pack.pdf'), at('pack.pdf')]],
    ['pack.pdf', ['pack', 'comments', at('pack.pdf'), '--release', release]],
    ['pack.pdf', ['paper', 'read', at('pack.pdf'), '--release', release]],
    ['one.golive', ['bundle', 'inspect', at('one.golive')]],
    ['secret.txt', ['bundle', 'export', release, '--out', at('2.golive'), '--passphrase-file', at('secret.txt')]],
    ['backup.sqlite', ['store', 'restore', at('backup.sqlite')]],
  ];
  const prepare = async () => {
    mkdirSync(folder, { recursive: true });
    await does('release', 'import', windows.path(sample));
    copyFileSync(join(imports, 'azure-devops.csv'), file('issues.csv'));
    for (const name of ['report.txt', 'secret.txt', 'target.csv']) writeFileSync(file(name), `This is ${name}.`);
    await does('release', 'export', release, '--out', at('facts.json'));
    await does('pack', 'export', release, ...asOf, '--out', at('pack.pdf'));
    await does('bundle', 'export', release, '--full', '--out', at('one.golive'));
    await does('store', 'backup', '--out', at('backup.sqlite'));
    return undefined;
  };
  return [
    { name: 'files that others will hold', run: prepare },
    ...readers.map(([name, args]) => ({
      name: `read while another program holds it: ${args.slice(0, 2).join(' ')}`,
      run: () => whileHeld(windows, file(name), async () => refused(await golive(...args), [2, 3, 4], inUse, name)),
    })),
    {
      name: 'write over a file that is open in another program: a sentence, and the file as it was',
      run: () =>
        whileHeld(windows, file('target.csv'), async () => {
          const before = readdirSync(folder).sort();
          const said = refused(await table(golive, at('target.csv')), [3], /open in another program/, 'table export');
          same(readdirSync(folder).sort(), before, 'What lies in the folder');
          return said;
        }),
    },
    {
      name: 'the file held is still whole afterwards',
      run: async () => void same(readFileSync(file('target.csv'), 'utf8'), 'This is target.csv.', 'The file'),
    },
    {
      name: 'a file held for a moment only, as a virus scanner does: written all the same',
      run: () =>
        whileHeld(windows, file('target.csv'), async (release) => {
          const isBegun = whenThere(folder, (names) => names.some((name) => name.endsWith('.partial')));
          const run = table(golive, at('target.csv'));
          await isBegun;
          await release();
          ended(await run, 0, 'table export');
          holds(readFileSync(file('target.csv'), 'utf8').includes('AC-01'), 'the table is not in the file');
          return undefined;
        }),
    },
    {
      name: 'a store that another program holds: a sentence, and nothing changed',
      run: async () => {
        const list = () => golive('release', 'list');
        const held = await whileHeld(windows, file('store/store.sqlite'), list);
        const said = refused(held, [4], /in use by another program/, 'release list');
        ended(await list(), 0, 'release list afterwards');
        return said;
      },
    },
    {
      name: 'the token of a store is held: it stays the store that it was',
      run: () => heldToken(windows, golive, join(room, 'prefix')),
    },
    {
      name: 'store restore renames over a database that was open a moment ago',
      run: async () => {
        await does('store', 'restore', at('backup.sqlite'));
        await does('store', 'check');
        holds(existsSync(file('store/store.sqlite')), 'there is no store');
        return undefined;
      },
    },
  ];
}

function table(golive: (...args: readonly string[]) => Promise<Run>, out: string): Promise<Run> {
  return golive('table', 'export', release, 'criteria', '--out', out);
}

/** Outside the store lies a file that says that this is the store itself and no copy of it. */
async function heldToken(
  windows: Machine,
  golive: (...args: readonly string[]) => Promise<Run>,
  prefix: string,
): Promise<string> {
  const users = join(prefix, 'drive_c/users');
  const user = readdirSync(users).find((name) => name !== 'Public') ?? '';
  const state = join(users, user, 'AppData/Local/SEC Go-Live/replicas');
  const edit = (text: string) => golive('record', 'edit', release, 'criterion:AC-01', `text=${text}`);
  const before = new Set(readdirSync(state));
  ended(await edit('Before.'), 0, 'record edit');
  // Each writer gives it another name.
  const token = readdirSync(state).find((name) => !before.has(name)) ?? '';
  const run = await whileHeld(windows, join(state, token), () => edit('While it was held.'));
  const said = refused(run, [4], inUse, 'record edit');
  holds(readdirSync(state).includes(token), 'the token has another name');
  const after = ended(await edit('Afterwards.'), 0, 'record edit afterwards');
  holds(!/counts as a store of its own/.test(run.err + after.err), run.err + after.err);
  return said;
}
