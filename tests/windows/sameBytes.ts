import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { ended, holds, same } from './expect.ts';
import { asOf, release, sample, secas } from './journey.ts';
import type { Machine } from './machine.ts';

const paper = ['paper', 'export', release, '--body', 'OPSG', '--meeting', '2021-10-27'];

/** What is made of facts and a day alone (a workbook holds the time when it was made): its file, and the command that makes it. */
const made: readonly (readonly [string, readonly string[]])[] = [
  ['pack.pdf', ['pack', 'export', release, ...asOf]],
  ['public.pdf', ['pack', 'export', release, ...asOf, '--edition', 'public']],
  ['reading.pdf', ['pack', 'export', release, ...asOf, '--edition', 'reading']],
  ['report.pdf', ['report', ...asOf]],
  ['paper.pdf', [...paper, ...asOf]],
  ['criteria.csv', ['table', 'export', release, 'criteria', ...asOf]],
  ['findings.csv', ['table', 'export', release, 'findings', ...asOf]],
  ['page.html', ['text', release, 'release-page', '--html', ...asOf]],
  ['page.txt', ['text', release, 'release-page', ...asOf]],
];

/** From one release file with ids, each machine makes each file in a store of its own. */
export function sameBytesChecks(linux: Machine, windows: Machine, room: string): readonly Check[] {
  const folder = join(room, 'bytes');
  const file = (name: string) => join(folder, name);
  const does = async (machine: Machine, ...args: readonly string[]) => {
    const store = machine.path(file(machine.system));
    ended(await machine.golive(secas, '--store', store, ...args), 0, `${machine.system}: ${args.join(' ')}`);
  };
  const prepare = async () => {
    mkdirSync(folder, { recursive: true });
    const origin = join(folder, 'origin');
    const golive = (...args: readonly string[]) => linux.golive(secas, '--store', origin, ...args);
    ended(await golive('release', 'import', sample), 0, 'the sample');
    ended(await golive('release', 'export', release, '--out', file('facts.json')), 0, 'the release file');
    for (const machine of [linux, windows]) await does(machine, 'release', 'import', machine.path(file('facts.json')));
    return 'both stores hold it';
  };
  return [
    { name: 'one release file with ids into a Linux and a Windows store', run: prepare },
    ...made.map(([name, command]) => ({
      name: `same bytes: ${name}`,
      run: async () => {
        holds(existsSync(file('facts.json')), 'there is no release file to begin with');
        const hashes: string[] = [];
        for (const machine of [linux, windows]) {
          const out = `${machine.system} ${name}`;
          await does(machine, ...command, '--out', machine.path(file(out)));
          hashes.push(
            createHash('sha256')
              .update(readFileSync(file(out)))
              .digest('hex'),
          );
        }
        same(hashes[1], hashes[0], `no: on Windows its SHA-256`);
        return `yes, ${hashes[0]}`;
      },
    })),
  ];
}
