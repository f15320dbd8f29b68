import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { sharedConflict, withConflict } from '../support/conflict.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { places } from '../support/places.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const screens = [...places, 'Settings'];

describe('axe', () => {
  it.each(['light', 'dark'] as const)('finds nothing on any screen of the sample in %s', async (scheme) => {
    const { page, settled } = await openApp(join(scratchFolder(), 'store'), scheme);
    const desk = deskOf(page);
    const violations = () => axeFinds(page);
    const found: Findings = { 'First run': await violations() };
    await desk.begin('Ada Byron');
    found['No release'] = await violations();
    await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    for (const screen of screens) {
      await desk.goTo(screen);
      await settled();
      found[screen] = await violations();
    }
    const dialogs = [
      'Copy the chase list…',
      'Import test issues…',
      'Keyboard shortcuts and help',
      'Your profile…',
      'New release…',
    ];
    for (const name of dialogs) {
      await page.keyboard.press('Control+k');
      await page.getByLabel('Find anything').fill(name);
      await page
        .getByRole('button', { name: new RegExp(`^${name.slice(0, -1)}`) })
        .last()
        .waitFor();
      await settled();
      found[`Palette with ${name}`] = await violations();
      await page.keyboard.press('Enter');
      await page.getByLabel('Find anything').waitFor({ state: 'detached' });
      await page.getByRole('dialog').waitFor();
      await settled();
      found[name] = await violations();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'Record a meeting…' }).click();
    found['Record a meeting'] = await violations();
    await desk.goTo('Criteria');
    for (const look of ['Coverage', 'Sufficiency']) {
      await page.getByText(look, { exact: true }).click();
      await settled();
      found[look] = await violations();
    }
    await page.getByRole('button', { name: 'From the template…' }).click();
    await page.getByRole('dialog').waitFor();
    found['From the template'] = await violations();
    expectNothing(found);
  });

  it.each(['light', 'dark'] as const)('finds nothing on the exchange, whatever came, in %s', async (scheme) => {
    const folder = scratchFolder();
    const { store, bundle, protectedBundle } = withConflict(folder);
    const { page, choose, saveAs, settled } = await openApp(store, scheme);
    const desk = deskOf(page);
    const violations = () => axeFinds(page);
    const found: Findings = {};
    await desk.begin('Ada Byron');
    await desk.goTo('DCC exchange');
    const conflict = page.getByRole('group', { name: sharedConflict });
    const judge = async (what: string) => {
      await settled();
      found[what] = await violations();
    };
    await desk.region('Keys').locator('[data-own-key] [data-fingerprint]').waitFor();
    await judge('Exchange');
    await saveAs(join(folder, 'sent.golive'));
    await desk.add('Send to the DCC…');
    await page.getByText('Wrote sent.golive').waitFor();
    await judge('Sent');

    const broken = join(folder, 'broken.golive');
    writeFileSync(broken, 'not a bundle');
    await choose([broken]);
    await desk.add('Receive…');
    await page.getByRole('alert').waitFor();
    await judge('Not a bundle');
    await choose([protectedBundle]);
    await desk.add('Receive…');
    const passphrase = page.getByLabel('Passphrase of this bundle', { exact: true });
    await passphrase.fill('wrong');
    await judge('Asked for a passphrase');
    await desk.add('Open');
    await page.getByRole('alert').waitFor();
    await judge('The wrong passphrase');
    await passphrase.fill('correct horse');
    await desk.add('Open');
    await conflict.waitFor();
    await desk.add('Put aside');

    await desk
      .region('Keys')
      .getByRole('button', { name: /^No longer trust/ })
      .click();
    await desk
      .region('Keys')
      .getByRole('button', { name: /^It was read out/ })
      .waitFor();
    await dropFiles(page, page.getByRole('main'), [bundle]);
    await conflict.waitFor();
    await desk.region('Unknown signature').waitFor();
    await judge('A conflict, signature unknown');
    await desk.add('It is the same: confirm');
    await page.getByText('Signature known').waitFor();
    await conflict.getByRole('radio', { name: /^Decide later/ }).check();
    await judge('A conflict, signature known');
    await desk.add('Apply');
    await page.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await desk.region('Open conflicts').waitFor();
    await judge('Applied, and open conflicts');
    await desk.add('Done');

    await choose([folder]);
    await desk.add('Choose a shared folder…');
    await desk.add('Sync now');
    await page.getByText(/put 1 bundle there/).waitFor();
    await judge('A shared folder');
    expectNothing(found);
  });
});

type Findings = Record<string, readonly string[]>;

function expectNothing(found: Findings): void {
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
}
