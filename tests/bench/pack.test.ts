import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { inTurn, report, timeOf } from './measure.ts';
import { largeModel, largeSnapshot, makePlain, makeTagged, makeWhole } from './packRuns.ts';

/** Criteria that fill about 200 and about 1,000 pages. */
const SOME = 164;
const MANY = 870;
const RUNS = 3;

/** Reads the signs' font as the build does. */
const inlined = new URL('../support/inlineFiles.mjs', import.meta.url).href;
const memory = fileURLToPath(new URL('./packMemory.ts', import.meta.url));

it('makes a pack of 200 pages: plain, tagged, and as shipped', async () => {
  const out = join(scratchFolder(), 'large.pdf');
  const snapshot = largeSnapshot(SOME);
  const model = largeModel(snapshot);
  const times = await inTurn(RUNS, {
    plain: () => timeOf(() => makePlain(model)),
    tagged: () => timeOf(() => makeTagged(model)),
    whole: () => timeOf(async () => expect(await makeWhole(snapshot, out)).toBeGreaterThanOrEqual(195)),
  });
  report('pack.tags', times.tagged, times.plain);
  report('pack.whole', times.whole, times.plain);
});

it('makes a pack of 1,000 pages in a process of its own, plain and as shipped', async () => {
  const out = join(scratchFolder(), 'many.pdf');
  const peakOf = (kind: 'plain' | 'whole') => {
    const args = ['--import', inlined, memory, kind, String(MANY), out];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const { pages, peakMb } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { pages: number; peakMb: number };
    if (kind === 'whole') expect(pages).toBeGreaterThanOrEqual(980);
    return peakMb;
  };
  const peaks = await inTurn(RUNS, { plain: () => peakOf('plain'), whole: () => peakOf('whole') });
  report('pack.memory', peaks.whole, peaks.plain);
});
