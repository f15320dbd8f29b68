import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openWith, releaseWith } from '../support/openWith.ts';

/** The cell of a row, by the heading that it stands under and the first words of its row. */
async function cellOf(grid: Locator, row: string, heading: string): Promise<Locator> {
  const headings = await grid.getByRole('columnheader').allInnerTexts();
  const at = headings.findIndex((words) => words.trim() === heading);
  expect(at, heading).toBeGreaterThanOrEqual(0);
  return grid
    .getByRole('row', { name: new RegExp(`^(Choose )?${row}`) })
    .getByRole('gridcell')
    .nth(at);
}

/** As the clipboard's own event, for the clipboard of the machine is everybody's. */
function paste(page: Page, text: string) {
  return page.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', block);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

it('phases are one grid: a cell is edited where it stands, a block pasted, a column filled, many removed at once', async () => {
  const { page, desk, facts } = await openWith(
    releaseWith({
      testPhases: [{ name: 'SIT' }, { name: 'UIT' }],
      // Two versions of one item are one word to offer.
      evidence: [1, 2].map((version) => ({ reference: 'EV-001', version, title: 'Exit report', status: 'draft' })),
    }),
  );
  const phases = () => new Map((facts().testPhases ?? []).map((phase) => [String(phase.name), phase] as const));
  await desk.become('DCC');
  await desk.goTo('Testing');
  const grid = page.getByRole('grid', { name: 'Test phases' });
  const focused = page.locator(':focus');
  const label = () => focused.getAttribute('aria-label');

  // A click edits, Tab goes on, Enter leaves to the grid.
  await (await cellOf(grid, 'SIT', 'Planned')).click();
  await expect.poll(label).toBe('Planned');
  await page.keyboard.type('412');
  await page.keyboard.press('Tab');
  await expect.poll(label).toBe('Passed');
  await page.keyboard.type('409');
  await page.keyboard.press('Enter');
  await expect.poll(label).toBe('Test phases');
  await desk.saved();
  expect(phases().get('SIT')).toMatchObject({ planned: 412, passed: 409 });

  // F2 edits the cell that the arrows lead to; Escape gives back what stood there.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await expect.poll(label).toBe('Planned');
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expect.poll(label).toBe('Test phases');
  expect(await (await cellOf(grid, 'SIT', 'Planned')).textContent()).toBe('412');

  // A block goes into the cells from the active one on, and adds what is beyond the last row; or not at all.
  await paste(page, '500\t490\nmany\t1');
  await page.getByText(/in row 2 of the block, “many” is not a number/).waitFor();
  await page.keyboard.press('Home');
  await paste(page, '500\t490\n156\t131\n1240\t0');
  await grid.getByRole('row').nth(3).waitFor();
  await desk.saved();
  expect(facts().testPhases).toHaveLength(3);
  expect(phases().get('SIT')).toMatchObject({ planned: 500, passed: 490 });
  expect(phases().get('UIT')).toMatchObject({ planned: 156, passed: 131 });

  // The value above comes down; the three are set, and removed, in one step each.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+d');
  await expect.poll(() => phases().get('UIT')?.planned).toBe(500);
  await page.keyboard.press('Control+a');
  const chosen = desk.region('Chosen test phases');
  await desk.choose(chosen, 'Field of the chosen', 'Planned end');
  await chosen.getByLabel('Planned end').fill('2027-03-20');
  await chosen.getByRole('button', { name: 'Set for 3' }).click();
  await expect
    .poll(() => [...(facts().testPhases ?? [])].map(({ plannedEnd }) => plannedEnd))
    .toEqual(['2027-03-20', '2027-03-20', '2027-03-20']);
  await chosen.getByRole('button', { name: 'Remove these 3' }).click();
  await desk.region('Test phases').getByText('No test phase yet').waitFor();
  await page.getByRole('banner').getByRole('heading').click();
  await page.keyboard.press('Control+z');
  await grid.getByRole('row').nth(3).waitFor();

  // The menu of a row has what can be done with it; the row that is opened shows every field, and Escape closes it.
  const row = grid.getByRole('row', { name: /SIT/ });
  await row.hover();
  await row.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Open this test phase' }).click();
  await grid.getByLabel('Work-off plan').fill('The three failed tests follow.');
  await grid.getByLabel('Work-off plan').blur();
  await desk.saved();
  await grid.getByLabel('Run', { exact: true }).press('Escape');
  await grid.getByLabel('Work-off plan').waitFor({ state: 'detached' });
  expect(phases().get('SIT')).toMatchObject({ workOffPlan: 'The three failed tests follow.' });
});

it('modifications are edited in their cells, from one row to the next, and opened by their name', async () => {
  const { page, desk, facts } = await openWith(
    releaseWith({
      modifications: [
        { reference: 'MP1', title: 'One' },
        { reference: 'MP2', title: 'Two' },
      ],
    }),
  );
  await desk.goTo('Scope & RID');
  const grid = page.getByRole('grid', { name: 'Modifications' });
  const date = await cellOf(grid, 'MP1', 'Implementation');
  await date.click();
  await date.locator('input').fill('2027-06-24');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Title');
  await page.keyboard.press('Escape');
  await desk.saved();
  expect((facts().modifications ?? []).find(({ reference }) => reference === 'MP1')).toMatchObject({
    implementationDate: '2027-06-24',
  });
  // The row itself opens by its name, all of it beside the grid.
  await grid.getByRole('button', { name: 'MP2', exact: true }).click();
  await desk.side('modification MP2').waitFor();
});

it('a filter of statuses is used by keyboard, and what is done with rows reaches those that are seen', async () => {
  const criterion = (number: number, selfStatus: string) => ({
    reference: `AC-0${number}`,
    text: `Criterion ${number}`,
    owner: 'SECAS',
    selfStatus,
    family: number === 3 ? 'security' : 'testing',
  });
  const { page, desk, facts } = await openWith(
    releaseWith({
      criteria: [criterion(1, 'met'), criterion(2, 'notMet'), criterion(3, 'met'), criterion(4, 'notMet')],
    }),
  );
  await desk.goTo('Criteria');
  const grid = page.getByRole('grid', { name: 'Acceptance criteria' });
  await grid.getByRole('checkbox', { name: /^Choose all/ }).check();
  await grid
    .getByRole('button', { name: /^Filter by/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  const notMet = page.getByRole('menuitemcheckbox', { name: /Not met/ });
  await notMet.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByText('2 of 4').waitFor();
  // Two of the four that were chosen are seen: the others are chosen no more.
  await page.getByText('2 chosen').waitFor();
  expect((facts().criteria ?? []).map((one) => one.selfStatus)).toEqual(['met', 'notMet', 'met', 'notMet']);
});
