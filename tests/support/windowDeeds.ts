import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CountedPerson } from './actions.ts';
import type { Desk } from './desk.ts';
import { dropFiles } from './dropFile.ts';

/** Where a person is at work. */
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

/** Takes what was read: it waits for Enter. */
export async function take({ page, person }: At): Promise<void> {
  const button = page.getByRole('button', { name: /^Take \d+ rows$/ });
  await button.and(page.locator(':focus')).waitFor();
  await person.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** An empty form of a record, with the cursor in it; the cursor goes back to the one before for a moment. */
export async function begun({ page, person }: At, noun: string): Promise<void> {
  const before = await page.evaluate(formHere);
  await person.ask(`Add ${noun}`);
  await expect.poll(() => page.evaluate(formHere)).not.toBe(before);
  await page.locator('[data-record*="new-"] [data-field]:focus').waitFor();
}

/** The record of the form that the cursor is in. */
const formHere = () => document.activeElement?.closest('[data-record]')?.getAttribute('data-record') ?? null;

/** A new record of a list, with the cursor in its first empty field. */
export async function add({ person }: At, list: Locator, noun: string): Promise<void> {
  await person.click(list.getByRole('button', { name: `Add ${noun}` }));
  await list.locator('[data-field]:focus').waitFor();
}

/** One click goes to the list, one chord pastes. */
export async function pasteInto({ desk, person }: At, list: string, rows: string): Promise<void> {
  const place = desk.region(new RegExp(`^${list}$`));
  await person.click(place.getByRole('heading', { name: list }));
  await person.paste(rows);
  await place.getByText(`${rows.split('\n').length - 1} · `).waitFor();
}

/** The list once, and each word in it. */
export async function chooseAll(
  { page, person }: At,
  place: Locator,
  label: string,
  options: readonly string[],
): Promise<void> {
  await person.click(place.getByRole('combobox', { name: label, exact: true }));
  for (const option of options) await person.click(page.getByRole('option', { name: option, exact: true }));
}

/** Rows that are pasted on a screen, of which the DCC keeps some. */
export async function takeForDcc({ page, person }: At, rows: string): Promise<void> {
  await person.paste(rows);
  const dialog = page.getByRole('dialog');
  await person.click(dialog.getByRole('switch', { name: 'Record for the DCC' }));
  await person.click(dialog.getByRole('button', { name: /^Take \d+ rows?$/ }));
  await dialog.waitFor({ state: 'detached' });
}

/** Files dropped together, that came on an earlier day, submitted and accepted in one go. */
export async function addReports({ page, desk, person }: At, reports: readonly string[], on: string): Promise<void> {
  await person.did(() => dropFiles(page, page.getByRole('main'), reports));
  const fresh = desk.region(reports.length === 1 ? '1 new file' : `${reports.length} new files`);
  const label = reports.length === 1 ? 'Added on' : 'All were added on';
  await person.type(fresh.getByLabel(label, { exact: true }), on);
  await person.click(fresh.getByRole('button', { name: /^Submit and accept/ }));
  await fresh.waitFor({ state: 'detached' });
}

/**
 * The sheet of a body. The window proposes the one that is still to be asked; of what was entered after its day nobody knows
 * whether a body had seen it, so that it may propose another one.
 */
export async function openSheet({ page, desk, person }: At, body: string, on: string): Promise<Locator> {
  await person.click(page.getByRole('button', { name: 'Record a meeting…' }));
  const sheet = desk.region('Record a meeting');
  await sheet.waitFor();
  const proposed = await sheet.getByRole('combobox', { name: 'Body' }).inputValue();
  if (proposed !== body) await person.did(() => desk.choose(sheet, 'Body', body));
  await person.type(sheet.getByLabel('Met on'), on);
  return sheet;
}
