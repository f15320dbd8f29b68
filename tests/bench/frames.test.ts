import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { largeFacts } from '../documents/largeFacts.ts';
import { deskOf } from '../support/desk.ts';
import { withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';
import { inTurn, report } from './measure.ts';
import { watchFrames } from './watchFrames.ts';

const runs = 3;

it('keeps its frames coming while a pack of 200 pages is made', async () => {
  const folder = scratchFolder();
  const { page, choose, saveAs, settled } = await openApp(join(folder, 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  const { release, criteria, evidence, views, risks } = largeFacts(164);
  const { name } = release;
  const file = join(folder, 'release.json');
  const facts = { release: { name }, criteria, evidence, views, risks };
  writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, ...facts }));
  await choose([file]);
  await page.getByRole('button', { name: 'Import a release file…' }).click();
  await page.getByRole('heading', { name }).waitFor();
  await desk.goTo('Pack');
  const { gap } = await inTurn(runs, {
    gap: async (run) => {
      await saveAs(join(folder, `large ${run}.pdf`));
      await settled();
      const stop = await watchFrames(page);
      await page.getByRole('button', { name: 'Export draft…' }).click();
      await page.getByText(`Exported large ${run}.pdf`).waitFor();
      return stop();
    },
  });
  report('frames.pack', gap);
});

it('keeps its frames coming while 100,000 issues are read and taken', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, at) => `DEF-${at},A rather long title ${at},${1 + (at % 4)},Open,SIT`,
  );
  const { gap } = await inTurn(runs, {
    gap: async () => {
      const { folder, store } = withSample();
      const file = join(folder, 'issues.csv');
      writeFileSync(file, ['Issue key,Summary,Severity,Status,Phase', ...rows].join('\n'));
      const { page, choose, settled, close } = await openApp(store);
      const desk = deskOf(page);
      await desk.begin('Grace Hopper');
      await choose([file]);
      await desk.become('DCC');
      await desk.goTo('Testing');
      await page.getByRole('button', { name: 'Import issues…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Import test issues' });
      await settled();
      const stop = await watchFrames(page);
      await dialog.getByRole('button', { name: 'Choose a file…' }).click();
      await dialog.getByText('100,000 new').waitFor();
      await dialog.getByRole('button', { name: 'Take 100,000 rows' }).click();
      await page.getByText('100,003 open of 100,004').waitFor();
      const longest = await stop();
      await close();
      return longest;
    },
  });
  expect(gap).toHaveLength(runs);
  report('frames.import', gap);
});
