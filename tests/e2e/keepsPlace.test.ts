import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { name, openWith, releaseWith } from '../support/openWith.ts';
import { openApp } from '../support/window.ts';

/** What has the cursor, by its role and name; `body` where it is lost. */
const cursor = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'body';
    return at.id === 'main' ? 'main' : (at.getAttribute('aria-label') ?? at.getAttribute('placeholder') ?? at.tagName);
  });

const ask = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find anything').fill(words);
  await page.locator('.mantine-Spotlight-action').filter({ hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
};

describe('the keyboard keeps its place', () => {
  it('after the palette, Escape, a removal and an undo the cursor is where a person expects it', async () => {
    const { page, desk } = await openWith(releaseWith({ risks: [{ title: 'Cutover' }, { title: 'Weather' }] }));
    await desk.goTo('Criteria');
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Find anything').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => cursor(page)).toBe('Acceptance criteria');
    await ask(page, 'Conditions & risks');
    await desk.region('Risks').waitFor();
    await expect.poll(() => cursor(page)).toBe('main');
    await ask(page, 'Keyboard shortcuts and help');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => cursor(page)).toBe('main');
  });

  it('Enter on a row opens its first empty field, Escape goes back to the row, and Ctrl+A never takes the window', async () => {
    const { page, desk } = await openWith(releaseWith());
    await desk.goTo('Criteria');
    const grid = page.getByRole('grid');
    const chosen = () => grid.getByRole('checkbox', { checked: true }).count();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const side = desk.side('criterion AC-02');
    await side.waitFor();
    await expect.poll(() => side.locator(':focus').evaluate((field) => (field as HTMLInputElement).value)).toBe('');
    const field = side.getByLabel('Wording', { exact: true });
    await field.focus();
    await page.keyboard.press('Control+a');
    expect(await field.evaluate((one) => (one as HTMLTextAreaElement).selectionEnd)).toBe(
      'AC-02 is shown by its report.'.length,
    );
    expect(await chosen()).toBe(0);
    await page.keyboard.press('Escape');
    await side.waitFor({ state: 'detached' });
    await expect.poll(() => cursor(page)).toBe('Acceptance criteria');
    await page.keyboard.press('Control+a');
    await expect.poll(chosen).toBe(5);
    await page.getByLabel('Filter criteria').fill('AC-02');
    await page.getByRole('status').filter({ hasText: '1 of 4' }).waitFor();
    await page.locator('#main').focus();
    await page.keyboard.press('Control+a');
    expect(await page.evaluate(() => String(window.getSelection()))).toBe('');
  });

  it('after a removal Ctrl+Z brings back what was removed, wherever its button stood', async () => {
    const { page, desk, facts } = await openWith(releaseWith({ risks: [{ title: 'Cutover' }, { title: 'Weather' }] }));
    const brings = async (what: string, list: 'criteria' | 'risks', left: number) => {
      await page.getByText(`Removed ${what}. Ctrl+Z brings`).waitFor();
      await expect.poll(() => (facts()[list] ?? []).length).toBe(left);
      await page.keyboard.press('Control+z');
      await page.getByText(/^Took back: the removal of /).waitFor();
      await expect.poll(() => (facts()[list] ?? []).length).toBe(list === 'criteria' ? 4 : 2);
      await page.getByText(/^Took back: the removal of /).waitFor({ state: 'detached' });
    };
    await desk.goTo('Criteria');
    const filter = page.getByLabel('Filter criteria');
    await filter.fill('AC-0');
    await page
      .getByLabel(/Choose all/)
      .first()
      .click();
    await page.getByRole('button', { name: 'Remove these 4' }).click();
    await brings('4 criteria', 'criteria', 0);
    await page.getByRole('grid').getByRole('button', { name: 'AC-02', exact: true }).click();
    const side = desk.side('criterion AC-02');
    await side.waitFor();
    await filter.click();
    await side.getByRole('button', { name: 'Remove this criterion' }).click();
    await brings('criterion AC-02', 'criteria', 3);
    await desk.goTo('Conditions');
    const risks = desk.region('Risks');
    await risks.getByRole('button', { name: /Weather$/, expanded: false }).click();
    await risks.getByRole('button', { name: 'Remove risk Cutover' }).click();
    await brings('risk Cutover', 'risks', 1);
  });

  it('goes back and forward between places, and the next start takes up where the last one was left', async () => {
    const { page, desk, store, close } = await openWith(releaseWith());
    const here = () => page.getByRole('navigation', { name: 'Places' }).locator('[aria-current="page"]').textContent();
    await desk.goTo('Dates');
    await desk.goTo('Evidence');
    await desk.goTo('Pack');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(here).toMatch(/^Evidence/);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(here).toMatch(/^Dates/);
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(here).toMatch(/^Evidence/);
    await ask(page, 'Back');
    await expect.poll(here).toMatch(/^Dates/);
    await close();
    const again = await openApp(store);
    const places = again.page.getByRole('navigation', { name: 'Places' });
    await expect.poll(() => places.locator('[aria-current="page"]').textContent()).toMatch(/^Dates/);
  });
});

