import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeRelease } from '../fixtures/largeRelease.ts';
import type { Check } from './checks.ts';
import { ended, holds } from './expect.ts';
import { release, sample, secas } from './journey.ts';
import type { Machine } from './machine.ts';

const inside = (name: string) => join(import.meta.dirname, 'inside', name);
const issues = 20_000;

/** Much at once, an end in the middle of it, and several processes on one store. */
export function interruptedChecks(windows: Machine, engine: string, room: string): readonly Check[] {
  const folder = join(room, 'interrupted');
  const file = (name: string) => join(folder, name);
  const at = (name: string) => windows.path(file(name));
  const does = async (store: string, ...args: readonly string[]) =>
    ended(await windows.golive(secas, '--store', at(store), ...args), 0, args.join(' '));
  const script = async (name: string, ...args: readonly string[]) => {
    const run = ended(await windows.script(inside(name), windows.path(engine), ...args).done, 0, name);
    const found = run.json<{ readonly problems: readonly string[] } & Readonly<Record<string, unknown>>>();
    holds(found.problems.length === 0, found.problems.slice(0, 5).join(' · '));
    return found;
  };
  return [
    {
      name: 'a large import: a release of 6,500 records, and 20,000 test issues from a table',
      run: async () => {
        mkdirSync(folder, { recursive: true });
        const facts = largeRelease(0.4);
        writeFileSync(file('large.json'), JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
        await does('large', 'release', 'import', at('large.json'));
        const rows = Array.from({ length: issues }, (_, row) => `TI-${row},Issue ${row},${1 + (row % 4)},SIT,Open`);
        writeFileSync(file('issues.csv'), ['Reference,Title,Severity,Phase,Status', ...rows, ''].join('\r\n'));
        const args = ['import', 'issues', at('issues.csv'), '--release', facts.release.name, '--on-behalf'];
        const { taken } = (await does('large', ...args)).json<{ taken: number }>();
        holds(taken === issues, `${taken} of ${issues} were taken`);
        await does('large', 'store', 'check');
        return `${taken} issues`;
      },
    },
    {
      name: 'ended in the middle of writes: what was acknowledged is there, and the store is sound',
      run: async () => {
        await does('ended', 'release', 'import', windows.path(sample));
        const name = largeRelease(0.001).release.name;
        const { edits, written, imports, whole } = await script('interrupted.ts', at('ended'), at('large.json'), name);
        await does('ended', 'store', 'check');
        return `${edits} times while editing (${written} edits), ${imports} times in a large import (${whole} were done before)`;
      },
    },
    {
      name: 'several processes write into one store at once',
      run: async () => {
        await does('together', 'release', 'import', windows.path(sample));
        const { edits } = await script('together.ts', at('together'));
        await does('together', 'store', 'check');
        const shown = (await does('together', 'release', 'show', release)).json<object>();
        holds(Object.keys(shown).length > 0, 'the release is not there');
        return `${edits} edits from 3 processes`;
      },
    },
  ];
}
