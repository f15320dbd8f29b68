import type { Locator, Page } from 'playwright-core';

/** What a person does in the window, by the names they read on it. */
export interface Desk {
  readonly begin: (name: string) => Promise<void>;
  /** Takes the other side's chair, as a person who works for both would. */
  readonly become: (organisation: 'SECAS' | 'DCC') => Promise<void>;
  readonly newRelease: (slot: string) => Promise<void>;
  readonly goTo: (place: string) => Promise<void>;
  readonly add: (button: string) => Promise<void>;
  /** Types into a labelled field of a region and leaves it, as a person does. */
  readonly fill: (region: Locator, label: string, text: string) => Promise<void>;
  readonly choose: (region: Locator, label: string, option: string) => Promise<void>;
  readonly tag: (region: Locator, label: string, word: string) => Promise<void>;
  readonly region: (name: string | RegExp) => Locator;
  readonly side: (name: string | RegExp) => Locator;
  /** Waits until everything that was typed is in the store. */
  readonly saved: () => Promise<void>;
}

export function deskOf(page: Page): Desk {
  const exact = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  const saved = () => page.getByRole('status').filter({ hasText: 'All changes saved' }).waitFor();
  return {
    begin: async (name) => {
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('button', { name: 'Begin' }).click();
    },
    become: async (organisation) => {
      await page.getByRole('button', { name: /^Find anything/ }).click();
      await page.getByLabel('Find anything').fill('Your profile');
      await page.getByText('Your profile…').waitFor();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Your profile' });
      await dialog.getByText(organisation, { exact: true }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    newRelease: async (slot) => {
      await page.getByRole('button', { name: 'New release' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'New release' });
      await dialog.getByRole('combobox', { name: 'Slot' }).fill(slot);
      await page.getByRole('option', { name: slot, exact: true }).click();
      await dialog.getByRole('button', { name: 'Create release' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    goTo: (place) =>
      page
        .getByRole('navigation', { name: 'Places' })
        .getByRole('button', { name: exact(place) })
        .click(),
    add: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    fill: async (region, label, text) => {
      const field = region.getByLabel(label, { exact: true });
      await field.fill(text);
      await field.blur();
      await saved();
    },
    choose: async (region, label, option) => {
      await region.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
      // A list of several choices stays open until it is left.
      if (await page.getByRole('listbox').isVisible()) await page.keyboard.press('Escape');
      await saved();
    },
    tag: async (region, label, word) => {
      const field = region.getByRole('combobox', { name: label, exact: true });
      await field.fill(word);
      await field.press('Enter');
      await saved();
    },
    region: (name) => page.getByRole('region', { name }),
    side: (name) => page.getByRole('complementary', { name }),
    saved,
  };
}
