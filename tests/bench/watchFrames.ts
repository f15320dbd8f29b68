import type { Page } from 'playwright-core';

/** The longest gap between two frames of the window, in milliseconds, from now until `stop` is called. */
export async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0, on: true };
    Object.assign(globalThis, { watch });
    const tick = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  return () =>
    page.evaluate(() => {
      const { watch } = globalThis as unknown as { watch: { longest: number; on: boolean } };
      watch.on = false;
      return watch.longest;
    });
}
