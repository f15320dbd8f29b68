import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inProject } from '../../build/paths.mjs';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { openWith, releaseWith } from '../support/openWith.ts';
import { places } from '../support/places.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

interface Flaws {
  readonly scrollbars: readonly string[];
  readonly clipped: readonly string[];
  /** Dates in the cells of a grid that take two lines, or are cut: a date is one word. */
  readonly brokenDates: readonly string[];
}

/**
 * From the boxes as they are drawn: what scrolls, and what text runs out of its place without an ellipsis that says so.
 * What is for screen readers alone has no box to be seen.
 */
function flawsOf(page: Page): Promise<Flaws> {
  return page.evaluate(() => {
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') || (element instanceof HTMLInputElement ? element.value : element.textContent) || '').trim().slice(0, 40)}”`;
    const shown = [...document.querySelectorAll<HTMLElement>('#main, #main *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.clientWidth > 1,
    );
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    const scrollbars = shown.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const down = scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return down || (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1);
    });
    const clipped = shown.filter((element) => {
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element);
      if (overflowX === 'visible' || scrolls(overflowX) || element.scrollWidth <= element.clientWidth + 1) return false;
      // Cut with an ellipsis, and told whole by its tooltip.
      const isTold = element.closest('[title]') !== null || element.matches('input');
      return !(textOverflow === 'ellipsis' && isTold) && webkitLineClamp === 'none' && element.textContent !== '';
    });
    // What is cut in a field at rest says so; its text is no child of it.
    const cut = shown.filter(
      (element) =>
        element instanceof HTMLInputElement &&
        element.value !== '' &&
        element.scrollWidth > element.clientWidth + 1 &&
        getComputedStyle(element).textOverflow !== 'ellipsis',
    );
    const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
    const isDate = new RegExp(`^\\d{1,2} (${months}) \\d{4}$`);
    const brokenDates = shown.filter((element) => {
      if (element.role !== 'gridcell' || !isDate.test(element.textContent?.trim() ?? '')) return false;
      const words = document.createRange();
      words.selectNodeContents(element);
      const lines = new Set([...words.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size !== 1 || element.scrollWidth > element.clientWidth;
    });
    return {
      scrollbars: scrollbars.map(named),
      clipped: [...clipped, ...cut].map(named),
      brokenDates: brokenDates.map(named),
    };
  });
}

it('every screen at 1280 × 800 has one scrollbar at most, cuts no text without an ellipsis and a tooltip, and breaks no date', async () => {
  const store = `${scratchFolder()}/store`;
  const sample = golive(store, 'release', 'import', inProject('build/sample/november-2021-sec-release.json'));
  expect(sample.code, sample.err).toBe(0);
  const { app, page, settled } = await openApp(store);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  const look = async (where: string) => {
    await settled();
    const { scrollbars, clipped, brokenDates } = await flawsOf(page);
    expect(scrollbars.length, `${where}: ${scrollbars.join('; ')}`).toBeLessThanOrEqual(1);
    expect(clipped, where).toEqual([]);
    expect(brokenDates, where).toEqual([]);
  };
  let scrolled = 0;
  for (const place of [...places, 'DCC exchange', 'Settings']) {
    await desk.goTo(place);
    await look(place);
    scrolled += (await flawsOf(page)).scrollbars.length;
  }
  // The check sees scrollbars where there are any.
  expect(scrolled).toBeGreaterThan(3);
  // Beside the panel of one record there is less room.
  await desk.goTo('Criteria');
  await page.getByRole('grid').getByRole('button', { name: 'AC-02', exact: true }).click();
  await desk.side('criterion AC-02').waitFor();
  await look('Criteria with a criterion');
  await desk.goTo('Evidence');
  await page.getByRole('grid').getByRole('button', { name: 'EV-001@2', exact: true }).click();
  await desk.side('evidence item EV-001@2').waitFor();
  await look('Evidence with an item');
});

it('the panel of a record begins in sight, wherever its list was scrolled to, and ends where its screen can be scrolled to', async () => {
  const modifications = Array.from({ length: 60 }, (_, at) => ({ reference: `MP${at + 100}`, title: 'A title' }));
  const { app, page, desk, settled } = await openWith(releaseWith({ modifications }));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  await desk.goTo('Scope & RID');
  for (const reference of ['MP155', 'MP120']) {
    const row = page.getByRole('grid').getByRole('button', { name: reference, exact: true });
    await page.locator('#main').evaluate((main, at) => main.scrollTo(0, at), reference === 'MP155' ? 1800 : 700);
    await row.click();
    const side = desk.side(`modification ${reference}`);
    await side.waitFor();
    await settled();
    const seen = await side.evaluate((panel) => {
      const main = document.querySelector('#main') as HTMLElement;
      const [box, around] = [panel.getBoundingClientRect(), main.getBoundingClientRect()];
      const left = main.scrollHeight - main.clientHeight - main.scrollTop;
      return { begins: box.top - around.top, beyond: box.bottom - around.bottom - left };
    });
    expect(seen.begins, reference).toBeGreaterThanOrEqual(-1);
    expect(seen.begins, reference).toBeLessThan(40);
    expect(seen.beyond, reference).toBeLessThanOrEqual(0);
    expect((await flawsOf(page)).scrollbars.length, reference).toBe(1);
  }
});
