import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { openWith, releaseWith } from '../support/openWith.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

it('what a finding waits for is recorded in the finding, and no rule is called by its code', async () => {
  const criteria = [
    {
      reference: 'AC-01',
      text: 'Shown by its report.',
      owner: 'SECAS',
      bodies: ['TAG'],
      selfStatus: 'met',
      rationale: 'The report.',
    },
  ];
  const evidence = [
    { reference: 'EV-001', title: 'Report', criteria: ['AC-01'], provider: 'SECAS', status: 'submitted' },
  ];
  const { page, facts } = await openWith(
    releaseWith({ criteria, evidence, tad: { versions: [{ version: '1.0', issuedToTagOn: '2026-10-01' }] } }),
  );
  const late = page.getByRole('listitem').filter({ hasText: /TAD was issued to the TAG/ });
  await late.getByRole('button', { name: 'Record it here' }).click();
  await late.getByText('Nothing is recorded until you enter something.').waitFor();
  expect(facts().exceptions ?? []).toEqual([]);
  expect(await late.getByLabel('Accepted by').evaluate((field) => field === document.activeElement)).toBe(true);
  await late.getByLabel('On', { exact: true }).fill('2026-11-10');
  await late.getByLabel('Reference', { exact: true }).fill('CSC 2026/11');
  await late.getByLabel('Reason', { exact: true }).fill('The TAG agreed to it.');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => facts().exceptions)
    .toMatchObject([
      {
        rule: 'tad.to-tag-9-months',
        body: 'CSC',
        on: '2026-11-10',
        reference: 'CSC 2026/11',
        reason: 'The TAG agreed to it.',
      },
    ]);
  await late.getByText(/exception agreed by the CSC on 10 November 2026/).waitFor();
  const waiting = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Accept it here' }) });
  await waiting.first().getByRole('button', { name: 'Accept it here' }).click();
  await expect.poll(() => facts().evidence).toMatchObject([{ status: 'accepted' }]);
  expect(await page.locator('main').textContent()).not.toMatch(/\b(tad|scope|input|criteria|evidence|golive)\.[a-z]/);
});

it('a release that was just begun shows the way, with what is there already and what is optional', async () => {
  const { page } = await openApp(scratchFolder());
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  const way = desk.region('The way to the pack');
  expect(await way.getByRole('listitem').count()).toBe(7);
  await way.getByText('optional', { exact: true }).waitFor();
  await way.getByRole('button', { name: 'Import or enter the criteria' }).click();
  await desk.region('Acceptance criteria').waitFor();
});

it('what cannot be told yet is one line for each area, with as many as it opens', async () => {
  const { page } = await openWith(
    releaseWith({
      modifications: ['MP301', 'MP302'].map((reference) => ({ reference, status: 'approved', inScope: true })),
      tad: { versions: [{ version: '1.0' }] },
    }),
  );
  const lines = page.locator('main').getByRole('listitem').filter({ hasText: 'Cannot tell' });
  const folds = page.locator('main').getByRole('group').filter({ hasText: 'cannot tell yet' });
  await folds.first().waitFor();
  expect(await lines.filter({ visible: true }).count()).toBe(0);
  for (const fold of await folds.all()) {
    const said = Number(/(\d+) cannot tell yet/.exec((await fold.textContent()) ?? '')?.[1]);
    await fold.locator('summary').click();
    // What is said of several for one reason, or by several rules in the same words, is one line.
    const told = await fold
      .locator('ul > li')
      .filter({ visible: true })
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-findings'))));
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(said);
  }
  expect(await lines.filter({ visible: true }).count()).toBeGreaterThan(4);
});

it('who works for the DCC is offered first to receive what SECAS sent', async () => {
  const { page } = await openApp(scratchFolder());
  await page.getByLabel('Your name').fill('Bo Test');
  await page.getByText('DCC', { exact: true }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { name: 'No release yet' }).waitFor();
  expect(await page.getByRole('main').getByRole('button').first().textContent()).toBe('Receive a bundle…');
});
