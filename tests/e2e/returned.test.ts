import { join } from 'node:path';
import { expect, it } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { commentPdf, findWords } from '../support/commentPdf.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { answersTo, flatten } from '../support/fillPaper.ts';
import { fillWithPdfium } from '../support/fillWithPdfium.ts';
import { scratchFolder } from '../support/scratch.ts';
import { makeTagPaper } from '../support/tagPaper.ts';
import { openApp } from '../support/window.ts';

it('takes a body’s answer back from its paper in two actions, and the comments in it in one more', async () => {
  const folder = scratchFolder();
  const { page, saveAs, settled } = await openApp(join(folder, 'store'));
  const desk = deskOf(page);
  await desk.begin('Ada Byron');
  await page.getByRole('button', { name: 'Explore the November 2021 sample' }).click();
  await page.getByRole('heading', { name: 'November 2021 SEC Release' }).waitFor();
  await page.getByLabel('As of today').fill('2021-10-20');
  await desk.goTo('Pack');
  const paper = join(folder, 'paper.pdf');
  await makeTagPaper(desk, { saveAs, settled }, paper);
  await settled();

  const answers = await answersTo(paper, ['AC-01', 'AC-02', 'AC-03'], {
    'AC-01': { position: 'supports', words: 'TAG supports without reservation.' },
    'AC-03': { position: 'supportsWithConditions', conditions: 'Retest TI-101\nPublish the results' },
  });
  const [filled, returned] = [join(folder, 'filled.pdf'), join(folder, 'returned.pdf')];
  await fillWithPdfium(paper, answers, filled);
  const place = await findWords(paper, 'AC-02', 4);
  await commentPdf(filled, returned, (pen) => {
    pen.note('Text', place, { T: 'Zoë Łuka', M: 'D:20211027', Contents: 'Is this all?' });
  });

  // One: it is dropped, wherever the person is.
  await desk.goTo('Scope');
  await dropFiles(page, page.getByRole('main'), [returned]);
  const dialog = page.getByRole('dialog', { name: 'The answer of TAG in TAG paper 2021-10-27' });
  const plan = dialog.getByRole('table', { name: 'What would be recorded' });
  await plan.getByText('TAG supports without reservation.').waitFor();
  expect(await plan.getByRole('row').allInnerTexts()).toHaveLength(3);
  expect(await dialog.getByText('No position yet on AC-02.').count()).toBe(1);
  expect(await axeFinds(page)).toEqual([]);
  // Two: it is recorded.
  await dialog.getByRole('button', { name: 'Record 2 views and 2 conditions' }).click();
  await page.getByText('Recorded 2 views and 2 conditions from TAG paper 2021-10-27.').waitFor();
  await page.getByRole('button', { name: 'Record 1 comment' }).click();
  await page.getByText('Recorded 1 comment on TAG paper 2021-10-27').waitFor();
  await settled();
  await desk.goTo('Conditions');
  await page.getByText('Publish the results').first().waitFor();
  await desk.goTo('Pack');
  await page.getByRole('region', { name: 'Comments on issued packs' }).getByText('Zoë Łuka').first().waitFor();

  // A print has no form: the window says so, and where its answers are typed in.
  const printed = join(folder, 'printed.pdf');
  await flatten(paper, answers, printed);
  await dropFiles(page, page.getByRole('main'), [printed]);
  await page.getByRole('alert').filter({ hasText: 'is TAG paper 2021-10-27 without its form' }).waitFor();
  await page.getByRole('button', { name: 'Open Committees' }).click();
  await page.getByText('Record a meeting').first().waitFor();
});
