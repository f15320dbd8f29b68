import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliPath, golive } from '../support/golive.ts';
import { name, openWith, releaseWith } from '../support/openWith.ts';

describe('no field is written over unread', () => {
  it('what another process changed while I type asks, with both values in sight', async () => {
    const { page, desk, folder, store, facts } = await openWith(releaseWith());
    const table = join(folder, 'criteria.csv');
    const elsewhere = (text: string) => {
      writeFileSync(table, `Reference,Acceptance criterion\nAC-01,${text}\n`);
      const command = [
        cliPath,
        '--store',
        store,
        '--as',
        'Bo Test, SECAS',
        'import',
        'criteria',
        table,
        '--release',
        name,
      ];
      return new Promise((ended) => spawn(process.execPath, command).on('exit', ended));
    };
    const wording = () => facts().criteria?.find((criterion) => criterion.reference === 'AC-01')?.text;
    await desk.goTo('Criteria');
    await page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true }).click();
    const side = desk.side('criterion AC-01');
    const field = side.getByLabel('Wording', { exact: true });
    const asks = side.getByRole('alert');

    // A field at rest saves by itself, so that the other process has to come while keys are still being pressed.
    const typeUntilAsked = async (text: string, theirs: string) => {
      await field.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(text);
      const run = elsewhere(theirs);
      while (!(await asks.isVisible())) await page.keyboard.type('.', { delay: 100 });
      expect(await run).toBe(0);
      return field.inputValue();
    };

    const mine = await typeUntilAsked(' Mine', 'Theirs.');
    expect(mine).toMatch(/^AC-01 is shown by its report\. Mine\.+$/);
    await asks.getByText('Theirs.').waitFor();
    await field.blur();
    expect(wording()).toBe('Theirs.');
    await asks.getByRole('button', { name: 'Keep mine' }).click();
    await asks.waitFor({ state: 'detached' });
    await expect.poll(wording).toBe(mine);

    await typeUntilAsked(' again', 'Theirs again.');
    await asks.getByRole('button', { name: 'Take theirs' }).click();
    await asks.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Theirs again.');
    await desk.goTo('Overview');
    expect(wording()).toBe('Theirs again.');
  });

  it('what another process changed and the window has not heard of is not written over either', async () => {
    const { app, page, desk, store, facts } = await openWith(releaseWith());
    // The window is told of nothing from now on, as in the moment before it hears.
    await app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send = () => undefined;
    });
    const wording = () => facts().criteria?.find((criterion) => criterion.reference === 'AC-01')?.text;
    await desk.goTo('Criteria');
    await page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true }).click();
    const side = desk.side('criterion AC-01');
    const field = side.getByLabel('Wording', { exact: true });
    const asks = side.getByRole('alert');

    // What the field itself saves, however fast one save follows another, is nobody else's change.
    for (const text of ['One.', 'Two.', 'Three.']) {
      await field.fill(text);
      await field.blur();
    }
    await expect.poll(wording).toBe('Three.');
    expect(await asks.count()).toBe(0);

    expect(golive(store, 'record', 'edit', name, 'criterion:AC-01', 'text=Theirs.').code).toBe(0);
    await field.fill('Mine.');
    await field.blur();
    await asks.getByText('Theirs.').waitFor();
    expect([wording(), await field.inputValue()]).toEqual(['Theirs.', 'Mine.']);
    await asks.getByRole('button', { name: 'Keep mine' }).click();
    await asks.waitFor({ state: 'detached' });
    await expect.poll(wording).toBe('Mine.');
  });

  it('what is typed in a record that another process removes is told with its words, and stands there when it is back', async () => {
    const { page, desk, folder, store, facts } = await openWith(releaseWith());
    const before = facts();
    const file = join(folder, 'replacing.json');
    const replaceBy = (criteria: readonly unknown[]) => {
      writeFileSync(file, JSON.stringify({ ...before, criteria }));
      const command = [cliPath, '--store', store, '--as', 'Bo Test, SECAS', 'release', 'import', file, '--replace'];
      return new Promise((ended) => spawn(process.execPath, command).on('exit', ended));
    };
    const all = before.criteria ?? [];
    await desk.goTo('Criteria');
    const opener = page.getByRole('grid').getByRole('button', { name: 'AC-03', exact: true });
    await opener.click();
    const side = desk.side('criterion AC-03');
    const field = side.getByLabel('Wording', { exact: true });
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' Mine');
    const run = replaceBy(all.filter(({ reference }) => reference !== 'AC-03'));
    while (await side.isVisible()) await page.keyboard.type('.', { delay: 100 });
    expect(await run).toBe(0);
    const told = page.getByRole('alert').filter({ hasText: 'Wording of criterion AC-03 was not saved.' });
    await told.waitFor();
    expect(await told.textContent()).toMatch(
      /no longer in the store\. What you entered is kept with it: “.* Mine\.*”\.$/,
    );

    expect(await replaceBy(all)).toBe(0);
    await opener.click();
    expect(await field.inputValue()).toMatch(/^AC-03 is shown by its report\. Mine\.*$/);
    await field.blur();
    const wording = () => facts().criteria?.find(({ reference }) => reference === 'AC-03')?.text;
    await expect.poll(wording).toMatch(/ Mine\.*$/);
    await desk.goTo('Overview');
    await desk.goTo('Criteria');
    await opener.click();
    expect(await side.getByRole('alert').count()).toBe(0);
  });
});
