import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { verifyPack } from '../../electron/documents/verifyPack.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asHtml } from './beside/asHtml.ts';
import { drawByHand } from './beside/byHand.ts';
import { electronAlone } from './beside/electronAlone.ts';
import type { Row } from './bounds.ts';
import { inTurn, report, timeOf } from './measure.ts';
import { largeModel, largeSnapshot, makeWhole } from './packRuns.ts';

/** Chromium prints the page in an Electron of its own, whose start is not counted; milliseconds of each time. */
function print(folder: string, html: string, out: string, times: number): readonly number[] {
  const { executablePath, args } = electronAlone(folder, 'printPage.mjs');
  const run = spawnSync(executablePath, [...args, html, out, String(times)], { encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(readFileSync(`${out}.json`, 'utf8')) as number[];
}

/** Pages, the criteria that fill about as many, and how often each is made. */
const sizes = [
  [20, 7, 5],
  [200, 164, 3],
  [1000, 870, 1],
] as const;

it.each(sizes)('makes a pack of %i pages as shipped, by hand, and by printing', async (pages, criteria, runs) => {
  const folder = scratchFolder();
  const out = join(folder, 'pack.pdf');
  const html = join(folder, 'pack.html');
  const snapshot = largeSnapshot(criteria);
  const model = largeModel(snapshot);
  const faces = loadFaces();
  writeFileSync(html, asHtml(model, faces));
  let made = 0;
  let verdict: unknown = null;
  const times = await inTurn(runs, {
    whole: () =>
      timeOf(async () => {
        made = await makeWhole(snapshot, out);
      }),
    byHand: () => timeOf(async () => expect((await drawByHand(model, faces)).length).toBeGreaterThan(0)),
    verify: () =>
      timeOf(async () => {
        verdict = await verifyPack(
          { file: out, work: folder, appVersion: snapshot.identity.appVersion },
          () => undefined,
        );
      }),
    sha: () => timeOf(() => expect(spawnSync('sha256sum', [out]).status).toBe(0)),
  });
  expect(made).toBeGreaterThanOrEqual(pages * 0.95);
  expect(made).toBeLessThanOrEqual(pages * 1.1);
  expect(verdict).toMatchObject({ ok: true, value: { ok: true, pages: 'checked' } });
  report(`pack.hand.${pages}` satisfies Row, times.whole, times.byHand);
  report(`pack.print.${pages}` satisfies Row, times.whole, print(folder, html, join(folder, 'printed.pdf'), runs));
  if (pages !== 1000) return;
  report(
    'pack.verify',
    times.verify,
    times.whole.map((ms) => ms / 2),
  );
  report('pack.verify.sha', times.verify, times.sha);
});
