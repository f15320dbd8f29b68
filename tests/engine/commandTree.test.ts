import { Command } from 'commander';
import { expect, it } from 'vitest';
import { addCommands } from '../../electron/cli/commands/addCommands.ts';
import { golive, withSample } from '../support/golive.ts';

const release = 'November 2021 SEC Release';

function leavesOf(command: Command, name = ''): readonly (readonly [string, Command])[] {
  if (command.commands.length === 0) return [[name.trim(), command]];
  return command.commands.flatMap((child) => leavesOf(child, `${name} ${child.name()}`));
}

const program = new Command('golive');
addCommands(program, { run: () => Promise.resolve() });
const leaves = leavesOf(program);

/** Commands that change no fact which a side owns: they look, write files, carry what was recorded, or give one's own word. */
const withoutSwitch = [
  ['release', 'list show archive export'],
  ['plan readiness slip sufficiency calendar report guide schema text'],
  ['pack', 'export verify compare extract addendum issued copy'],
  ['paper decision table', 'export'],
  ['submission', 'sign'],
  ['bundle', 'export inspect apply'],
  ['exchange', 'folder sync waiting conflicts peers confirm forget'],
  ['store', 'check backup restore'],
].flatMap(([head = '', tails = '']) =>
  head.split(' ').flatMap((one) => (tails === '' ? [one] : tails.split(' ').map((tail) => `${one} ${tail}`))),
);

it('every command that changes facts takes --on-behalf, and so does every one that nobody looked at', () => {
  const lacking = leaves.filter(([, one]) => !one.options.some(({ long }) => long === '--on-behalf'));
  expect(lacking.map(([name]) => name).sort()).toEqual([...withoutSwitch].sort());
});

it('a release is removed and a change taken back for the other side where that is asked for, and only there', () => {
  const { store } = withSample();
  const dcc = (...args: readonly string[]) => golive(store, '--json', '--as', 'Ann, DCC', ...args);
  expect(golive(store, 'record', 'edit', release, 'criterion:AC-01', 'text=Another wording.').code).toBe(0);
  expect(dcc('undo', release)).toMatchObject({ code: 3, err: expect.stringContaining('or record it for SECAS') });
  expect(dcc('undo', release, '--on-behalf').json()).toMatchObject({
    changes: [{ record: { reference: 'AC-01', onBehalf: [{ field: 'text', by: 'Ann, DCC', for: 'SECAS' }] } }],
  });
  expect(dcc('release', 'remove', release).code).toBe(3);
  expect(golive(store, '--as', 'Olga, Ofgem', 'release', 'remove', release, '--on-behalf').code).toBe(3);
  expect(dcc('release', 'remove', release, '--on-behalf').json()).toMatchObject({ name: release });
  expect(dcc('release', 'list').json()).toEqual([]);
});
