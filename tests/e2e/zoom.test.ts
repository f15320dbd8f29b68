import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive, withFile, withSample } from '../support/golive.ts';
import { places } from '../support/places.ts';
import { settled } from '../support/settled.ts';
import { openApp } from '../support/window.ts';

const screens = [...places, 'DCC exchange', 'Settings'];

/** What may be wider than its place: a table scrolls sideways by itself. */
const tables = '[role=grid], div:has(> table)';

async function zoom(app: ElectronApplication, page: Page, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 800);
    window?.webContents.setZoomFactor(wanted);
  }, factor);
  await page.waitForFunction((width) => Math.abs(globalThis.innerWidth - width) < 2, 1280 / factor);
  await settled(app, page);
}

/** What is wrong with the layout as it stands; the tables' own content aside. */
function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate((wide) => {
    const found: string[] = [];
    const page = document.documentElement;
    const main = document.querySelector('main');
    if (page.scrollWidth > page.clientWidth) found.push(`the window scrolls sideways: ${page.scrollWidth}`);
    if (!main || main.clientHeight < 200) return [...found, 'the work has no room'];
    if (main.scrollWidth > main.clientWidth) found.push(`the work scrolls sideways: ${main.scrollWidth}`);
    const panels = 'main > *, main :is(section, aside)[aria-label]';
    for (const element of document.querySelectorAll<HTMLElement>(`#root :is(button, input, textarea), ${panels}`)) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(wide)) continue;
      if (left < -1 || right > page.clientWidth + 1) found.push(`outside: ${element.outerHTML.slice(0, 120)}`);
      const label = element.querySelector<HTMLElement>('.mantine-Button-label');
      if (label && label.scrollWidth > label.clientWidth + 1) found.push(`cut off: ${label.textContent}`);
    }
    for (const box of document.querySelectorAll<HTMLElement>('main *')) {
      if (getComputedStyle(box).display !== 'grid') continue;
      const parts = [...box.children].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
      for (const [at, one] of parts.entries())
        for (const other of parts.slice(at + 1))
          if (
            one.right > other.left + 1 &&
            other.right > one.left + 1 &&
            one.bottom > other.top + 1 &&
            other.bottom > one.top + 1
          )
            found.push('two panels overlap');
    }
    main.scrollTop = main.scrollHeight;
    const last = main.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    if (last > globalThis.innerHeight + 1) found.push('the foot of the work cannot be reached');
    main.scrollTop = 0;
    return found;
  }, tables);
}

const long = (start: string, length: number) =>
  `${start} ${'and the words go on '.repeat(length)}`.slice(0, length - 1).trimEnd();

describe('every screen keeps everything in reach', () => {
  it('at 200 % in a window of 1280 × 800', async () => {
    const { store } = withSample();
    const { app, page } = await openApp(store);
    const desk = deskOf(page);
    await zoom(app, page, 2);
    const found: Record<string, readonly string[]> = { 'First run': await misfits(page) };
    await desk.begin('Ada Byron');
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    for (const screen of screens) {
      await desk.goTo(screen);
      await settled(app, page);
      found[screen] = await misfits(page);
    }
    // A chosen record takes its list's place, and gives it back.
    await desk.goTo('Criteria');
    const row = page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true });
    await row.click();
    const side = desk.side('criterion AC-01');
    await side.getByLabel('Reference', { exact: true }).waitFor();
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    found['A criterion'] = await misfits(page);
    await side.getByRole('button', { name: 'Close' }).click();
    await row.waitFor();
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });

  it('with names and wordings as long as they may be', async () => {
    const { store, file } = withFile({
      format: 'sec-golive/release',
      version: 1,
      release: { name: long('June 2027 SEC Release:', 160), kind: 'system' },
      criteria: [{ reference: 'AC-01', text: long('Every display test passed', 2000), owner: 'DCC', bodies: ['TAG'] }],
      evidence: [{ reference: 'EV-001', title: long('Exit report', 200), criteria: ['AC-01'] }],
      conditions: [{ text: long('Retest', 600) }],
    });
    expect(golive(store, 'release', 'import', file).code).toBe(0);
    const { app, page } = await openApp(store, 'dark');
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    const found: Record<string, readonly string[]> = {};
    for (const factor of [1, 2]) {
      await zoom(app, page, factor);
      for (const screen of screens) {
        await desk.goTo(screen);
        await settled(app, page);
        found[`${screen} × ${factor}`] = await misfits(page);
      }
    }
    await desk.goTo('Committees');
    const wording = page.getByRole('cell', { name: /^Every display test passed/ });
    await wording.getByRole('button', { name: 'All of it' }).click();
    expect(await wording.textContent()).toContain(long('Every display test passed', 2000));
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });
});
