import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive, withFile } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { places } from '../support/places.ts';
import { openApp } from '../support/window.ts';
import { inTurn, report } from './measure.ts';
import { median } from './median.ts';

const runs = 5;
const words = 12;
const frame = 1000 / 60;

/** 200 criteria, 2,000 evidence items, 1,000 views and 5,000 test issues, in a window. */
async function openLarge() {
  const { store, file } = withFile(largeFile(0.2));
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const opened = await openApp(store);
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  await desk.region('Criteria').waitFor();
  await opened.settled();
  return { desk, ...opened };
}

/** From the click to the first frame after which the window answers within a frame again, in milliseconds. */
function timeTo(page: Page, place: string): Promise<number> {
  return page.evaluate(async (name) => {
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('nav[aria-label="Places"] button')];
    const button = buttons.find((each) => each.textContent?.startsWith(name));
    if (!button) throw new Error(`There is no place ${name}`);
    const before = document.querySelector('main')?.firstElementChild;
    const start = performance.now();
    button.click();
    for (let last = await next(); ; ) {
      const now = await next();
      if (now - last < 34 && document.querySelector('main')?.firstElementChild !== before) break;
      last = now;
    }
    return performance.now() - start;
  }, place);
}

it('shows each screen of a large release after a click', async () => {
  const { page, settled } = await openLarge();
  const works = Object.fromEntries(
    places.map((place) => [
      place,
      async () => {
        await settled();
        return timeTo(page, place);
      },
    ]),
  );
  const times = await inTurn(runs, works);
  const slowest = places.reduce((worst, place) =>
    median(times[place] ?? []) > median(times[worst] ?? []) ? place : worst,
  );
  console.info(`bench: the slowest screen is ${slowest}`);
  report('screen.click', times[slowest] ?? []);
});

it('answers each key of a large release in the next frames', async () => {
  const { page, desk, settled } = await openLarge();
  await desk.goTo('Criteria');
  await page.getByRole('grid').getByRole('button', { name: 'AC-7', exact: true }).click();
  const field = desk.side('criterion AC-7').getByLabel('Wording', { exact: true });
  await field.focus();
  await settled();
  await page.evaluate(() => {
    const slow = { longest: 0 };
    Object.assign(globalThis, { slow });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (/key|input/.test(entry.name)) slow.longest = Math.max(slow.longest, entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const { slowest } = await inTurn(words, {
    slowest: async (word) => {
      await page.keyboard.type(' and more words');
      // Long enough, once, for the field to save while typing goes on.
      await page.waitForTimeout(word === words / 2 ? 2300 : 100);
      return page.evaluate(() => {
        const { slow } = globalThis as unknown as { slow: { longest: number } };
        const { longest } = slow;
        slow.longest = 0;
        return longest;
      });
    },
  });
  // Keys that were answered within a frame are not told at all.
  const times = slowest.map((longest) => Math.max(longest, frame));
  report(
    'key.frame',
    times,
    times.map(() => frame),
  );
});

/** The keys that choose the next status of the list, and the one before it again. */
const steps = ['ArrowDown', 'ArrowUp'] as const;

it('shows the findings of a large release anew after the key that changes them', async () => {
  const { page, desk, settled } = await openLarge();
  await desk.become('DCC');
  await desk.goTo('Criteria');
  await page.getByRole('grid').getByRole('button', { name: 'AC-7', exact: true }).click();
  const status = desk.side('criterion AC-7').getByRole('combobox', { name: "Owner's status" });
  const { enter } = await inTurn(runs * 2, {
    enter: async (run) => {
      await status.click();
      await page.keyboard.press(steps[run % 2] ?? '');
      await settled();
      await page.evaluate(watchFindings);
      await page.keyboard.press('Enter');
      return page.evaluate(() => (globalThis as unknown as { findings: Promise<number> }).findings);
    },
  });
  report(
    'key.findings',
    enter,
    enter.map(() => frame),
  );
});

/** In the window: `findings` will be the time from the next key to the frame that shows other findings than before. */
function watchFindings(): void {
  const shown = () =>
    [...document.querySelectorAll('header small')].find((each) => each.textContent === 'Readiness')?.parentElement
      ?.textContent;
  const before = shown();
  const findings = new Promise<number>((done) => {
    const from = ({ timeStamp }: Event) => {
      const look = (now: number) => {
        if (shown() === before) requestAnimationFrame(look);
        else done(now - timeStamp);
      };
      requestAnimationFrame(look);
    };
    document.addEventListener('keydown', from, { once: true, capture: true });
  });
  Object.assign(globalThis, { findings });
}
