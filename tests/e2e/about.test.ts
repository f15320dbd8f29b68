import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

it('says what it is, shows every licence in full, and leads to Chromium’s, all of it on this machine', async () => {
  const { app, page } = await openApp(join(scratchFolder(), 'store'));
  await page.getByRole('img', { name: 'SEC Go-Live' }).waitFor();
  await deskOf(page).begin('Ada Byron');
  await app.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.find(({ role }) => role === 'help');
    help?.submenu?.items.find(({ label }) => label === 'About SEC Go-Live')?.click();
  });
  const about = page.getByRole('dialog', { name: 'About SEC Go-Live' });
  await about
    .getByText(`Version ${await app.evaluate(({ app: inside }) => inside.getVersion())}, licensed under MIT`)
    .waitFor();
  const versions = await app.evaluate(() => process.versions);
  await about.getByText(`Electron ${versions.electron} · Chromium ${versions.chrome}`).waitFor();
  const licences = about.getByRole('group');
  expect(await licences.count()).toBeGreaterThan(100);
  await about.getByLabel('Filter the licences').fill('cc-by');
  await licences.filter({ hasText: 'date-holidays' }).locator('summary').click();
  await about.getByText('The required attribution can be found inside the file.').waitFor();
  // The system's own reader of pages would open beside the test.
  await app.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Object.assign(globalThis, { shown: path });
      return '';
    };
  });
  await about.getByRole('button', { name: 'Show Chromium’s licences' }).click();
  const shown = () => app.evaluate(() => (globalThis as { shown?: string }).shown ?? '');
  await expect.poll(async () => basename(await shown())).toBe('LICENSES.chromium.html');
  expect(existsSync(await shown())).toBe(true);
});
