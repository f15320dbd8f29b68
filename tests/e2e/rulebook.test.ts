import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

describe('the rulebook in the window', () => {
  it('explains the sample as of a day, tries another Go-Live without saving it, and shows each rule', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    await page.getByLabel('As of today').fill('2021-10-20');
    const overview = desk.region('What stands between you and the pack');
    await overview
      .getByText(/^The systems' scope was set on 13 November 2020, 9 days short of 12 months before Go-Live/)
      .waitFor();
    await page.getByText('15 days', { exact: true }).waitFor();

    await desk.goTo('Dates & TAD');
    const whatIf = desk.region('What if it went live on another day?');
    await whatIf.getByLabel('Go-Live date to try').fill('2021-11-14');
    await whatIf.getByText(/The full scope was set on 14 May 2021.*14 November 2021/).waitFor();
    expect(await desk.region('Go-Live').getByLabel('Approved Go-Live date').inputValue()).toBe('4 November 2021');

    await desk.goTo('Rulebook');
    const rule = desk.region('TAD finalised and published six months before');
    await rule.getByText('tad.published-6-months').waitFor();
    await rule.getByText(/§5\.1/).first().waitFor();
  });

  it('a changed severity needs its reason and is seen at once', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    await page.getByLabel('As of today').fill('2021-10-20');
    await page.getByText(/1 blocker$/).waitFor();

    await desk.goTo('Settings');
    const changes = desk.region('Changes to the rulebook');
    await changes.getByRole('combobox', { name: 'Severity of' }).fill('TAD finalised');
    await page.getByRole('option', { name: 'TAD finalised and published six months before' }).click();
    await changes.getByRole('combobox', { name: 'becomes' }).click();
    await page.getByRole('option', { name: 'blocker' }).click();
    expect(await changes.getByRole('button', { name: 'Change severity' }).isDisabled()).toBe(true);
    await changes.getByLabel('Reason for the next change').fill('The CSC asked for it.');
    // Judged as of October 2021, only what held by then counts.
    await changes.getByLabel('It holds from').fill('2021-10-20');
    await changes.getByRole('button', { name: 'Change severity' }).click();
    await page.getByText(/2 blockers$/).waitFor();
    await desk.goTo('Overview');
    await page.getByText('The rulebook is changed in 1 place;').waitFor();
  });

  it('a paper deadline holds from its day, and the one before it stays for what was judged before', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.goTo('Settings');
    const deadlines = desk.region('Paper deadlines');
    for (const [days, from] of [
      ['5', '2026-01-01'],
      ['7', '2026-09-01'],
    ] as const) {
      await deadlines.getByLabel('Body').fill('TAG');
      await deadlines.getByLabel('Working days').fill(days);
      await deadlines.getByLabel('It holds from').fill(from);
      await deadlines.getByRole('button', { name: 'Set deadline' }).click();
      await deadlines.getByText(`TAG: ${days} working days`).waitFor();
    }
    expect(await deadlines.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('TAG: 5 working days from 1 January 2026'),
      expect.stringContaining('TAG: 7 working days from 1 September 2026'),
    ]);
  });
});
