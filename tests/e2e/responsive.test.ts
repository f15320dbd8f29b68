import { expect, it } from 'vitest';
import { takeCalls } from '../support/calls.ts';
import { deskOf } from '../support/desk.ts';
import { golive, withFile } from '../support/golive.ts';
import { largeFile } from '../support/largeFile.ts';
import { places } from '../support/places.ts';
import { countRenders, takeRenders } from '../support/renders.ts';
import { typeAndLeave } from '../support/typeAndLeave.ts';
import { openApp } from '../support/window.ts';

/** What a screen may do to come up, whatever the release holds: a screen that shows every record passes this ten times. */
const most = { components: 1500, elements: 2000, bytes: 50_000 };
/** Who shows a row for each of 200 criteria, and a history that is read in one piece, say so here. */
const mostOf: Readonly<Record<string, Partial<typeof most>>> = {
  Criteria: { elements: 3000 },
  Committees: { components: 3500, elements: 7000 },
  History: { bytes: 1_500_000 },
};

/** What typing may call: a draft is kept, the field saves, and words that came to rest are checked. */
const besides = ['draft.keep', 'record.edit', 'spelling.check'];

async function openLarge() {
  const { store, file } = withFile(largeFile(0.2));
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const opened = await openApp(store);
  await countRenders(opened.page);
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  await desk.region('Criteria').waitFor();
  await opened.settled();
  return { desk, ...opened };
}

it('with 200 criteria, 2,000 evidence items and 5,000 issues a screen renders what it shows, and fetches no more', async () => {
  const { app, page, desk, settled } = await openLarge();
  const tooMuch: string[] = [];
  for (const place of places) {
    await takeRenders(page);
    await takeCalls(app);
    await desk.goTo(place);
    await settled();
    const work = { ...(await takeRenders(page)), ...(await takeCalls(app)) };
    const bounds = { ...most, ...mostOf[place] };
    expect(work.components, place).toBeGreaterThan(0);
    for (const what of ['components', 'elements', 'bytes'] as const)
      if (work[what] > bounds[what]) tooMuch.push(`${place}: ${work[what]} ${what}, at most ${bounds[what]}`);
  }
  expect(tooMuch).toEqual([]);
});

it('a key renders its field alone, and a saved field is one call', async () => {
  const { app, page, desk, settled } = await openLarge();
  await desk.goTo('Criteria');
  await page.getByRole('grid').getByRole('button', { name: 'AC-7', exact: true }).click();
  const field = desk.side('criterion AC-7').getByLabel('Wording', { exact: true });
  await field.focus();
  await settled();
  await takeRenders(page);
  await takeCalls(app);
  const words = ' and more words';
  for (const character of words) await page.keyboard.type(character);
  const { components, elements } = await takeRenders(page);
  expect(components).toBeGreaterThanOrEqual(words.length);
  // On a slow machine the draft is kept, or the field saves, between two keys; neither may be what a key waits for.
  const { methods } = await takeCalls(app);
  const saves = methods['record.edit'] ?? 0;
  expect(components).toBeLessThanOrEqual(20 * words.length + 2500 * saves);
  expect(elements).toBeLessThanOrEqual(words.length);
  expect(Object.keys(methods).filter((name) => !besides.includes(name))).toEqual([]);

  await typeAndLeave(field, 'Something else altogether.');
  await desk.saved();
  await settled();
  await takeRenders(page);
  await takeCalls(app);
  await typeAndLeave(field, 'Something else again.');
  await desk.saved();
  await settled();
  const saved = await takeCalls(app);
  expect(saved.methods['record.edit']).toBe(1);
  expect(Object.keys(saved.methods).filter((name) => !besides.includes(name))).toEqual([]);
  // What changed comes with the answer; all findings, or a second copy of the release, would not fit.
  expect(saved.largest).toBeLessThan(20_000);
  expect((await takeRenders(page)).components).toBeLessThan(2500);
});
