import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

it('the list of releases says of the open one what its header says, after each change', async () => {
  const { page } = await openApp(join(scratchFolder(), 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  const listed = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /^June 2027/ });
  const blockers = async () => {
    const inHeader = /(\d+) blocker/.exec((await page.getByRole('banner').textContent()) ?? '')?.[1] ?? '0';
    const inList = /(\d+)$/.exec(((await listed.textContent()) ?? '').replace('June 2027', ''))?.[1] ?? '0';
    return { inHeader, inList };
  };
  const before = await blockers();
  expect(before.inList).toBe(before.inHeader);
  await desk.goTo('Criteria');
  for (const reference of ['AC-01', 'AC-02']) {
    await desk.add('Add criterion');
    await desk.choose(desk.side(`criterion ${reference}`), "Owner's status", 'met');
  }
  await expect.poll(blockers).not.toEqual(before);
  const after = await blockers();
  expect(after.inList).toBe(after.inHeader);

  // On another day both speak of that day: what is in progress now is missed once its day has passed.
  await desk.choose(desk.side('criterion AC-02'), "Owner's status", 'in progress');
  await expect.poll(async () => (await blockers()).inHeader).not.toBe(after.inHeader);
  const today = await blockers();
  const asOf = page.getByRole('banner').locator('[data-as-of] input');
  await asOf.fill('1 July 2027');
  await asOf.press('Enter');
  await expect.poll(async () => (await blockers()).inHeader).not.toBe(today.inHeader);
  await expect.poll(async () => (await blockers()).inList).toBe((await blockers()).inHeader);
  await desk.goTo('All releases');
  await page.getByRole('table').getByText('planned 7 days ago').waitFor();
  await page.getByRole('banner').getByRole('button', { name: 'Back to today' }).click();
  await expect.poll(blockers).toEqual(today);
});
