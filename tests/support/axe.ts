import axe from 'axe-core';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds wrong with the window as it stands, a line each: the rule, and the first element that breaks it. A message
 * that fades out meanwhile has the colours of neither what it was nor what it will be: axe looks again once all stands still.
 */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: inside } = globalThis as unknown as { axe: typeof axe };
    const isMoving = () =>
      document
        .getAnimations()
        .some((each) => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity);
    const still = async () => {
      while (isMoving()) await new Promise((resolve) => requestAnimationFrame(resolve));
    };
    let moved = true;
    const note = () => {
      moved = true;
    };
    document.addEventListener('transitionrun', note, true);
    document.addEventListener('animationstart', note, true);
    let violations: { id: string; nodes: { html: string }[] }[] = [];
    while (moved) {
      await still();
      moved = false;
      ({ violations } = (await inside.run({ runOnly } as never)) as unknown as { violations: typeof violations });
    }
    document.removeEventListener('transitionrun', note, true);
    document.removeEventListener('animationstart', note, true);
    return violations.map((each) => `${each.id}: ${each.nodes[0]?.html.slice(0, 200)}`);
  }, rules);
}
