import type { Locator, Page } from 'playwright-core';

/** Drops a real file of this machine on a place in the window, as a person would with the mouse. */
export async function dropFile(page: Page, place: Locator, path: string): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('There is no place to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
