import { join } from 'node:path';
import { it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { openPreview } from '../support/openPreview.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';
import { inTurn, report, timeOf } from './measure.ts';

const wordings = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((word) => `${word} wording.`);

it('shows a change of the sample in its preview', async () => {
  const { page, settled } = await openApp(join(scratchFolder(), 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
  await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
  await page.getByLabel('As of today').fill('2021-10-20');
  await desk.goTo('Pack');
  const { place, field } = await openPreview(page, desk);
  const { change } = await inTurn(wordings.length, {
    change: async (run) => {
      const wording = wordings[run] ?? '';
      await settled();
      // A person reads what came before writing on.
      await page.waitForTimeout(2500);
      await field.fill(wording);
      return timeOf(async () => {
        await field.blur();
        await place.contentFrame().getByText(wording).first().waitFor();
      });
    },
  });
  report('preview.change', change);
});
