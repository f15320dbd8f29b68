import type { Page } from 'playwright-core';
import type { deskOf } from './desk.ts';

/** Opens the draft's preview on the pack's screen, at its second page, beside the field whose words stand there. */
export async function openPreview(page: Page, desk: ReturnType<typeof deskOf>) {
  await page.getByRole('button', { name: 'Show the preview' }).click();
  const frame = page.frameLocator('iframe[title="Preview of the draft pack"]');
  await frame.locator('[data-drawn=done]').first().waitFor();
  const number = frame.getByLabel('Page', { exact: true });
  await number.fill('2');
  await number.press('Enter');
  return { frame, number, field: desk.region('What the CSC is asked').getByRole('textbox').first() };
}
