import { join } from 'node:path';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const screens = [
  'Overview',
  'Scope & RID',
  'Dates & TAD',
  'Criteria',
  'Evidence',
  'Testing',
  'Committees',
  'Conditions & risks',
  'Pack',
  'History',
  'All releases',
  'Rulebook',
  'Settings',
];

describe('axe', () => {
  it.each(['light', 'dark'] as const)('finds nothing on any screen of the sample in %s', async (scheme) => {
    const { page } = await openApp(join(scratchFolder(), 'store'), scheme);
    const desk = deskOf(page);
    await page.evaluate(axe.source);
    const violations = () =>
      page.evaluate(async () => {
        const { axe: inside } = globalThis as unknown as { axe: typeof axe };
        const found = await inside.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as never);
        const { violations: all } = found as unknown as { violations: { id: string; nodes: { html: string }[] }[] };
        return all.map((each) => `${each.id}: ${each.nodes[0]?.html.slice(0, 200)}`);
      });
    const found: Record<string, readonly string[]> = { 'First run': await violations() };
    await desk.begin('Ada Byron');
    found['No release'] = await violations();
    await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    for (const screen of screens) {
      await desk.goTo(screen);
      await page.waitForTimeout(150);
      found[screen] = await violations();
    }
    const dialogs = [
      'Copy the chase list…',
      'Import test issues…',
      'Keyboard shortcuts and help',
      'Your profile…',
      'New release…',
    ];
    for (const name of dialogs) {
      await page.keyboard.press('Control+k');
      await page.getByLabel('Find anything').fill(name);
      await page
        .getByRole('button', { name: new RegExp(`^${name.slice(0, -1)}`) })
        .last()
        .waitFor();
      await page.waitForTimeout(300);
      found[`Palette with ${name}`] = await violations();
      await page.keyboard.press('Enter');
      await page.getByLabel('Find anything').waitFor({ state: 'detached' });
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(300);
      found[name] = await violations();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'Record a meeting…' }).click();
    found['Record a meeting'] = await violations();
    await desk.goTo('Criteria');
    for (const look of ['Coverage', 'Sufficiency']) {
      await page.getByText(look, { exact: true }).click();
      await page.waitForTimeout(300);
      found[look] = await violations();
    }
    await page.getByRole('button', { name: 'From the template…' }).click();
    await page.getByRole('dialog').waitFor();
    found['From the template'] = await violations();
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });
});
