import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedRelease as release, sharedConflict, withConflict } from '../support/conflict.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { applyTrusted, golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

/** One company's real window on a store of its own. */
async function side(folder: string, organisation: 'SECAS' | 'DCC') {
  const store = join(folder, organisation);
  const window = await openApp(store);
  const { page, saveAs } = window;
  const desk = deskOf(page);
  await page.getByLabel('Your name').fill(organisation === 'SECAS' ? 'Ada Byron' : 'Bo Test');
  if (organisation === 'DCC') await page.getByText('DCC', { exact: true }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  const place = organisation === 'SECAS' ? 'DCC exchange' : 'SECAS exchange';
  const send = async (file: string, button = organisation === 'SECAS' ? 'Send to the DCC…' : 'Send to SECAS…') => {
    await saveAs(join(folder, file));
    await desk.goTo(place);
    await desk.add(button);
    await page.getByText(`Wrote ${file}`).waitFor();
    return join(folder, file);
  };
  const drop = (file: string) => dropFiles(page, page.getByRole('main'), [file]);
  const apply = async () => {
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).waitFor();
  };
  return { ...window, store, desk, place, send, drop, apply };
}

const findingsOf = (store: string) =>
  (golive(store, '--json', 'readiness', release, '--as-of', '2027-06-01').json() as { findings: unknown }).findings;

/** What a person reads on the Overview of what stands between the release and its pack. */
async function overviewOf(page: Page): Promise<string> {
  await deskOf(page).goTo('Overview');
  const panel = page.getByRole('region', { name: 'What stands between you and the pack' });
  await panel.waitFor();
  // What each of them may record there is their side's own.
  return ((await panel.textContent()) ?? '').replaceAll(/( · )?(Record|Accept) it here/g, '');
}

