import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withFile, withSample } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const name = 'June 2027 SEC Release';

function withIssues() {
  return withFile({
    format: 'sec-golive/release',
    version: 1,
    release: { name, kind: 'system', slot: '2027-06' },
    testIssues: ['DEF-1', 'DEF-2', 'DEF-3'].map((reference) => ({ reference, severity: 2, open: true })),
  });
}

async function importReleaseFile(page: Page) {
  await page.getByRole('button', { name: /^Find anything/ }).click();
  await page.getByLabel('Find anything').fill('Import a release');
  // The screen behind has a button of the same words.
  await page
    .locator('.mantine-Spotlight-action')
    .filter({ hasText: /^Import a release/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

/** The release's own facts as they stand in the store. */
function exported(store: string) {
  const out = join(scratchFolder(), 'out.json');
  expect(golive(store, 'release', 'export', name, '--out', out).code).toBe(0);
  return (JSON.parse(readFileSync(out, 'utf8')) as { release: object }).release;
}

it('issues that a list no longer names are told with their names, and left or closed as the person chooses', async () => {
  const { store, folder, file } = withIssues();
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const { page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Bo Test');
  await desk.become('DCC');
  const open = async () => {
    await page.getByRole('button', { name: /^Find anything/ }).click();
    await page.getByLabel('Find anything').fill('Import test issues');
    await page.getByText('Import test issues…').waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Import test issues' });
    const place = dialog.locator('[data-over]');
    await place.click({ trial: true });
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'Issue key,Severity,Status\nDEF-1,2,Open\n');
    await dropFiles(page, place, [list]);
    return { dialog, told: dialog.getByRole('region', { name: 'No longer in this list' }) };
  };
  const states = () =>
    golive(store, '--json', 'import', 'issues', join(folder, 'list.csv'), '--release', name, '--dry-run').json();

  const first = await open();
  await first.told.getByText('The release holds 2 open issues that this list does not name.').waitFor();
  expect(await first.told.getByRole('listitem').allInnerTexts()).toEqual(['DEF-2', 'DEF-3']);
  expect(await first.told.getByRole('radio', { name: 'Leave them open' }).isChecked()).toBe(true);
  expect(await first.dialog.getByRole('button', { name: 'Nothing to take' }).isDisabled()).toBe(true);
  await first.told.getByRole('radio', { name: 'Choose one by one' }).check();
  await first.told.getByRole('checkbox', { name: 'Close DEF-3' }).check();
  await first.dialog.getByRole('button', { name: 'Close 1 issue' }).click();
  await page.getByText('Of 2 that it lacks, 1 was closed and 1 stays as it is.').waitFor();
  expect(states()).toMatchObject({ missingNames: ['DEF-2'] });

  const second = await open();
  await second.told.getByRole('radio', { name: 'Close it' }).check();
  await second.dialog.getByRole('button', { name: 'Close 1 issue' }).click();
  await page.getByText('The one that it lacks was closed.').waitFor();
  expect(states()).toMatchObject({ missing: 0 });
});

it('a release file of a release that is here asks before it replaces, and names what it left to the other side', async () => {
  const { store, folder, file } = withIssues();
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const changed = join(folder, 'changed.json');
  const release = { name, kind: 'system', slot: '2027-06', about: 'As the file has it.' };
  writeFileSync(changed, JSON.stringify({ format: 'sec-golive/release', version: 1, release, testIssues: [] }));
  const { page, choose } = await openApp(store);
  await deskOf(page).begin('Ada Byron');
  const importFile = async () => {
    await choose([changed]);
    await page.getByRole('button', { name: /^Find anything/ }).click();
    await page.getByLabel('Find anything').fill('Import a release');
    await page
      .getByText(/^Import a release/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    return page.getByRole('dialog');
  };
  const kept = await importFile();
  await kept.getByText(`There is already a release named “${name}”`).waitFor();
  await kept.getByRole('button', { name: 'Keep what is here' }).click();
  await kept.waitFor({ state: 'detached' });
  expect(exported(store)).not.toHaveProperty('about');

  const asked = await importFile();
  await asked.getByRole('button', { name: 'Replace it by the file' }).click();
  await asked.getByText('3 things were left as they stood, for the DCC keeps them:').waitFor();
  expect(await asked.getByRole('listitem').allInnerTexts()).toEqual([
    'Test issue DEF-1',
    'Test issue DEF-2',
    'Test issue DEF-3',
  ]);
  await asked.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(exported(store)).toMatchObject({ about: 'As the file has it.' });
  await page.keyboard.press('Control+z');
  await expect.poll(() => exported(store)).not.toHaveProperty('about');
});

it('undo takes a release away again that was copied or imported', async () => {
  const { store } = withSample();
  const { page, choose } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.goTo('All releases');
  await page.getByRole('button', { name: 'Copy for the next slot' }).click();
  const heading = page.getByRole('heading', { name: 'June 2022 SEC Release' });
  await heading.waitFor();
  await page.keyboard.press('Control+z');
  await heading.waitFor({ state: 'detached' });
  const names = () => (golive(store, '--json', 'release', 'list').json() as { name: string }[]).map((one) => one.name);
  await expect.poll(names).toEqual(['November 2021 SEC Release']);

  await choose([withIssues().file]);
  await importReleaseFile(page);
  const imported = page.getByRole('heading', { name });
  await imported.waitFor();
  await page.keyboard.press('Control+z');
  await imported.waitFor({ state: 'detached' });
  await expect.poll(names).toEqual(['November 2021 SEC Release']);
});
