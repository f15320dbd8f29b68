import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedPerson } from '../support/actions.ts';
import { pendingCalls, takeCalls } from '../support/calls.ts';
import { daysAgo } from '../support/daysAgo.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withFile } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const criteria = Array.from({ length: 15 }, (_, at) => ({
  reference: `AC-${String(at + 1).padStart(2, '0')}`,
  text: `Criterion ${at + 1} is shown to be met by its report.`,
  owner: 'SECAS',
  bodies: at < 8 ? ['TAG'] : ['OPSG'],
}));

function releaseWith(more: object = {}) {
  return {
    format: 'sec-golive/release',
    version: 1,
    release: { name: 'June 2027 SEC Release', kind: 'system', slot: '2027-06' },
    criteria: criteria.map((criterion) => ({ ...criterion, bodies: ['TAG'] })),
    meetings: [{ body: 'TAG', on: '2026-11-18' }],
    ...more,
  };
}

async function openRelease(content: object) {
  const { folder, store, file } = withFile(content);
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const opened = await openApp(store);
  const desk = deskOf(opened.page);
  await desk.begin('Ada Byron');
  return { folder, store, desk, ...opened };
}

describe('the journeys', () => {
  it('SECAS goes from nothing to an issued pack in under 60 actions', async () => {
    const folder = scratchFolder();
    const { page, saveAs } = await openApp(join(folder, 'store'));
    const desk = deskOf(page);
    const person = countedPerson(page);
    // Name and button; button, slot, its option and button.
    await person.did(() => desk.begin('Ada Byron'), 2);
    await person.did(() => desk.newRelease('June 2027 SEC Release'), 4);

    const paste = async (place: string, button: string, rows: readonly string[]) => {
      await person.did(() => desk.goTo(place));
      await person.click(page.getByRole('button', { name: button }).first());
      const dialog = page.getByRole('dialog');
      await person.type(dialog.getByLabel('Or paste rows'), rows.join('\n'));
      await person.click(dialog.getByRole('button', { name: 'Read the pasted rows' }));
      await person.click(dialog.getByRole('button', { name: /^Take \d+ rows$/ }));
      await dialog.waitFor({ state: 'detached' });
    };
    const modifications = Array.from(
      { length: 12 },
      (_, at) => `MP${300 + at}\tModification ${at + 1}\tUsers\tapproved\t${daysAgo(100)}\t2027-06-24`,
    );
    await paste('Scope & RID', 'Import…', [
      'Reference\tTitle\tImpacts\tStatus\tApproved on\tImplementation date',
      ...modifications,
    ]);
    await paste('Criteria', 'Import…', [
      'Reference\tAcceptance criterion\tOwner\tBodies\tStatus\tRationale',
      ...criteria.map(
        ({ reference, text, bodies }) =>
          `${reference}\t${text}\tSECAS\t${bodies.join(', ')}\tmet\tShown by its report.`,
      ),
    ]);

    const files = Array.from({ length: 20 }, (_, at) =>
      join(folder, `AC-${String((at % 15) + 1).padStart(2, '0')} report ${at + 1}.txt`),
    );
    for (const [at, file] of files.entries()) writeFileSync(file, `Report number ${at + 1}`);
    await person.did(() => desk.goTo('Evidence'));
    await person.did(() => dropFiles(page, desk.region('Drop files here'), files));
    await person.click(page.getByRole('button', { name: 'Submit all 20' }));
    await page.getByText('To decide 20').waitFor();
    await person.click(page.getByLabel('Choose all of Evidence'));
    await person.click(desk.region('Chosen evidence').getByRole('button', { name: 'Accept', exact: true }));
    await page.getByText('To decide 0').waitFor();

    await person.did(() => desk.goTo('Committees'));
    for (const body of ['TAG', 'OPSG']) {
      await person.click(page.getByRole('button', { name: 'Record a meeting…' }));
      const sheet = desk.region('Record a meeting');
      await person.click(sheet.getByRole('combobox', { name: 'Body' }));
      await person.click(page.getByRole('option', { name: body, exact: true }));
      await person.type(sheet.getByLabel('Met on'), daysAgo(5));
      await person.click(sheet.getByRole('combobox', { name: 'All that are not answered yet' }));
      await person.click(page.getByRole('option', { name: 'Supports', exact: true }));
      await person.click(sheet.getByRole('button', { name: /^Record \d views$/ }));
      await sheet.waitFor({ state: 'detached' });
    }

    await person.did(() => desk.goTo('Pack'));
    await person.click(page.getByRole('button', { name: 'Add submission' }));
    const submission = desk.region('Submissions');
    await person.type(submission.getByLabel('Submitted on'), daysAgo(1));
    const presenter = submission.getByRole('combobox', { name: 'Presented by' });
    for (const name of ['SECAS', 'DCC']) {
      await person.type(presenter, name);
      await person.press('Enter');
    }
    await desk.saved();
    await person.did(() => saveAs(join(folder, 'final.pdf')));
    await person.click(page.getByRole('button', { name: 'Issue final…' }));
    await page.getByText(/^Issued .* as final\.pdf/).waitFor();
    console.log(`SECAS, from nothing to an issued pack: ${person.actions()} actions`);
    expect(person.actions()).toBeLessThan(60);
    const verified = golive(join(folder, 'store'), '--json', 'pack', 'verify', join(folder, 'final.pdf'));
    expect(verified.json()).toMatchObject({ ok: true });
  });

  it('one TAG meeting’s views on 15 criteria take under 25 actions, by keyboard alone', async () => {
    const { store, page, desk } = await openRelease(releaseWith());
    const person = countedPerson(page);
    await desk.region('Committees').waitFor();
    await person.press('Control+k');
    await person.type(page.getByLabel('Find anything'), 'meeting’s views');
    await page.getByText('Record a meeting’s views…').first().waitFor();
    await person.press('Enter');
    const sheet = desk.region('Record a meeting');
    await sheet.waitFor();
    const rest = sheet.getByRole('combobox', { name: 'All that are not answered yet' });
    await rest.focus();
    await person.press('ArrowDown');
    await page.getByRole('option', { name: 'Supports', exact: true }).waitFor();
    await person.press('Enter');
    const exception = sheet.getByRole('region', { name: 'AC-03' });
    await exception.getByRole('radio', { name: 'Supports' }).focus();
    await person.press('ArrowRight');
    await person.press('Tab');
    await page.keyboard.type('Once the two open issues are closed.');
    await sheet.getByRole('button', { name: 'Record 15 views' }).focus();
    await person.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    console.log(`one TAG meeting on 15 criteria: ${person.actions()} actions, by keyboard`);
    expect(person.actions()).toBeLessThan(25);
    const out = join(store, '..', 'out.json');
    golive(store, 'release', 'export', 'June 2027 SEC Release', '--out', out);
    const { views } = JSON.parse(await import('node:fs').then(({ readFileSync }) => readFileSync(out, 'utf8')));
    expect(views).toHaveLength(15);
    expect(views.filter((view: { position: string }) => view.position === 'supports')).toHaveLength(14);
    expect(views.find((view: { criterion: string }) => view.criterion === 'AC-03')).toMatchObject({
      position: 'supportsWithConditions',
      wording: 'Once the two open issues are closed.',
      on: '2026-11-18',
    });
  });
});

