import axe from 'axe-core';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with the window as it stands, a line each: the rule, and the first element that breaks it. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: inside } = globalThis as unknown as { axe: typeof axe };
    const found = await inside.run({ runOnly } as never);
    const { violations } = found as unknown as { violations: { id: string; nodes: { html: string }[] }[] };
    return violations.map((each) => `${each.id}: ${each.nodes[0]?.html.slice(0, 200)}`);
  }, rules);
}
