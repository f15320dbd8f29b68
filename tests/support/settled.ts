import type { ElectronApplication, Page } from 'playwright-core';
import { pendingCalls } from './calls.ts';

/**
 * Waits until the window has nothing more to do: every call is answered, nothing moves, and two frames in a row changed
 * nothing. How long that takes is the machine's business.
 */
export async function settled(app: ElectronApplication, page: Page): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const still = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.length;
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      await frame();
      await frame();
      observer.disconnect();
      const moving = document
        .getAnimations()
        .filter((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity);
      return changes === 0 && moving.length === 0;
    });
    quiet = still && (await pendingCalls(app)) === 0 ? quiet + 1 : 0;
  }
}
