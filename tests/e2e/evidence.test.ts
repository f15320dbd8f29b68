import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { countedPerson } from '../support/actions.ts';
import { takeCalls } from '../support/calls.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withSample } from '../support/golive.ts';
import { countRenders, takeRenders } from '../support/renders.ts';
import { openApp } from '../support/window.ts';

const release = 'November 2021 SEC Release';

async function openSample() {
  const { folder, store } = withSample();
  const opened = await openApp(store);
  const desk = deskOf(opened.page);
  await desk.begin('Grace Hopper');
  return { folder, store, desk, ...opened };
}

describe('evidence in seconds', () => {
  it('takes ten files dropped at once, titled and linked, and submits them in under 25 actions', async () => {
    const { folder, page, desk } = await openSample();
    const names = Array.from({ length: 10 }, (_, at) => {
      const criterion = at < 5 ? `AC-0${at + 1} ` : '';
      return join(folder, `${criterion}Regression evidence ${at + 1} v2 2021-09-${10 + at}.txt`);
    });
    for (const [at, name] of names.entries()) writeFileSync(name, `Evidence number ${at + 1}`);
    await desk.goTo('Evidence');
    const person = countedPerson(page);
    await person.did(() => dropFiles(page, desk.region('Drop files here'), names));
    const fresh = desk.region('10 new files');
    await fresh.getByText('5 not linked to a criterion yet').waitFor();
    for (const name of names.slice(5)) {
      const row = fresh.getByRole('region', { name: name.split('/').at(-1) ?? '' });
      const field = row.getByRole('combobox', { name: 'Evidence for' });
      await person.type(field, 'AC-06');
      await person.press('Enter');
    }
    await fresh.getByText('all are linked').waitFor();
    await person.click(fresh.getByRole('button', { name: 'Submit all 10' }));
    await fresh.waitFor({ state: 'detached' });
    await desk.region('Evidence').getByText('To decide 11').waitFor();
    console.log(`DCC, ten files dropped, linked and submitted: ${person.actions()} actions`);
    expect(person.actions()).toBeLessThan(25);
    const grid = page.getByRole('grid', { name: 'Evidence' });
    await grid.getByText('AC-01 Regression evidence 1 v2').first().waitFor();
    await grid.getByText('10 September 2021').first().waitFor();
  });

  it('says of a file that is there already where it is, and adds it only when asked again', async () => {
    const { folder, page, desk } = await openSample();
    const file = join(folder, 'minutes.txt');
    writeFileSync(file, 'The same words.');
    await desk.goTo('Evidence');
    for (const _ of [1, 2]) await dropFiles(page, desk.region('Drop files here'), [file]);
    const offer = page.getByRole('alert').filter({ hasText: 'minutes.txt' });
    await offer.getByText(/is already here as EV-006/).waitFor();
    await offer.getByRole('button', { name: 'Add it all the same' }).click();
    await desk.region('Evidence').getByRole('button', { name: 'EV-007@1' }).waitFor();
  });

  it('rejects with a reason that the provider reads, and the rejected item waits in its tray', async () => {
    const { page, desk } = await openSample();
    await desk.goTo('Evidence');
    await page.getByText('To decide 1').click();
    await page.getByRole('button', { name: 'EV-005@1' }).click();
    const side = desk.side('evidence item EV-005@1');
    await side.getByRole('button', { name: 'Reject…' }).click();
    await page.getByLabel('Why it is rejected').fill('It speaks of another release.');
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await page.getByText('Rejected 1').click();
    await page.getByRole('grid', { name: 'Evidence' }).getByText('Rejected').waitFor();
    await desk.region('Evidence').getByRole('button', { name: 'EV-005@1' }).click();
    await side.getByText('It speaks of another release.').waitFor();
  });
});

/** 100,000 rows are some 9 MB; the window is told of them what it shows. */
async function expectLittleWork(app: ElectronApplication, page: Page): Promise<void> {
  const { bytes } = await takeCalls(app);
  const { components, elements } = await takeRenders(page);
  expect(bytes).toBeLessThan(500_000);
  expect(components).toBeLessThan(8000);
  expect(elements).toBeLessThan(3000);
}

describe('tables in the window', () => {
  it('looks first, lets words be understood otherwise, takes the rows, and takes them back as one', async () => {
    const { page, desk } = await openSample();
    await desk.become('DCC');
    await desk.goTo('Testing');
    await page.getByRole('button', { name: 'Import issues…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import test issues' });
    await dialog
      .getByLabel('Or paste rows')
      .fill('Key\tSummary\tSeverity\tStatus\nDEF-1\tJoin fails\tterrible\tOpen\nDEF-2\tSlow alert\t3\tDone');
    await dialog.getByRole('button', { name: 'Read the pasted rows' }).click();
    await dialog.getByText('1 refused').waitFor();
    await dialog.getByText('Severity “terrible” is not a number', { exact: false }).waitFor();
    const word = dialog.getByLabel('“terrible” in Severity');
    await word.click();
    await page.getByRole('option', { name: 'Severity 1', exact: true }).click();
    await dialog.getByText('2 new').waitFor();
    await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('grid', { name: 'Test issues' }).getByText('Join fails').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Join fails').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+Z');
    await page.getByText('Join fails').waitFor();
  });

  it('reads and takes 100,000 issues without them passing through the window', async () => {
    const { folder, store, app, page, desk, choose, settled } = await openSample();
    await countRenders(page);
    await page.getByRole('heading', { name: release }).waitFor();
    const file = join(folder, 'issues.csv');
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `DEF-${at},A rather long title ${at},${1 + (at % 4)},Open,SIT`,
    );
    writeFileSync(file, ['Issue key,Summary,Severity,Status,Phase', ...rows].join('\n'));
    await choose([file]);
    await desk.become('DCC');
    await desk.goTo('Testing');
    await page.getByRole('button', { name: 'Import issues…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import test issues' });
    await settled();
    await takeCalls(app);
    await takeRenders(page);
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await dialog.getByText('100,000 new').waitFor();
    await settled();
    await expectLittleWork(app, page);
    await dialog.getByRole('button', { name: 'Take 100,000 rows' }).click();
    await page.getByText('100,003 open of 100,004').waitFor();
    await settled();
    await expectLittleWork(app, page);
    const counts = golive(store, '--json', 'table', 'export', release, 'issues', '--out', join(folder, 'all.csv'));
    expect(counts.json()).toMatchObject({ rows: 100_004 });
  });
});