describe('the palette does every action', () => {
  it('looks at another day, tries another date, changes the theme and archives, each by name', async () => {
    const { page, desk } = await openWith(releaseWith());
    await desk.region('Criteria').waitFor();
    const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
    await ask(page, 'Theme: dark');
    await expect.poll(scheme).toBe('dark');
    await ask(page, 'Theme: as the system');
    await expect.poll(scheme).toBe('light');
    await ask(page, 'Judge as of another day');
    await page.locator('[data-as-of] input:focus').waitFor();
    await ask(page, 'What if it went live');
    await page.locator('#main').getByLabel('Go-Live date to try').and(page.locator(':focus')).waitFor();
    await ask(page, 'Archive this release');
    await page.getByRole('banner').getByText('Archived').waitFor();
    await ask(page, 'Take this release out of the archive');
    await page.getByRole('banner').getByText('Archived').waitFor({ state: 'detached' });
    await ask(page, 'Settings');
    await desk.region('Theme').getByText('Dark', { exact: true }).click();
    await expect.poll(scheme).toBe('dark');
    await page.reload();
    await desk.region('Theme').waitFor();
    expect(await scheme()).toBe('dark');
  });
});

describe('what is told', () => {
  it('stands in a row of its own and covers nothing', async () => {
    const { page, desk } = await openWith(releaseWith({ risks: [{ title: 'Cutover' }] }));
    await desk.goTo('Conditions');
    await page.locator('#main').focus();
    await page.keyboard.press('Control+z');
    const told = page.getByText('There is nothing to take back.');
    await told.waitFor();
    const box = async (what: ReturnType<Page['locator']>) => {
      const found = await what.boundingBox();
      if (!found) throw new Error('It is not on the screen');
      return found;
    };
    const [row, main, places] = [
      await box(told),
      await box(page.locator('#main')),
      await box(page.getByRole('navigation', { name: 'Places' })),
    ];
    expect(main.y + main.height).toBeLessThanOrEqual(row.y);
    expect(places.y + places.height).toBeLessThanOrEqual(row.y);
  });

  it('an error leaves as all messages do, and can be read again', async () => {
    const { page, desk } = await openWith(releaseWith({ release: { name, kind: 'system', slot: null } }));
    await desk.region('Criteria').waitFor();
    await ask(page, 'Copy this release for the next slot');
    const error = 'Give this release a date first; the copy takes the slot after it.';
    const alert = page.getByRole('alert').filter({ hasText: error });
    await alert.waitFor();
    await alert.waitFor({ state: 'detached' });
    await page.getByRole('banner').getByRole('button', { name: '1 error' }).click();
    const list = page.getByRole('dialog', { name: 'What went wrong' });
    await list.getByText(error).waitFor();
    await list.getByRole('button', { name: 'Clear the list' }).click();
    await list.getByText('Nothing since the window was opened.').waitFor();
  });
});
