import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { largeFacts } from '../documents/largeFacts.ts';
import { axeFinds } from '../support/axe.ts';
import { takeCalls, toldOf } from '../support/calls.ts';
import { deskOf } from '../support/desk.ts';
import { golive } from '../support/golive.ts';
import { drawn, openPreview } from '../support/openPreview.ts';
import { countRenders, takeRenders } from '../support/renders.ts';
import { scratchFolder } from '../support/scratch.ts';
import { makeTagPaper } from '../support/tagPaper.ts';
import { typeAndLeave } from '../support/typeAndLeave.ts';
import { openApp } from '../support/window.ts';

async function openSample() {
  const folder = scratchFolder();
  const opened = await openApp(join(folder, 'store'));
  const { page } = opened;
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
  await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
  await page.getByLabel('As of today').fill('2021-10-20');
  await desk.goTo('Pack');
  return { folder, desk, ...opened };
}

describe('the preview of the pack', () => {
  it('makes the pages once for a change, and keeps the page that the reader is on', async () => {
    const { app, page, desk, settled } = await openSample();
    await countRenders(page);
    await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
    await page.getByLabel('As of today').fill('2021-10-20');
    await desk.goTo('Pack');
    const { shows, number, field } = await openPreview(page, desk);
    for (const wording of ['First wording.', 'Second wording.', 'Third wording.']) {
      await settled();
      await takeCalls(app);
      await takeRenders(page);
      await typeAndLeave(field, wording);
      await shows(wording);
      await settled();
      const calls = await takeCalls(app);
      expect(calls.methods).toMatchObject({ 'record.edit': 1, 'pack.preview': 1 });
      expect(calls.largest).toBeLessThan(150_000);
      const { components, elements } = await takeRenders(page);
      expect(components).toBeLessThan(2000);
      expect(elements).toBeLessThan(100);
    }
    expect(await number.inputValue()).toBe('2');
  });
});

describe('a pack of 200 pages', () => {
  it('is made outside the window, which renders little meanwhile and is sent none of it', async () => {
    const folder = scratchFolder();
    const { app, page, choose, saveAs, settled } = await openApp(join(folder, 'store'));
    await countRenders(page);
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    const { release, criteria, evidence, views, risks } = largeFacts(164);
    const { name } = release;
    const file = join(folder, 'release.json');
    writeFileSync(
      file,
      JSON.stringify({ format: 'sec-golive/release', version: 1, release: { name }, criteria, evidence, views, risks }),
    );
    await choose([file]);
    await page.getByRole('button', { name: 'Import a release file…' }).click();
    await page.getByRole('heading', { name }).waitFor();
    await desk.goTo('Pack');
    await saveAs(join(folder, 'large.pdf'));
    await settled();
    await takeCalls(app);
    await takeRenders(page);
    const told = await toldOf(app, 'storeChanged');
    await page.getByRole('button', { name: 'Export draft…' }).click();
    await page.getByText(/^SHA-256/).waitFor();
    // The window also hears that the store moved on, sooner or later: the pack is in the history.
    await expect.poll(() => toldOf(app, 'storeChanged')).toBeGreaterThan(told);
    await settled();
    // The pages and their facts stay outside: the window hears of progress, and where the file lies.
    const { methods, bytes } = await takeCalls(app);
    expect(methods['pack.save']).toBe(1);
    expect(bytes).toBeLessThan(20_000);
    const { components, elements } = await takeRenders(page);
    expect(components).toBeLessThan(2500);
    expect(elements).toBeLessThan(500);
    const pages = /(\d+) pages, draft/.exec((await desk.region('Export the pack').textContent()) ?? '')?.[1];
    expect(Number(pages)).toBeGreaterThanOrEqual(195);
  });
});

