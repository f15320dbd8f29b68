import type { Locator, Page } from 'playwright-core';

/** Drops real files of this machine on a place in the window, as a person would with the mouse. */
export async function dropFiles(page: Page, place: Locator, paths: readonly string[]): Promise<void> {
  const box = await place.boundingBox();
  if (!box) throw new Error('There is no place to drop on');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
