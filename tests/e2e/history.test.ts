import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropFiles } from '../support/dropFile.ts';
import { golive } from '../support/golive.ts';
import { name, openWith, releaseWith } from '../support/openWith.ts';

it('a line of the history puts back what was entered, never an acceptance or what was taken out for good', async () => {
  const { folder, store, page, desk, facts } = await openWith(
    releaseWith({ criteria: [{ reference: 'AC-01', text: 'It works.', owner: 'SECAS' }] }),
  );
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'The report.');
  await desk.goTo('Evidence');
  await dropFiles(page, desk.region('Drop files here'), [file]);
  await desk.region('Evidence').getByRole('button', { name: 'EV-001@1' }).waitFor();
  const set = (...words: readonly string[]) => expect(golive(store, 'record', 'edit', name, ...words).code).toBe(0);
  set('criterion:AC-01', 'text=It works well.');
  set('evidence:EV-001@1', 'status=submitted');
  set('evidence:EV-001@1', 'status=accepted');
  set('evidence:EV-001@1', 'status=submitted');

  await desk.region('Evidence').getByRole('button', { name: 'EV-001@1' }).click();
  await page.getByRole('button', { name: 'Take out for good…' }).click();
  const dialog = page.getByRole('dialog', { name: `Take the file of EV-001@1 (${name}) out for good` });
  await dialog.getByLabel('Why').fill('Personal data');
  await dialog.getByRole('button', { name: 'Take out' }).click();
  await page.getByRole('dialog', { name: `The file of EV-001@1 (${name}) was taken out` }).waitFor();
  await page.keyboard.press('Escape');

  await desk.goTo('History');
  await page.getByText('took out the file of evidence item EV-001@1 for good').waitFor();
  const restores = page.getByRole('button', { name: /^Restore / });
  await restores.first().waitFor();
  const named = await restores.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(named.filter((one) => /EV-001/.test(one ?? ''))).toEqual([]);
  await page.getByRole('button', { name: 'Restore Wording of AC-01' }).click();
  await page.getByText('“Wording” says “It works” again.').waitFor();
  expect(facts().criteria).toMatchObject([{ text: 'It works.' }]);
  expect(facts().evidence).toMatchObject([{ status: 'withdrawn' }]);
});
