import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, formatDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { readDate } from '../../shared/domain/importing/readDate.ts';
import { axeFinds } from '../support/axe.ts';
import { deskOf } from '../support/desk.ts';
import { openWith, releaseWith } from '../support/openWith.ts';
import { places } from '../support/places.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const go = { name: 'June 2027 SEC Release', kind: 'system', slot: '2027-06' };
/** Today as the window has it. */
async function todayOf(page: Page): Promise<CalendarDate> {
  const read = readDate(await page.locator('[data-as-of] input').inputValue(), 'dayFirst');
  if (read.kind !== 'value') throw new Error('The header shows no date');
  return read.value;
}

const withGoLive = (more: object = {}) =>
  releaseWith({ release: { ...go, goLive: { approvedDate: '2027-06-24' } }, ...more });

it('the slot of a release reads as people say it, and takes that and how it is kept', async () => {
  const { desk, facts } = await openWith(withGoLive());
  const slot = () => (facts().release as unknown as { slot: unknown }).slot;
  await desk.goTo('Dates & TAD');
  const field = desk.region('The release').getByLabel('Slot', { exact: true });
  expect(await field.inputValue()).toBe('June 2027');
  for (const [typed, shown, saved] of [
    ['nov 27', 'November 2027', '2027-11'],
    ['2028-02', 'February 2028', '2028-02'],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await desk.saved();
    await expect.poll(() => field.inputValue()).toBe(shown);
    expect(slot()).toBe(saved);
  }
  await field.fill('March 2028');
  await field.blur();
  await desk.region('The release').getByText('“March 2028” is no slot').waitFor();
  expect(await field.inputValue()).toBe('March 2028');
  expect(slot()).toBe('2028-02');
});

describe('a date field', () => {
  it('shows a date as people read it and takes it as they write it, with one sentence for what it does not understand', async () => {
    const { page, desk, facts } = await openWith(withGoLive());
    const today = await todayOf(page);
    const goLive = () => (facts().release as unknown as { goLive: Record<string, unknown> }).goLive;
    await desk.goTo('Dates & TAD');
    const panel = desk.region('Go-Live');
    const field = panel.getByLabel('Approved on', { exact: true });
    for (const [typed, shown, saved] of [
      ['4/11/26', '4 November 2026', '2026-11-04'],
      ['T-6m', '24 December 2026', '2026-12-24'],
      ['+10wd', '12 January 2027', '2027-01-12'],
      ['2026-11-05', '5 November 2026', '2026-11-05'],
      ['today', formatDate(today), today],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      await desk.saved();
      await expect.poll(() => field.inputValue()).toBe(shown);
      expect(goLive().approvedOn).toBe(saved);
    }
    // What names no day stays as it was typed, and nothing of it is saved.
    await field.fill('soon');
    await field.blur();
    await panel
      .getByText('“soon” is not a date; write it as 4 November 2021, 4/11/21, 4 nov, today, +10wd or T-6m.')
      .waitFor();
    expect(await field.inputValue()).toBe('soon');
    expect(goLive().approvedOn).toBe(today);
    await field.fill('later');
    await field.press('Escape');
    await expect.poll(() => field.inputValue()).toBe(formatDate(today));
    // The header’s day has no room for a sentence: it is told, and the day that is judged on stands again.
    const asOf = page.getByRole('banner').locator('[data-as-of] input');
    await asOf.fill('some day');
    await asOf.blur();
    await page.getByText('“some day” is not a date').waitFor();
    expect(await asOf.inputValue()).toBe(formatDate(today));
  });

  it('has a calendar that the keyboard reaches, which says what each day is, and that axe finds nothing wrong with', async () => {
    const { page, desk, facts, settled } = await openWith(
      withGoLive({
        meetings: [{ body: 'CSC', on: '2027-06-02' }],
        modifications: [{ reference: 'MP1', title: 'One', impacts: ['dccSystems'] }],
      }),
    );
    await desk.goTo('Dates & TAD');
    const field = desk.region('Go-Live').getByLabel('Approved Go-Live date');
    await field.focus();
    await field.press('Alt+ArrowDown');
    const calendar = page.getByRole('dialog', { name: 'Calendar' });
    await calendar
      .getByRole('button', { name: 'Thursday 24 June 2027: Go-Live', pressed: true })
      .and(page.locator(':focus'))
      .waitFor();
    await calendar.getByRole('button', { name: 'Wednesday 2 June 2027: CSC meeting' }).waitFor();
    await calendar.getByRole('button', { name: 'Saturday 5 June 2027: no working day' }).waitFor();
    await settled();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('PageUp');
    await calendar.getByRole('button', { name: 'Monday 31 May 2027: Spring bank holiday' }).waitFor();
    await page.keyboard.press('PageUp');
    for (const _ of Array.from({ length: 4 })) await page.keyboard.press('PageUp');
    await calendar
      .getByRole('button', { name: 'Thursday 24 December 2026: last day: TAD published' })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await calendar.getByText('Friday 25 December 2026: Christmas Day').waitFor();
    // Escape leaves the calendar alone; Enter takes the day, and the cursor is in the field again.
    await page.keyboard.press('Escape');
    await calendar.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('24 June 2027');
    await page.locator(':focus').and(field).waitFor();
    await field.press('Alt+ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await calendar.waitFor({ state: 'detached' });
    await desk.saved();
    expect(await field.inputValue()).toBe('28 June 2027');
    expect((facts().release as unknown as { goLive: object }).goLive).toMatchObject({ approvedDate: '2027-06-28' });
  });

  it('that is entered from what was tried goes without the approval of the former one, and Ctrl+Z brings that back', async () => {
    const approved = { approvedDate: '2027-06-24', approvedBy: 'CSC', approvedOn: '2026-05-12' };
    const { page, desk, facts } = await openWith(releaseWith({ release: { ...go, goLive: approved } }));
    const goLive = () => (facts().release as unknown as { goLive: object }).goLive;
    await desk.goTo('Dates & TAD');
    const panel = desk.region('What if it went live on another day?');
    await panel.getByLabel('Go-Live date to try').fill('2027-06-25');
    await panel.getByRole('button', { name: 'Enter it as the approved date' }).click();
    await page.getByText('“Approved by” and “Approved on” were of the former Go-Live date').waitFor();
    await desk.saved();
    expect(goLive()).toMatchObject({ approvedDate: '2027-06-25' });
    expect(goLive()).not.toMatchObject({ approvedBy: 'CSC' });
    await page.getByRole('heading').first().click();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Took back: /).waitFor();
    await desk.saved();
    expect(goLive()).toMatchObject(approved);
  });

  it('in a cell takes the same forms, typed, pasted and from the calendar', async () => {
    const { page, desk, facts } = await openWith(
      withGoLive({
        modifications: [
          { reference: 'MP1', title: 'One' },
          { reference: 'MP2', title: 'Two' },
        ],
      }),
    );
    const today = await todayOf(page);
    const date = (reference: string) =>
      (facts().modifications ?? []).find((one) => one.reference === reference)?.implementationDate;
    await desk.goTo('Scope & RID');
    const grid = page.getByRole('grid', { name: 'Modifications' });
    const cell = (reference: string) =>
      grid.getByRole('row', { name: new RegExp(reference) }).locator('[data-column="implementationDate"]');
    await cell('MP1').click();
    await cell('MP1').locator('input').fill('T+1d');
    await page.keyboard.press('Enter');
    await desk.saved();
    expect(date('MP1')).toBe('2027-06-25');
    await cell('MP2').click();
    await cell('MP2').getByRole('button', { name: 'Calendar' }).click();
    const calendar = page.getByRole('dialog', { name: 'Calendar' });
    await calendar.getByRole('button', { name: 'Today', exact: true }).click();
    await calendar.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await desk.saved();
    expect(date('MP2')).toBe(today);
    await grid.focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'tomorrow');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await expect.poll(() => date('MP2')).toBe(plusDays(today, 1));
  });

  it('is the one form of date: no screen of the sample shows a date in another', async () => {
    const { page, settled } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    const found: Record<string, readonly string[]> = {};
    for (const screen of [...places, 'DCC exchange', 'All releases', 'Rulebook', 'Settings']) {
      await desk.goTo(screen);
      await settled();
      const fields = await page
        .locator('input')
        .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen is what counts.
      const text = [await page.locator('body').innerText(), ...fields].join('\n');
      found[screen] = text.match(/.{0,40}(\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b).{0,20}/g) ?? [];
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
    expect(await page.locator('input[type="date"]').count()).toBe(0);
  });
});
