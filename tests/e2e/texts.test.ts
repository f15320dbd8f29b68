import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

/** The app with a release whose first test phase lies behind, User testing planned. */
async function withRelease(folder: string) {
  const opened = await openApp(join(folder, 'store'));
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  await desk.newRelease('June 2027 SEC Release');
  return { ...opened, desk };
}

describe('what goes out', () => {
  it('is read, saved and recorded as sent, and can be taken back', async () => {
    const folder = scratchFolder();
    const { page, desk, saveAs } = await withRelease(folder);
    await desk.goTo('Dates & TAD');
    await desk.add('Newsletter paragraph');
    const dialog = page.getByRole('dialog', { name: /^Newsletter paragraph, as of/ });
    await dialog.getByText('News of the June 2027 SEC Release').waitFor();
    await saveAs(join(folder, 'news.html'));
    await dialog.getByRole('button', { name: 'Save as HTML…' }).click();
    await page.getByText('Saved news.html.').waitFor();
    expect(readFileSync(join(folder, 'news.html'), 'utf8')).toContain('<h1>June 2027 SEC Release</h1>');
    await dialog.getByLabel('Sent on').fill('2026-03-02');
    await dialog.getByRole('button', { name: 'Record as sent' }).click();
    await page.getByText('Newsletter paragraph: recorded as sent').waitFor();
    await page.keyboard.press('Escape');
    const panel = desk.region('Texts to send');
    await panel.getByText('last sent on 2 March 2026').waitFor();
    await page.keyboard.press('Control+z');
    await panel.getByText('last sent on 2 March 2026').waitFor({ state: 'detached' });
  });

  it('is reported on for all releases at once', async () => {
    const folder = scratchFolder();
    const { page, desk, saveAs } = await withRelease(folder);
    await desk.goTo('All releases');
    await saveAs(join(folder, 'status.pdf'));
    await desk.add('Status report…');
    await page.getByText('Wrote status.pdf.').waitFor();
    expect(readFileSync(join(folder, 'status.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the facts of a submission', () => {
  it('are signed beside their pages by whoever has seen them', async () => {
    const { page, desk } = await withRelease(scratchFolder());
    await desk.goTo('Pack');
    await desk.add('Show the preview');
    const signatures = desk.region('Signatures under these facts');
    const button = signatures.getByRole('button', { name: 'I have seen these facts: sign' });
    await button.waitFor();
    expect(await button.isDisabled()).toBe(true);
    await desk.add('Add submission');
    await desk.fill(page.getByRole('region', { name: 'Submissions to the CSC' }), 'Submitted on', '2026-04-30');
    const day = page.getByRole('banner').locator('[data-as-of] input');
    await day.fill('1 March 2026');
    await day.press('Enter');
    const why = () => button.getAttribute('aria-description');
    await expect.poll(why).toContain('These pages are as of 1 March 2026');
    await page.getByRole('button', { name: 'Back to today' }).click();
    await expect.poll(why).toBeNull();
    await button.click();
    await page.getByText(/^Signed for SECAS: facts/).waitFor();
    await signatures.getByText(/The DCC has not signed the facts of the submission of 30 April 2026/).waitFor();
  });
});
