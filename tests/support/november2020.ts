import type { Locator, Page } from 'playwright-core';
import { criteria, issues, results, scope } from '../fixtures/november2020.ts';
import type { CountedPerson } from './actions.ts';
import type { Desk } from './desk.ts';

export interface At {
  readonly page: Page;
  readonly desk: Desk;
  readonly person: CountedPerson;
}

/** Two clicks: the list, and the word in it. */
export async function choose({ page, person }: At, place: Locator, label: string, option: string): Promise<void> {
  await person.click(place.getByRole('combobox', { name: label, exact: true }));
  await person.click(page.getByRole('option', { name: option, exact: true }));
}

async function take({ page, person }: At): Promise<void> {
  const button = page.getByRole('button', { name: /^Take \d+ rows$/ });
  await button.and(page.locator(':focus')).waitFor();
  await person.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A name, a release, its scope and what set it: by keyboard. */
export async function begin(at: At): Promise<void> {
  const { page, desk, person } = at;
  await person.typeHere('Ada Byron');
  await person.press('Enter');
  await page.getByRole('heading', { name: 'No release yet' }).waitFor();
  await person.ask('New release');
  await page.getByRole('dialog', { name: 'New release' }).waitFor();
  await person.typeHere('November 2020');
  await person.press('Enter');
  await page.getByRole('heading', { name: 'November 2020 SEC Release', exact: true }).waitFor();
  await person.ask('Scope & RID');
  await desk.region('Modifications').waitFor();
  await person.paste(scope);
  await take(at);
  for (const [on, sets, decision] of [
    ['2019-10-16', 'systems', 'The systems scope of November 2020 is set.'],
    ['2020-03-18', 'all', 'The scope of November 2020 is set.'],
  ] as const) {
    await begun(at, 'scope decision');
    await person.typeHere(on);
    await person.typeAt('sets', sets);
    await person.press('Enter');
    await person.typeAt('decision', decision);
  }
  await desk.saved();
}

/** An empty form of a record, with the cursor in it. */
async function begun({ page, person }: At, noun: string): Promise<void> {
  await person.ask(`Add ${noun}`);
  await page.locator('[data-record*="new-"] [data-field]:focus').waitFor();
}
export async function rid(at: At): Promise<void> {
  const { person } = at;
  await begun(at, 'RID version');
  await person.typeHere('1.0');
}
export const pasted = { criteria, issues, results };
