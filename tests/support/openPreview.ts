import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { deskOf } from './desk.ts';

/** Opens the draft's preview on the pack's screen, at its second page, beside the field whose words stand there. */
export async function openPreview(page: Page, desk: ReturnType<typeof deskOf>) {
  const place = page.locator('iframe[title="Preview of the draft pack"]');
  const frame = place.contentFrame();
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await drawn(place, (inside) => inside.locator('[data-drawn=done]'));
  const number = frame.getByLabel('Page', { exact: true });
  await number.fill('2');
  await number.press('Enter');
  const field = desk.region('What the CSC is asked').getByRole('textbox').first();
  return { place, number, field, shows: (text: string) => drawn(place, (inside) => inside.getByText(text)) };
}

/**
 * Waits for something in a viewer's frame, which a reader keeps in sight meanwhile: Chromium draws nothing in a frame that
 * is out of sight, and what comes later above it may push it there.
 */
export async function drawn(place: Locator, what: (inside: FrameLocator) => Locator): Promise<void> {
  const look = async () => {
    await place.scrollIntoViewIfNeeded();
    return what(place.contentFrame()).count();
  };
  await expect.poll(look).toBeGreaterThan(0);
}
