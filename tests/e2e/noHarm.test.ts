import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { name, openWith, releaseWith } from '../support/openWith.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

describe('no harm by a click', () => {
  it('a meeting’s sheet leaves what a body has said alone, asks before replacing it, and keeps what stood', async () => {
    const views = [
      {
        body: 'Testing Advisory Group',
        criterion: 'AC-02',
        askedOn: '2026-09-20',
        on: '2026-10-01',
        position: 'doesNotSupport',
        wording: 'Two issues are open.',
      },
      { body: 'TAG', criterion: 'AC-03', askedOn: '2026-10-01' },
    ];
    const { page, desk, facts } = await openWith(releaseWith({ views }));
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'Record a meeting…' }).click();
    const sheet = desk.region('Record a meeting');
    await sheet.getByRole('region', { name: 'AC-02' }).getByText('Does not support, 1 October 2026').waitFor();
    await sheet.getByRole('combobox', { name: 'All that are not answered yet' }).click();
    await page.getByRole('option', { name: 'Supports', exact: true }).click();
    await sheet.getByRole('button', { name: 'Record 3 views' }).click();
    await sheet.waitFor({ state: 'detached' });
    const objections = () => facts().views?.filter((view) => view.criterion === 'AC-02');
    expect(objections()).toMatchObject([{ position: 'doesNotSupport', on: '2026-10-01' }]);

    await page.getByRole('button', { name: 'Record a meeting…' }).click();
    const row = sheet.getByRole('region', { name: 'AC-02' });
    await row.getByText('Supports', { exact: true }).click();
    await sheet.getByRole('button', { name: 'Record 1 view' }).click();
    const asks = page.getByRole('dialog');
    await asks.getByText('Does not support, 1 October 2026').waitFor();
    await asks.getByRole('button', { name: 'Back to the sheet' }).click();
    await asks.waitFor({ state: 'detached' });
    expect(objections()).toHaveLength(1);
    await sheet.getByRole('button', { name: 'Record 1 view' }).click();
    await asks.getByRole('button', { name: 'Replace it' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(objections()).toHaveLength(2);
    // One body under two names is one column, and its earlier view is kept in sight.
    await page.getByRole('button', { name: 'TAG on AC-02: Supports, 1 earlier' }).click();
    const said = page.getByRole('list', { name: 'What TAG said of AC-02' });
    await said.getByText(/replaced on .* by “Supports”/).waitFor();
    await desk.goTo('Criteria');
    await page.getByRole('grid').getByRole('button', { name: 'AC-02', exact: true }).click();
    await said.getByText('“Two issues are open.”').waitFor();
  });

  it('a new release is the slot that was typed or none, and can be taken back or removed', async () => {
    const { page } = await openApp(join(scratchFolder(), 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    const begin = async (slot: string) => {
      await page.getByRole('button', { name: 'New release' }).first().click();
      await page.getByRole('dialog').getByRole('combobox', { name: 'Slot' }).fill(slot);
      await page.keyboard.press('Enter');
    };
    await begin('Novembr 2020');
    await page.getByRole('alert').getByText('“Novembr 2020” is no slot').waitFor();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Slot' }).fill('November 2020');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'November 2020 SEC Release', exact: true });
    await heading.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await heading.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await heading.waitFor();

    await desk.goTo('All releases');
    await page.getByRole('button', { name: 'Remove November 2020 SEC Release' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
    await heading.waitFor({ state: 'detached' });
    await page.getByText('No release yet').first().waitFor();
    await page.keyboard.press('Control+z');
    await heading.waitFor();
  });
});

describe('followed to the end', () => {
  it('conditions keep the number of their entry, and are open, overdue or discharged', async () => {
    const condition = (text: string, on: string) => ({ text, owner: 'DCC', due: { on }, proof: 'Its report.' });
    const { page, desk } = await openWith(
      releaseWith({
        conditions: [
          condition('Zebra', '2026-06-01'),
          condition('Mole', '2199-06-01'),
          condition('Ant', '2026-06-01'),
          { text: 'Yak' },
        ],
      }),
    );
    const open = desk.region('Conditions not discharged');
    await open.getByText('1 · Zebra').waitFor();
    await expect
      .poll(() => open.getByRole('listitem').allTextContents())
      .toMatchObject([
        expect.stringMatching(/1 · Zebra.*overdue, was due 1 June 2026/),
        expect.stringMatching(/2 · Mole.*Open, due 1 June 2199/),
        expect.stringMatching(/3 · Ant.*overdue/),
        expect.stringMatching(/4 · Yak.*No date/),
      ]);
    await open.getByRole('button', { name: '3 · Ant' }).click();
    const screen = page.getByRole('region', { name: 'Conditions', exact: true });
    await screen.getByText('3 · Ant').waitFor();
    const discharged = page.locator(':focus');
    await expect.poll(() => discharged.getAttribute('data-field')).toBe('dischargedOn');
    await discharged.fill('2026-06-20');
    await discharged.blur();
    await screen.getByText('20 June 2026; proof: Its report.').waitFor();
    // A link on the screen that one already sees leads to the record as well.
    const rules = desk.region('What the rulebook says of the conditions');
    await rules.locator('[data-target*=\'"field":"owner"\']').click();
    const cursor = page.locator('[data-record]', { has: page.locator(':focus') });
    await cursor.getByRole('button', { name: '4 · Yak', expanded: true }).waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('data-field')).toBe('owner');
    await desk.goTo('Overview');
    await expect.poll(() => open.getByRole('listitem').count()).toBe(3);
  });

  it('looking back shows the facts of that day everywhere, and old evidence may be dated', async () => {
    const { page, desk } = await openWith(
      releaseWith({
        evidence: [
          { reference: 'EV-001', title: 'Report', criteria: ['AC-01'], status: 'submitted', addedOn: '2026-11-01' },
        ],
        views: [{ body: 'TAG', criterion: 'AC-01', askedOn: '2026-09-01', on: '2026-11-10', position: 'supports' }],
      }),
    );
    const asOf = page.getByRole('banner').locator('[data-as-of] input');
    const asked = page.getByRole('button', { name: 'TAG on AC-01: asked' });
    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'TAG on AC-01: Supports' }).waitFor();
    await asOf.fill('2026-10-01');
    await asked.waitFor();
    await desk.goTo('Overview');
    await expect
      .poll(() => desk.region('Committees').getByRole('row', { name: /^TAG/ }).getByRole('cell').allTextContents())
      .toEqual(['TAG', '0', '0', '0', '1', '0', '3']);
    await desk.goTo('Evidence');
    await page.getByText('Nothing had been added by 1 October 2026').waitFor();
    await asOf.fill('2026-11-20');
    await page.getByRole('button', { name: 'EV-001@1' }).click();
    await desk.fill(desk.side('evidence item EV-001@1'), 'Added on', '2026-09-15');
    await asOf.fill('2026-10-01');
    await page.getByRole('button', { name: 'EV-001@1' }).waitFor();
  });

  it('a release says how far it has come, and once closed its findings stand as it was decided', async () => {
    const { page, desk, store } = await openWith({
      ...releaseWith({
        submissions: [{ on: '2026-05-01', presentedBy: ['SECAS', 'DCC'] }],
        decisions: [{ body: 'CSC', on: '2026-05-20', outcome: 'go', wording: 'The CSC agrees.' }],
      }),
      release: {
        name,
        kind: 'system',
        slot: '2026-06',
        goLive: { approvedDate: '2026-06-25', approvedBy: 'CSC', approvedOn: '2026-01-10', actualDate: '2026-06-25' },
      },
    });
    const banner = page.getByRole('banner');
    await banner.getByRole('button', { name: /SECAS.*Ada Byron/ }).waitFor();
    const asOf = banner.locator('[data-as-of] input');
    for (const [day, word] of [
      ['2026-04-01', 'In preparation'],
      ['2026-05-02', 'Submitted'],
      ['2026-05-21', 'Decided'],
      ['2026-06-25', 'Live'],
    ] as const) {
      await asOf.fill(day);
      await banner.getByText(word, { exact: true }).waitFor();
    }
    await asOf.fill('');
    await desk.goTo('Dates & TAD');
    await desk.region('Go-Live').waitFor();
    expect(await page.getByText('What if it went live on another day?').count()).toBe(0);
    // Nothing of what blocked it is asked of anybody any more, wherever it is named.
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('button', { name: 'June 2027', exact: true })
      .waitFor();
    await banner.getByText('No blocker').waitFor();
    await desk.goTo('All releases');
    await desk.region('Releases').locator('[data-tone]', { hasText: 'Live' }).waitFor();
    await desk.goTo('Overview');
    await page.getByRole('button', { name: 'Close the release' }).click();
    await banner.getByText('Closed', { exact: true }).waitFor();
    await page.getByText(/Its findings stand as of its decision, 20 May 2026/).waitFor();
    expect(golive(store, '--json', 'readiness', name).json()).toMatchObject({ asOf: '2026-05-20' });
    expect(golive(store, '--json', 'readiness', name, '--as-of', '2026-06-01').json()).toMatchObject({
      asOf: '2026-06-01',
    });
  });
});
