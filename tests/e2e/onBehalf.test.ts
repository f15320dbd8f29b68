import { expect, it } from 'vitest';
import { openWith, releaseWith } from '../support/openWith.ts';

const content = releaseWith({
  tad: { versions: [{ version: '1.0', issuedToTagOn: '2026-09-20' }] },
  userTesting: { planned: true },
});

it('what the other side keeps is text under a title that says so once, and is recorded for it by one switch', async () => {
  const { desk, facts } = await openWith(content);
  await desk.goTo('Dates & TAD');
  const tad = desk.region('Testing Approach Document');
  expect(await tad.getByText('the DCC keeps this').count()).toBe(1);
  await tad.getByRole('button', { name: '1 · 1.0' }).click();
  await tad.getByRole('group', { name: 'Issued to the TAG on' }).getByText('20 September 2026').waitFor();
  expect(await tad.getByRole('textbox').count()).toBe(0);
  expect(await tad.getByRole('button', { name: 'Add TAD version' }).count()).toBe(0);

  const record = tad.getByRole('switch', { name: 'Record for the DCC' });
  await record.check();
  await tad.getByRole('button', { name: 'Add TAD version' }).waitFor();
  await desk.fill(tad, 'Finalised on', '2026-10-01');
  const words = /^recorded by Ada Byron, SECAS, for the DCC on .+, to be confirmed$/;
  await tad.getByText(words).waitFor();
  await tad.getByText('1 value to be confirmed').waitFor();
  expect(await tad.getByRole('button', { name: 'Confirm Finalised on' }).count()).toBe(0);
  // Only this panel records for the other side.
  const testing = desk.region('User testing');
  expect(await testing.getByRole('textbox').count()).toBe(0);
  await record.uncheck();
  expect(await tad.getByRole('textbox').count()).toBe(0);
  const versions = () => (facts().tad as unknown as { versions: Record<string, unknown>[] }).versions;
  expect(versions()[0]).toMatchObject({ finalisedOn: '2026-10-01', onBehalf: [{ field: 'finalisedOn', for: 'DCC' }] });

  // A recommendation is each side's own word: no switch gives it to the other one.
  await desk.goTo('Pack');
  const asked = desk.region('What the CSC is asked');
  const dcc = asked.getByRole('group', { name: /DCC/ }).first();
  await dcc.waitFor();
  expect(await asked.getByRole('switch').count()).toBe(0);

  await desk.become('DCC');
  await desk.goTo('Dates & TAD');
  await tad.getByRole('button', { name: '1 · 1.0' }).click();
  await tad.getByRole('button', { name: 'Confirm Finalised on' }).click();
  await tad.getByText('1 value to be confirmed').waitFor({ state: 'detached' });
  expect(versions()[0]).toMatchObject({ finalisedOn: '2026-10-01' });
  expect(versions()[0]?.onBehalf ?? null).toBeNull();
});

it('a record is read as a sentence, edited where it was clicked on, and Escape gives back what stood there', async () => {
  const { page, desk, facts } = await openWith(
    releaseWith({ conditions: [{ text: 'Zebra', owner: 'DCC', proof: 'Its report.' }, { text: 'Mole' }] }),
  );
  await desk.goTo('Conditions & risks');
  const list = page.getByRole('region', { name: 'Conditions', exact: true });
  await list.getByText('Its report.').waitFor();
  expect(await list.getByRole('textbox').count()).toBe(0);
  await list.getByText('Its report.').click();
  const focused = page.locator(':focus');
  await expect.poll(() => focused.getAttribute('data-field')).toBe('proof');
  await focused.fill('Another report.');
  await page.keyboard.press('Escape');
  expect(await focused.inputValue()).toBe('Its report.');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused.getAttribute('aria-expanded')).toBe('false');
  expect(await list.getByRole('textbox').count()).toBe(0);
  await page.keyboard.press('F2');
  await expect.poll(() => focused.evaluate((element) => element.matches('input, textarea'))).toBe(true);
  await list.getByRole('button', { name: '2 · Mole' }).click();
  await list.getByRole('button', { name: '1 · Zebra', expanded: false }).waitFor();
  expect(facts().conditions).toContainEqual(expect.objectContaining({ text: 'Zebra', proof: 'Its report.' }));
});