describe('papers, editions and packs in the window', () => {
  it('makes a paper for the TAG, opens it to look at, takes its files out, and compares it with a pack', async () => {
    const { page, desk, folder, choose, saveAs, settled } = await openSample();
    const paper = join(folder, 'paper.pdf');
    await makeTagPaper(desk, { saveAs, settled }, paper);
    const papers = desk.region('Papers for the bodies');
    await saveAs(join(folder, 'again.pdf'));
    await papers.getByRole('button', { name: 'Save a copy of TAG paper 2021-10-27' }).click();
    await page.getByText('Saved TAG paper 2021-10-27 as again.pdf.').waitFor();
    expect(readFileSync(join(folder, 'again.pdf')).equals(readFileSync(paper))).toBe(true);

    const draft = join(folder, 'draft.pdf');
    await saveAs(draft);
    await page.getByRole('button', { name: 'Export draft…' }).click();
    await desk
      .region('Export the pack')
      .getByText(/^SHA-256/)
      .waitFor();

    await choose([draft]);
    await page.getByRole('button', { name: 'Open a pack…' }).click();
    const dialog = page.getByRole('dialog', { name: /draft\.pdf/ });
    await dialog.getByText('As it was made').waitFor();
    await dialog.getByText('SEC-GL 2021-11 · draft, as of 20 October 2021').waitFor();
    await dialog.getByRole('tab', { name: 'Criteria' }).click();
    await dialog.getByText('AC-01', { exact: true }).waitFor();
    await dialog.getByRole('tab', { name: 'Pages' }).click();
    await drawn(page.locator('iframe[title="Preview of draft.pdf"]'), (inside) => inside.locator('[data-drawn=done]'));
    await dialog.getByRole('tab', { name: 'Files in it' }).click();
    await choose([folder]);
    await dialog.getByRole('button', { name: 'Save them in a folder…' }).click();
    await page.getByText(/^Saved \d+ files in/).waitFor();
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['snapshot.json', 'manifest.json']));
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toMatch(/"pictured":\s*true/);
    await dialog.getByRole('tab', { name: 'What differs' }).click();
    await choose([paper]);
    await dialog.getByRole('button', { name: 'Compare with another pack…' }).click();
    await dialog.getByRole('region', { name: 'What changed from it to paper.pdf' }).waitFor();
    await dialog.getByRole('region', { name: 'Findings that changed from it to paper.pdf' }).waitFor();
  });

  it('shows what it can of a pack that differs, and says what differs', async () => {
    const { page, folder, choose, saveAs } = await openSample();
    const draft = join(folder, 'draft.pdf');
    await saveAs(draft);
    await page.getByRole('button', { name: 'Export draft…' }).click();
    await page.getByText(/^SHA-256/).waitFor();
    writeFileSync(draft, Buffer.concat([readFileSync(draft), Buffer.from('\n')]));
    await choose([draft]);
    await page.getByRole('button', { name: 'Open a pack…' }).click();
    const dialog = page.getByRole('dialog', { name: /draft\.pdf/ });
    await dialog.getByText('It differs from how it was made').waitFor();
    expect(await dialog.getByRole('alert').textContent()).toMatch(/\.\s*pages$/);
    await dialog.getByText('What stood open').waitFor();
  });

  it('axe finds nothing in an opened pack, light or dark', async () => {
    const { page, folder, choose, saveAs, settled } = await openSample();
    const draft = join(folder, 'draft.pdf');
    await saveAs(draft);
    await page.getByRole('button', { name: 'Export draft…' }).click();
    await page.getByText(/^SHA-256/).waitFor();
    await choose([draft]);
    await page.getByRole('button', { name: 'Open a pack…' }).click();
    const dialog = page.getByRole('dialog', { name: /draft\.pdf/ });
    await dialog.getByText('As it was made').waitFor();
    // What is fading away has the contrast of what fades.
    await expect.poll(() => page.locator('.mantine-Notification-root').count()).toBe(0);
    const found: Record<string, readonly string[]> = {};
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const tab of await dialog.getByRole('tab').all()) {
        await tab.click();
        await settled();
        found[`${await tab.textContent()} in ${colorScheme}`] = await axeFinds(page);
      }
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    expect(Object.keys(found)).toHaveLength(22);
  });
});

describe('a final in the window', () => {
  it('is judged beforehand as it will be, and stands as the last file of its own release alone', async () => {
    const folder = scratchFolder();
    const { page, saveAs } = await openApp(join(folder, 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.newRelease('November 2027 SEC Release');
    await desk.newRelease('June 2027 SEC Release');
    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    await desk.choose(desk.side('criterion AC-01'), "Owner's status", 'in progress');
    await desk.goTo('Pack');
    const panel = desk.region('Export the pack');
    await panel.getByText(/^A final is held up by \d+ blockers?/).waitFor();
    await panel.getByText('AC-01: in progress, and this is the final pack').first().waitFor();
    const issue = panel.getByRole('button', { name: 'Issue final…' });
    expect(await issue.getAttribute('aria-disabled')).toBe('true');
    await panel.getByLabel('Reason for issuing it all the same').fill('The CSC asked for it.');
    expect(await issue.getAttribute('aria-disabled')).toBe(null);
    // What another program adds to what holds it up was in nobody's sight when the reason was written.
    const table = join(folder, 'criteria.csv');
    writeFileSync(table, 'Reference,Text,Owner,Status\nAC-02,It is fast.,SECAS,Not met\n');
    const store = join(folder, 'store');
    const added = golive(store, 'import', 'criteria', table, '--release', 'June 2027 SEC Release', '--on-behalf');
    expect(added.err).toBe('');
    await panel.getByText(/has changed since this reason was written/).waitFor();
    expect(await issue.getAttribute('aria-disabled')).toBe('true');
    await panel.getByRole('button', { name: 'The reason holds for this, too' }).click();
    expect(await issue.getAttribute('aria-disabled')).toBe(null);
    await saveAs(join(folder, 'final.pdf'));
    await issue.click();
    await panel.getByText(/^Issued as/).waitFor();
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('button', { name: /^November 2027/ })
      .click();
    await desk.goTo('Pack');
    await panel.getByRole('button', { name: 'Export draft…' }).waitFor();
    expect(await panel.getByText(/^Issued as/).count()).toBe(0);
  });
});