describe('two companies on one release', () => {
  it('go to and fro in two real windows, and both show the same findings', async () => {
    const folder = scratchFolder();
    const secas = await side(folder, 'SECAS');
    await secas.desk.newRelease(release);
    await secas.desk.goTo('Criteria');
    await secas.desk.add('Add criterion');
    const criterion = secas.desk.side('criterion AC-01');
    await secas.desk.fill(criterion, 'Wording', 'Every display test passed in both regions.');
    await secas.desk.choose(criterion, 'Owner', 'DCC');
    await secas.desk.tag(criterion, 'Put to', 'TAG');
    const first = await secas.send('1.golive');

    // The DCC's store has nothing yet: the bundle is dropped anywhere, looked at, its key compared, and applied.
    const dcc = await side(folder, 'DCC');
    await dcc.drop(first);
    await dcc.page.getByText('A release that is new here').waitFor();
    const key = dcc.page.getByRole('region', { name: 'Unknown signature' });
    const groups = await key.locator('[data-fingerprint] span').allInnerTexts();
    await secas.desk.goTo(secas.place);
    expect(await secas.desk.region('Keys').locator('[data-own-key] [data-fingerprint] span').allInnerTexts()).toEqual(
      groups,
    );
    await key.getByRole('button', { name: 'It is the same: confirm' }).click();
    await dcc.page.getByText('Signature known').waitFor();
    await dcc.apply();
    await dcc.page.getByRole('heading', { name: release, exact: true }).waitFor();

    // The DCC adds evidence and test counts, and sends.
    await dcc.desk.goTo('Criteria');
    await dcc.page.getByRole('grid').getByText('Every display test passed').click();
    await dcc.desk.choose(dcc.desk.side('criterion AC-01'), "Owner's status", 'met');
    writeFileSync(join(folder, 'exit-report.txt'), 'All 42 display tests passed.');
    await dcc.choose([join(folder, 'exit-report.txt')]);
    await dcc.desk.side('criterion AC-01').getByRole('button', { name: 'Attach evidence…' }).click();
    await dcc.desk.side('criterion AC-01').getByRole('button', { name: 'EV-001@1' }).waitFor();
    await dcc.desk.goTo('Testing');
    await dcc.desk.add('Add test phase');
    const phase = dcc.desk.region('Test phases');
    await dcc.desk.fill(phase, 'Phase', 'SIT');
    await dcc.desk.fill(phase, 'Planned', '42');
    await dcc.desk.fill(phase, 'Run', '42');
    await dcc.desk.fill(phase, 'Passed', '42');
    const second = await dcc.send('2.golive');

    // SECAS receives, in words before anything changes; then adds a view, and sends back.
    await secas.choose([second]);
    await secas.desk.add('Receive…');
    await secas.page.getByText('Criterion AC-01').first().waitFor();
    await secas.page.getByText('1 file', { exact: false }).first().waitFor();
    await secas.apply();
    await secas.page.getByRole('region', { name: 'New since last time' }).getByText('Bo Test').first().waitFor();
    await secas.desk.goTo('Committees');
    await secas.page.getByRole('button', { name: 'TAG on AC-01: not asked' }).click();
    const view = secas.desk.side('view TAG on AC-01');
    await secas.desk.choose(view, 'Position', 'supports');
    await secas.desk.fill(view, 'Wording', 'The TAG is content with the display tests.');
    const third = await secas.send('3.golive');
    await dcc.drop(third);
    await dcc.page.getByText('Signature known').waitFor();
    await dcc.apply();

    const findings = findingsOf(secas.store);
    expect(findingsOf(dcc.store)).toEqual(findings);
    expect(await overviewOf(dcc.page)).toBe(await overviewOf(secas.page));
    expect(golive(dcc.store, 'store', 'check').code).toBe(0);
  });

  it('decide side by side where both wrote, and take it back as a whole', async () => {
    const folder = scratchFolder();
    const secas = await side(folder, 'SECAS');
    await secas.desk.newRelease(release);
    await secas.desk.goTo('Criteria');
    await secas.desk.add('Add criterion');
    await secas.desk.fill(secas.desk.side('criterion AC-01'), 'Wording', 'First wording.');
    await secas.desk.tag(secas.desk.side('criterion AC-01'), 'Put to', 'TAG');
    await secas.desk.goTo('Committees');
    await secas.page.getByRole('button', { name: 'TAG on AC-01: not asked' }).click();
    await secas.desk.choose(secas.desk.side('view TAG on AC-01'), 'Position', 'supports');
    const dccStore = join(folder, 'terminal');
    const dcc = (...args: readonly string[]) => golive(dccStore, '--as', 'Bo Test, Smart DCC', ...args);
    const who = ['--as', 'Bo Test, Smart DCC'];
    expect(applyTrusted(dccStore, await secas.send('1.golive'), ...who).code).toBe(0);
    const receipt = join(folder, 'receipt.golive');
    expect(dcc('bundle', 'export', release, '--out', receipt, '--receipt').code).toBe(0);
    await secas.drop(receipt);
    await secas.page.getByText('It changes nothing here.').waitFor();
    await secas.desk.add('Note it');
    await secas.page.getByRole('button', { name: 'Done', exact: true }).click();

    writeFileSync(join(folder, 'views.csv'), 'Body,Criterion,Position,Wording\nTAG,AC-01,supports,Theirs.\n');
    expect(dcc('import', 'views', join(folder, 'views.csv'), '--release', release).code).toBe(0);
    const theirs = join(folder, 'theirs.golive');
    expect(dcc('bundle', 'export', release, '--out', theirs).code).toBe(0);
    await secas.desk.goTo('Committees');
    await secas.page.getByRole('button', { name: /^TAG on AC-01/ }).click();
    await secas.desk.fill(secas.desk.side('view TAG on AC-01'), 'Wording', 'Ours.');

    const conflict = secas.page.getByRole('group', { name: sharedConflict });
    await secas.drop(theirs);
    await conflict.getByText('Ours.', { exact: true }).waitFor();
    await conflict.getByText(/^Bo Test, Smart DCC, on /).waitFor();
    await conflict.getByRole('radio', { name: /^Theirs/ }).check();
    await secas.apply();
    const wording = () =>
      (golive(secas.store, '--json', 'release', 'show', release).json() as { facts: { views: { wording: string }[] } })
        .facts.views[0]?.wording;
    expect(wording()).toBe('Theirs.');
    await secas.desk.add('Take back');
    await secas.page.getByText('Took back what the bundle changed.').waitFor();
    expect(wording()).toBe('Ours.');
  });

  it('shows a conflict that was left for later until it is settled', async () => {
    const folder = scratchFolder();
    const { bundle } = withConflict(folder);
    const secas = await side(folder, 'SECAS');
    const { page, desk } = secas;
    // A second start names the file, as a double click does.
    await secas.app.evaluate(({ app }, path) => app.emit('second-instance', {}, ['sec-golive', path], '/'), bundle);
    const conflict = page.getByRole('group', { name: sharedConflict });
    await conflict.getByRole('radio', { name: /^Decide later/ }).check();
    await secas.apply();
    const open = page.getByRole('region', { name: 'Open conflicts' });
    await open.getByText('Ours.', { exact: true }).waitFor();
    await open.getByRole('button', { name: `Settle as it is here (${sharedConflict})` }).click();
    await open.waitFor({ state: 'detached' });

    // A shared folder, chosen by the dialog and used on request.
    await secas.choose([folder]);
    await desk.add('Choose a shared folder…');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await page.getByText(/put 1 bundle there/).waitFor();
  });
});