describe('nothing typed is lost', () => {
  it.each(['closed', 'killed'] as const)('when the window is %s a second after the last key', async (how) => {
    const { store, app, page, desk, settled, close } = await openRelease(releaseWith());
    await desk.goTo('Criteria');
    await page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true }).click();
    const field = desk.side('criterion AC-01').getByLabel('Wording', { exact: true });
    await field.focus();
    await page.keyboard.press('End');
    await settled();
    await takeCalls(app);
    // A second by the window's own clock, however long it takes on this machine.
    await page.clock.install({ time: '2026-11-26T09:00:00' });
    await page.clock.pauseAt('2026-11-26T12:00:00');
    await page.keyboard.type(' And then some.');
    await page.clock.runFor(1000);
    await expect.poll(async () => (await takeCalls(app)).methods).toEqual({ 'draft.keep': 1 });
    await expect.poll(() => pendingCalls(app)).toBe(0);
    if (how === 'closed') await close();
    else {
      await app
        .evaluate(({ app: electron }) => {
          for (const { pid } of electron.getAppMetrics()) if (pid !== process.pid) process.kill(pid, 'SIGKILL');
          process.kill(process.pid, 'SIGKILL');
        })
        .catch(() => undefined);
    }
    const again = await openApp(store);
    await deskOf(again.page).goTo('Criteria');
    await again.page.getByRole('grid').getByRole('button', { name: 'AC-01', exact: true }).click();
    const back = deskOf(again.page).side('criterion AC-01').getByLabel('Wording', { exact: true });
    await expect.poll(() => back.inputValue()).toBe('Criterion 1 is shown to be met by its report. And then some.');
  });
});
