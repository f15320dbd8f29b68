import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { withSample } from '../support/golive.ts';
import { outlookMessage } from '../support/outlookMessage.ts';
import { paragraph, writeDocx } from '../support/previewFiles.ts';
import { openApp } from '../support/window.ts';

const input = (name: string) => fileURLToPath(new URL(`../fixtures/inputs/${name}`, import.meta.url));

async function importDialog(kind: string, organisation: 'SECAS' | 'DCC') {
  const { store, folder } = withSample();
  const { page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  if (organisation === 'DCC') await desk.become('DCC');
  await page.getByRole('button', { name: /^Find anything/ }).click();
  await page.getByLabel('Find anything').fill(`Import ${kind}`);
  await page.getByText(`Import ${kind}…`).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Import ${kind}` });
  await dialog.waitFor();
  const place = dialog.locator('[data-over]');
  // The dialog comes in with a movement; what is dropped beside the place is lost.
  await place.click({ trial: true });
  return { page, folder, dialog, place };
}

describe('other people’s files in the import’s dialog', () => {
  it('a Word document gives its table of criteria, with the clause of its heading', async () => {
    const { page, dialog, place } = await importDialog('acceptance criteria', 'SECAS');
    await dropFiles(page, place, [input('rid.docx')]);
    await dialog.getByText('The number of the heading above the table, 2, is taken as the RID clause.').waitFor();
    expect(await dialog.getByRole('combobox', { name: 'Table' }).inputValue()).toBe('2 Acceptance criteria (table 2)');
    await dialog.getByRole('button', { name: /^Take \d rows/ }).click();
    await page.getByText(/^Took \d+ new/).waitFor();
  });

  it('many files of one run are one phase', async () => {
    const { page, folder, dialog, place } = await importDialog('test results', 'DCC');
    const files = Array.from({ length: 40 }, (_, index) => join(folder, `TEST-${index}.xml`));
    for (const [index, file] of files.entries())
      writeFileSync(file, readFileSync(input('surefire-TEST-1.xml'), 'utf8').replaceAll('Meter1', `Meter${index}`));
    await dropFiles(page, place, files);
    await dialog.getByText('40 files of one run were chosen; say which test phase they are.').waitFor();
    await dialog.getByLabel('Test phase').fill('SIT rerun');
    await dialog.getByLabel('Test phase').blur();
    await dialog.getByText('40 files of one run were counted into one phase.').waitFor();
    await dialog.getByText('planned 80').waitFor();
    await dialog.getByRole('button', { name: 'Take 1 row' }).click();
    await page.getByText('Took 1 new and 0 changed').waitFor();
  });

  it('a word that nobody knows is asked for before anything can be taken', async () => {
    const { page, folder, dialog, place } = await importDialog('test issues', 'DCC');
    mkdirSync(join(folder, 'in'));
    const file = join(folder, 'in', 'dates and words.csv');
    copyFileSync(input('unknown-status.csv'), file);
    await dropFiles(page, place, [file]);
    await dialog.getByText('To be said first').waitFor();
    expect(await dialog.getByRole('button', { name: /^(Take|Nothing to take)/ }).isDisabled()).toBe(true);
    for (const [word, meaning] of [
      ['Fixed', 'Closed'],
      ['Parked', 'Leave blank'],
    ] as const) {
      await dialog.getByRole('combobox', { name: `“${word}” in Status` }).click();
      await page.getByRole('option', { name: meaning, exact: true }).click();
    }
    await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
    await page.getByText('Took 2 new and 0 changed').waitFor();
  });

  it('what the other side keeps is refused before it is taken, and taken once it is recorded for them', async () => {
    const { page, folder, dialog, place } = await importDialog('test issues', 'SECAS');
    const file = join(folder, 'issues.csv');
    writeFileSync(file, 'Issue key,Summary,Severity,Status\nDEF-1,Join fails,1,Open\nDEF-2,Slow alert,3,Closed\n');
    await dropFiles(page, place, [file]);
    await dialog.getByText('2 refused').waitFor();
    expect(await dialog.getByText(/^Test issues are kept by the DCC/).count()).toBe(2);
    expect(await dialog.getByRole('button', { name: 'Nothing to take' }).isDisabled()).toBe(true);
    await dialog.getByRole('switch', { name: 'Record for the DCC' }).check();
    await dialog.getByText('2 refused').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Take 2 rows' }).click();
    await page.getByText('Took 2 new and 0 changed').waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  it('a table of which some rows are refused stays, with these rows and what they lack', async () => {
    const { page, folder, dialog, place } = await importDialog('views from a meeting', 'SECAS');
    const file = join(folder, 'views.csv');
    writeFileSync(file, 'Criterion,Body,Position,Date\nAC-01,TAG,Supports,2021-10-19\nAC-99,TAG,Supports,2021-10-19\n');
    await dropFiles(page, place, [file]);
    await dialog.getByRole('button', { name: 'Take 1 row' }).click();
    await page.getByText('Took 1 new and 0 changed. 1 row was refused, row 3: There is no criterion AC-99').waitFor();
    await dialog.getByText('0 new').waitFor();
    expect(await dialog.getByRole('checkbox', { name: /^Take row/ }).count()).toBe(1);
    expect(await dialog.getByRole('button', { name: 'Nothing to take' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog.waitFor({ state: 'detached' });
  });
});

/** The window on a screen of the sample, where files are dropped as a person drops them: anywhere. */
async function onScreen(place: string, organisation: 'SECAS' | 'DCC') {
  const { store, folder } = withSample();
  const { page } = await openApp(store);
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  if (organisation === 'DCC') await desk.become('DCC');
  await desk.goTo(place);
  const drop = (files: readonly string[]) => dropFiles(page, page.getByRole('main'), files);
  return { page, desk, folder, drop };
}

describe('files dropped anywhere', () => {
  it('a Word RID on the criteria: its table is taken, and the file kept as evidence, too', async () => {
    const { page, desk, drop } = await onScreen('Criteria', 'SECAS');
    await drop([input('rid.docx')]);
    const dialog = page.getByRole('dialog', { name: 'Import acceptance criteria' });
    await dialog.getByText('The number of the heading above the table, 2, is taken as the RID clause.').waitFor();
    const choice = dialog.getByRole('radiogroup', { name: 'What rid.docx is' });
    expect(await choice.getByRole('radio', { name: 'Take its criteria' }).isChecked()).toBe(true);
    // By the keyboard alone: evidence only, and back.
    await choice.getByRole('radio', { name: 'Take its criteria' }).focus();
    await page.keyboard.press('ArrowRight');
    await dialog.getByRole('button', { name: 'Keep it as evidence' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await dialog.getByLabel('Keep the file as evidence, too').check();
    await dialog.getByRole('button', { name: /^Take \d rows/ }).click();
    await page.getByText(/^Took \d+ new/).waitFor();
    await page.getByText('Attached EV-006.').waitFor();
    await desk.goTo('Evidence');
    await desk.region('Evidence').getByRole('button', { name: 'EV-006@1' }).waitFor();
  });

  it('a Word document without a table is offered as evidence, in one key', async () => {
    const { page, desk, folder, drop } = await onScreen('Criteria', 'SECAS');
    const file = await writeDocx(join(folder, 'Minutes of the CSC.docx'), paragraph('words'));
    await drop([file]);
    const dialog = page.getByRole('dialog', { name: 'Import acceptance criteria' });
    await dialog.getByText(/is a Word document without a table/).waitFor();
    await dialog.getByRole('button', { name: 'Keep it as evidence' }).press('Enter');
    await desk.region('Evidence').getByRole('button', { name: 'EV-006@1' }).waitFor();
  });

  it('an Outlook message: title, date, sender, words, and its attachment as evidence of its own', async () => {
    const { page, desk, folder, drop } = await onScreen('Criteria', 'SECAS');
    const file = join(folder, 'AC-01 review.msg');
    writeFileSync(file, outlookMessage());
    await drop([file]);
    const grid = page.getByRole('grid', { name: 'Evidence' });
    await grid.getByText('Exit review of SIT').waitFor();
    await grid.getByText('25 June 2026').waitFor();
    await grid.getByRole('button', { name: 'EV-006@1' }).click();
    const preview = page.getByRole('region', { name: 'Preview of AC-01 review.msg' });
    await preview.getByText('Ada Byron <ada@example.org>').waitFor();
    await preview.getByText(/The review has passed\./).waitFor();
    await preview.getByRole('button', { name: 'Add report.pdf as evidence' }).press('Enter');
    await page.getByText('Attached EV-007.').waitFor();
    await grid.getByRole('button', { name: 'EV-007@1' }).click();
    const side = desk.side('evidence item EV-007@1');
    await side.getByText('report.pdf', { exact: true }).waitFor();
    await preview.waitFor({ state: 'detached' });
  });

  it('forty TEST-*.xml on the testing screen: one phase', async () => {
    const { page, folder, drop } = await onScreen('Testing', 'DCC');
    const files = Array.from({ length: 40 }, (_, index) => join(folder, `TEST-${index}.xml`));
    for (const [index, file] of files.entries())
      writeFileSync(file, readFileSync(input('surefire-TEST-1.xml'), 'utf8').replaceAll('Meter1', `Meter${index}`));
    await drop(files);
    const dialog = page.getByRole('dialog', { name: 'Import test results' });
    await dialog.getByText('40 files of one run were chosen; say which test phase they are.').waitFor();
    await dialog.getByLabel('Test phase').fill('SIT rerun');
    await dialog.getByLabel('Test phase').press('Enter');
    await dialog.getByText('40 files of one run were counted into one phase.').waitFor();
    await dialog.getByText('planned 80').waitFor();
    await dialog.getByRole('button', { name: 'Take 1 row' }).click();
    await page.getByText('Took 1 new and 0 changed').waitFor();
    await page
      .getByRole('region', { name: /^Test phases/ })
      .getByText('SIT rerun')
      .first()
      .waitFor();
  });

  it('a folder of them, which names its phase', async () => {
    const { page, folder, drop } = await onScreen('Testing', 'DCC');
    mkdirSync(join(folder, 'UIT rerun'));
    for (const name of ['surefire-TEST-1.xml', 'surefire-TEST-2.xml'])
      copyFileSync(input(name), join(folder, 'UIT rerun', name));
    await drop([join(folder, 'UIT rerun')]);
    const dialog = page.getByRole('dialog', { name: 'Import test results' });
    await dialog.getByText('2 files of one run were counted into one phase.').waitFor();
    await dialog.getByText('UIT rerun').first().waitFor();
    await dialog.getByRole('button', { name: 'Take 1 row' }).waitFor();
  });

  it('a table on the testing screen is read as issues, and as results when that is said', async () => {
    const { page, drop } = await onScreen('Testing', 'DCC');
    await drop([input('testrail-run.csv')]);
    await page.getByRole('dialog', { name: 'Import test issues' }).getByText('Take its test results').click();
    const dialog = page.getByRole('dialog', { name: 'Import test results' });
    await dialog.getByRole('button', { name: /^Take 1 row/ }).waitFor();
  });
});
