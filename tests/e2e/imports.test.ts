import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { withSample } from '../support/golive.ts';
import { openApp } from '../support/window.ts';

const input = (name: string) => fileURLToPath(new URL(`../fixtures/inputs/${name}`, import.meta.url));

async function importDialog(kind: string, organisation: 'SECAS' | 'DCC') {
  const { store, folder } = withSample();
  const { page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  if (organisation === 'DCC') await desk.become('DCC');
  await page.getByRole('button', { name: /^Find anything/ }).click();
  await page.getByLabel('Find anything').fill(`Import ${kind}`);
  await page.getByText(`Import ${kind}…`).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Import ${kind}` });
  await dialog.waitFor();
  const place = dialog.locator('.drop');
  // The dialog comes in with a movement; what is dropped beside the place is lost.
  await place.click({ trial: true });
  return { page, folder, dialog, place };
}

describe('other people’s files in the import’s dialog', () => {
  it('a Word document gives its table of criteria, with the clause of its heading', async () => {
    const { page, dialog, place } = await importDialog('acceptance criteria', 'SECAS');
    await dropFiles(page, place, [input('rid.docx')]);
    await dialog.getByText('The number of the heading above the table, 2, is taken as the RID clause.').waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Table' }).inputValue()).toBe('2 Acceptance criteria (table 2)');
    await dialog.getByRole('button', { name: /^Take \d rows/ }).click();
    await page.getByText(/^Took \d+ new/).waitFor();
  });

  it('many files of one run are one phase', async () => {
    const { page, folder, dialog, place } = await importDialog('test results', 'DCC');
    const files = Array.from({ length: 40 }, (_, index) => join(folder, `TEST-${index}.xml`));
    for (const [index, file] of files.entries())
      writeFileSync(file, readFileSync(input('surefire-TEST-1.xml'), 'utf8').replaceAll('Meter1', `Meter${index}`));
    await dropFiles(page, place, files);
    await dialog.getByText('40 files of one run were chosen; say which test phase they are.').waitFor();
    await dialog.getByLabel('Test phase').fill('SIT rerun');
    await dialog.getByLabel('Test phase').blur();
    await dialog.getByText('40 files of one run were counted into one phase.').waitFor();
    await dialog.getByText('planned 80').waitFor();
    await dialog.getByRole('button', { name: 'Take 1 row' }).click();
    await page.getByText('Took 1 new and 0 changed').waitFor();
  });

  it('a word that nobody knows is asked for before anything can be taken', async () => {
    const { page, folder, dialog, place } = await importDialog('test issues', 'DCC');
    mkdirSync(join(folder, 'in'));
    const file = join(folder, 'in', 'dates and words.csv');
    copyFileSync(input('unknown-status.csv'), file);
    await dropFiles(page, place, [file]);
    await dialog.getByText('To be said first').waitFor();
    expect(await dialog.getByRole('button', { name: /^(Take|Nothing to take)/ }).isDisabled()).toBe(true);
    for (const [word, meaning] of [
      ['Fixed', 'Closed'],
      ['Parked', 'Leave blank'],
    ] as const) {
      await dialog.getByRole('combobox', { name: `“${word}” in Status` }).click();
      await page.getByRole('option', { name: meaning, exact: true }).click();
    }
    await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
    await page.getByText('Took 2 new and 0 changed').waitFor();
  });
});
