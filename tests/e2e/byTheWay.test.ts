import { describe, expect, it } from 'vitest';
import { openWith, releaseWith } from '../support/openWith.ts';

describe('nothing by the way', () => {
  it('a cell of the views opens an empty form; nobody was asked before somebody says so', async () => {
    const { page, desk, facts } = await openWith(releaseWith());
    await desk.goTo('Committees');
    const cell = page.getByRole('button', { name: 'TAG on AC-02: not asked' });
    await cell.click();
    const view = desk.side('view TAG on AC-02');
    await view.getByText('Nothing is recorded until you enter something.').waitFor();
    await desk.goTo('Overview');
    await desk.goTo('Committees');
    await cell.click();
    expect(facts().views ?? []).toEqual([]);
    await desk.fill(view, 'Asked on', '2026-09-01');
    await page.getByRole('button', { name: 'TAG on AC-02: asked' }).waitFor();
    expect(facts().views).toMatchObject([{ body: 'TAG', criterion: 'AC-02', askedOn: '2026-09-01' }]);
    expect(facts().views).toHaveLength(1);
  });

  it('a finding’s link opens an empty form; the record comes with the first value, and the cursor goes on', async () => {
    const { page, desk, facts } = await openWith(
      releaseWith({ tad: { versions: [{ version: '1.0', issuedToTagOn: '2026-10-01' }] } }),
    );
    const rules = page.getByRole('listitem').filter({ hasText: 'TAD was issued to the TAG' });
    const link = rules.getByRole('button', { name: 'Conditions & risks' });
    await link.click();
    const list = desk.region('Accepted shortfalls');
    await list.getByText('Nothing is recorded until you enter something.').waitFor();
    await list.getByText(/Covers nothing yet/).waitFor();
    expect(await list.getByRole('combobox', { name: 'Rule' }).inputValue()).toMatch(/nine months before \(missed\)$/);
    await desk.goTo('Overview');
    await link.waitFor();
    expect(facts().exceptions ?? []).toEqual([]);
    await link.click();
    await list.getByLabel('Reference', { exact: true }).fill('CSC 2026/11');
    await page.keyboard.press('Tab');
    const reason = list.getByLabel('Reason', { exact: true });
    await reason.pressSequentially('The TAG agreed.');
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await desk.goTo('Overview');
    await desk.saved();
    expect(facts().exceptions).toMatchObject([
      { rule: 'tad.to-tag-9-months', body: 'CSC', reference: 'CSC 2026/11', reason: 'The TAG agreed.' },
    ]);
    expect(facts().exceptions).toHaveLength(1);
    await page.getByRole('banner').getByRole('heading').click();
    await page.keyboard.press('Control+z');
    await page.getByText('Took back: Reason of exception to “TAD issued to the TAG nine months before”.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Took back: the new exception to “TAD issued to the TAG nine months before”.').waitFor();
    // What can be done again is another thing by now.
    await page.getByText('Took back: Reason').waitFor({ state: 'detached' });
    expect(facts().exceptions ?? []).toEqual([]);
  });

  it('a half-filled meeting sheet waits for its person, and its words for a position', async () => {
    const { page, desk, facts } = await openWith(releaseWith());
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'Record a meeting…' }).click();
    const sheet = desk.region('Record a meeting');
    await sheet.getByLabel('Paper').fill('TAG_200_0101');
    await sheet.getByLabel('Met on').fill('2026-11-20');
    const row = sheet.getByRole('region', { name: 'AC-03' });
    await row.getByLabel('Wording on AC-03').fill('Content with it.');
    await sheet.getByRole('region', { name: 'AC-01' }).getByText('Supports', { exact: true }).click();
    await desk.goTo('Criteria');
    await sheet.waitFor({ state: 'detached' });
    await desk.goTo('Committees');
    expect(await sheet.getByLabel('Paper').inputValue()).toBe('TAG_200_0101');
    expect(await row.getByLabel('Wording on AC-03').inputValue()).toBe('Content with it.');
    await sheet.getByRole('button', { name: 'Record 2 views' }).click();
    await sheet
      .getByRole('alert')
      .getByText(/AC-03 has words and no position/)
      .waitFor();
    expect(facts().views ?? []).toEqual([]);
    await row.getByText('Supports', { exact: true }).click();
    await sheet.getByRole('button', { name: 'Record 2 views' }).click();
    await sheet.waitFor({ state: 'detached' });
    const said = { paper: 'TAG_200_0101', on: '2026-11-20', position: 'supports' };
    expect(facts().views).toMatchObject([
      { ...said, criterion: 'AC-01' },
      { ...said, criterion: 'AC-03', wording: 'Content with it.' },
    ]);
    await desk.goTo('Criteria');
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'TAG on AC-03: Supports' }).waitFor();
    expect(await sheet.isVisible()).toBe(false);
  });

  it('what is accepted stays so until somebody says otherwise', async () => {
    const { page, desk, facts } = await openWith(
      releaseWith({ evidence: [{ reference: 'EV-001', criteria: ['AC-01'], provider: 'SECAS', status: 'submitted' }] }),
    );
    await desk.goTo('Evidence');
    await page.getByRole('button', { name: 'EV-001@1' }).click();
    const side = desk.side('evidence item EV-001@1');
    await side.getByRole('button', { name: 'Accept', exact: true }).click();
    await side.getByRole('button', { name: 'Submit again…' }).click();
    const asks = page.getByRole('dialog', { name: 'EV-001@1 is accepted' });
    await asks.getByText('It was accepted by Ada Byron, SECAS.').waitFor();
    await asks.getByRole('button', { name: 'Keep the acceptance' }).click();
    await asks.waitFor({ state: 'detached' });
    expect(facts().evidence).toMatchObject([{ status: 'accepted' }]);
    await side.getByRole('button', { name: 'Submit again…' }).click();
    await asks.getByRole('button', { name: 'Submit again', exact: true }).click();
    await side.getByRole('button', { name: 'Accept', exact: true }).waitFor();
    expect(facts().evidence).toMatchObject([{ status: 'submitted' }]);
    await desk.become('DCC');
    await expect.poll(() => side.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
  });

  it('each place opens at its top and is found again where it was; today is one click away, and so is finding', async () => {
    const { page, desk } = await openWith(releaseWith());
    const top = () => page.locator('#main').evaluate((main) => main.scrollTop);
    await desk.goTo('Dates');
    await page.locator('#main').evaluate((main) => main.scrollTo(0, 300));
    await expect.poll(top).toBe(300);
    await desk.goTo('Pack');
    await expect.poll(top).toBe(0);
    await desk.goTo('Dates');
    await expect.poll(top).toBe(300);
    const asOf = page.getByRole('banner').locator('[data-as-of] input');
    const today = await asOf.inputValue();
    await asOf.fill('2026-05-01');
    await page.getByRole('button', { name: 'Back to today' }).click();
    await expect.poll(() => asOf.inputValue()).toBe(today);
    await asOf.fill('2026-05-01');
    await page.getByText('Judged as of').waitFor();
    await asOf.fill('');
    await asOf.blur();
    await expect.poll(() => asOf.inputValue()).toBe(today);
    await page.getByText('As of today').waitFor();
    await desk.region('Dated parts').getByRole('button', { name: /^Add/ }).click();
    await page.locator('main input:focus').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Find anything').waitFor();
  });
});
