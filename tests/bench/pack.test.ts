import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { largeModel, largeSnapshot, makePlain, makeTagged, makeWhole } from './packRuns.ts';

/** Criteria that fill about 200 and about 1,000 pages. */
const SOME = 164;
const MANY = 870;
const MOST_TAGGED = 1.4;
const MOST_WHOLE = 3;
const MOST_MEMORY = 1.7;

const execute = promisify(execFile);
const memory = fileURLToPath(new URL('./packMemory.ts', import.meta.url));

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

it(`makes a pack of 200 pages within ${MOST_WHOLE} times what plain pdfmake needs, and its tags within ${MOST_TAGGED} times`, async () => {
  const out = join(scratchFolder(), 'large.pdf');
  const snapshot = largeSnapshot(SOME);
  const model = largeModel(snapshot);
  const times = { plain: [] as number[], tagged: [] as number[], whole: [] as number[] };
  let [pages, plainSize, taggedSize] = [0, 0, 0];
  // One after the other, three times, the best of each: what else the machine does meets all of them alike.
  for (let round = 0; round < 3; round += 1) {
    const plain = await timed(() => makePlain(model));
    const tagged = await timed(() => makeTagged(model));
    const whole = await timed(() => makeWhole(snapshot, out));
    times.plain.push(plain.ms);
    times.tagged.push(tagged.ms);
    times.whole.push(whole.ms);
    [pages, plainSize, taggedSize] = [whole.value, plain.value.length, tagged.value.length];
  }
  const [plain, tagged, whole] = [times.plain, times.tagged, times.whole].map((list) => Math.min(...list)) as [
    number,
    number,
    number,
  ];
  console.log(
    [
      `pack of ${pages} pages: plain pdfmake ${Math.round(plain)} ms (${mb(plainSize)})`,
      `tagged ${Math.round(tagged)} ms (${mb(taggedSize)}): ${(tagged / plain).toFixed(2)} times`,
      `whole export ${Math.round(whole)} ms (${mb(statSync(out).size)}, facts within): ${(whole / plain).toFixed(2)} times`,
    ].join('; '),
  );
  expect(pages).toBeGreaterThanOrEqual(195);
  expect(tagged / plain).toBeLessThan(MOST_TAGGED);
  expect(whole / plain).toBeLessThan(MOST_WHOLE);
});

it(`holds at most ${MOST_MEMORY} times the memory of plain pdfmake at 1,000 pages`, async () => {
  const out = join(scratchFolder(), 'many.pdf');
  const run = async (kind: string) => {
    const { stdout } = await execute(process.execPath, [memory, kind, String(MANY), out]);
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { pages: number; ms: number; peakMb: number };
  };
  // Beside each other: what is compared is memory, and each has its own.
  const [plain, whole] = await Promise.all([run('plain'), run('whole')]);
  console.log(
    `pack of ${whole.pages} pages: plain pdfmake ${Math.round(plain.peakMb)} MB in ${Math.round(plain.ms)} ms; whole export ${Math.round(whole.peakMb)} MB in ${Math.round(whole.ms)} ms: ${(whole.peakMb / plain.peakMb).toFixed(2)} times the memory`,
  );
  expect(whole.pages).toBeGreaterThanOrEqual(980);
  expect(whole.peakMb / plain.peakMb).toBeLessThan(MOST_MEMORY);
});
