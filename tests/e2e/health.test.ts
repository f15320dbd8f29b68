import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

it('shows how the store is looked after, and does each at one click in a process of its own', async () => {
  const folder = scratchFolder();
  const { app, page, saveAs, choose } = await openApp(join(folder, 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  await desk.goTo('Settings');
  const health = page.getByRole('region', { name: 'Health of this store' });
  await health.getByText('Full check: never made.').waitFor();
  await health.getByRole('button', { name: 'Check now' }).click();
  await health.getByText(/Full check: .*, sound\./).waitFor();
  const backup = join(folder, 'elsewhere.sqlite');
  await saveAs(backup);
  await health.getByRole('button', { name: 'Back up now…' }).click();
  await health.getByText(/Whole backup: .*, verified\./).waitFor();
  expect(existsSync(backup)).toBe(true);

  // A second folder has its backup at once, and its restore is tried out without touching the store.
  const second = join(folder, 'second');
  mkdirSync(second);
  await choose([second]);
  await health.getByRole('button', { name: 'Choose a folder…' }).click();
  await health.getByText(/Second folder: second, last backup .*\d:\d\d\.$/).waitFor();
  await health.getByText('Restore tried out: not yet').waitFor();
  await health.getByRole('button', { name: 'Try it now' }).click();
  await health.getByText(/Restore tried out: .*, sound\./).waitFor();
  const [made = ''] = readdirSync(second).filter((name) => name.endsWith('.sqlite'));
  writeFileSync(join(second, made), 'no database');
  await health.getByRole('button', { name: 'Try it now' }).click();
  await health.getByText(/Restore tried out: .*is not a backup|Restore tried out: .*damaged/).waitFor();
  expect(await axeFinds(page)).toEqual([]);
  await health.getByText(/Versions: SEC Go-Live \d.*, store \d+; Electron \d/).waitFor();
  await health.getByRole('button', { name: 'Copy diagnostics' }).click();
  await page.getByText('Copied: versions, counts').waitFor();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^SEC Go-Live diagnostics\n/);
  expect(copied).not.toMatch(/Ada|Byron|June 2027|second,|scratch/);
  await health.getByRole('button', { name: 'Stop' }).click();
  await health.getByText(/Second folder: none chosen/).waitFor();

  // The engine that people work with is not the one that checks.
  const other = new Database(join(folder, 'store/store.sqlite'));
  other.exec("UPDATE release SET name = 'Forged'");
  other.close();
  await health.getByRole('button', { name: 'Check now' }).click();
  await health
    .getByRole('alert')
    .getByText(/reads “Forged” in the facts/)
    .waitFor();
  await health.getByText(/1 problem found/).waitFor();
  const engines = await app.evaluate(
    ({ app: own }) =>
      own.getAppMetrics().filter(({ name, serviceName }) => `${name} ${serviceName}`.includes('engine')).length,
  );
  expect(engines).toBe(1);
});
