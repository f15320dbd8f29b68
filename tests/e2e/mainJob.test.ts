import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

describe('the main job in the real window', () => {
  it('goes from the first run to a pack whose text holds what was typed', async () => {
    const folder = scratchFolder();
    const store = join(folder, 'store');
    const { page, choose, saveAs } = await openApp(store);
    const desk = deskOf(page);

    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    await page.getByRole('heading', { name: 'June 2027 SEC Release' }).waitFor();

    await desk.goTo('Scope & RID');
    await desk.add('Add modification');
    const modification = desk.side(/^modification/);
    await desk.fill(modification, 'Reference', 'MP777');
    await desk.fill(modification, 'Title', 'Brighter smart meter displays');
    await desk.choose(modification, 'Impacts', 'DCC Systems');
    await modification.getByRole('button', { name: 'Close' }).click();

    // Go-live 24 June 2027: the TAD is due to the TAG by 24 September 2026 and published by 24 December 2026.
    await desk.goTo('Dates & TAD');
    await desk.become('DCC');
    const rules = desk.region('What the rulebook says of the dates');
    await rules.getByText(/no date by the as-of date; it was due 24 September 2026/).waitFor();
    await desk.add('Add TAD version');
    const tad = desk.region('Testing Approach Document');
    await desk.fill(tad, 'Issued to the TAG on', '2026-09-20');
    await rules
      .getByText(
        'The TAD was issued to the TAG on 20 September 2026, 4 days in hand against nine months before Go-Live (§5.1).',
      )
      .waitFor();
    await desk.fill(tad, 'Finalised on', '2026-10-01');
    await desk.fill(tad, 'Published on', '2026-10-02');
    await desk.become('SECAS');
    await desk.fill(desk.region('Go-Live'), 'Approved Go-Live date', '2027-03-30');
    await rules
      .getByText('The TAD was published on 2 October 2026, 2 days short of six months before Go-Live (§5.1).')
      .waitFor();

    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    const criterion = desk.side('criterion AC-01');
    await desk.fill(criterion, 'Wording', 'Every display test passed in both regions.');
    await desk.choose(criterion, 'Owner', 'SECAS');
    await desk.choose(criterion, "Owner's status", 'met');
    await desk.tag(criterion, 'Put to', 'TAG');
    writeFileSync(join(folder, 'exit-report.txt'), 'All 42 display tests passed.');
    await choose([join(folder, 'exit-report.txt')]);
    await criterion.getByRole('button', { name: 'Attach evidence…' }).click();
    await criterion.getByRole('button', { name: 'EV-001@1' }).waitFor();

    await desk.goTo('Evidence');
    writeFileSync(join(folder, 'dropped minutes.txt'), 'Minutes of the readiness meeting.');
    await dropFiles(page, desk.region('Drop files here'), [join(folder, 'dropped minutes.txt')]);
    const dropped = desk.side('evidence item EV-002@1');
    await dropped.getByText('dropped minutes.txt', { exact: true }).waitFor();
    await dropped.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'EV-001@1' }).click();
    const report = desk.side('evidence item EV-001@1');
    await report.getByRole('button', { name: 'Submit' }).click();
    await report.getByRole('button', { name: 'Accept', exact: true }).click();
    await report.getByText('by Ada Byron, SECAS').waitFor();

    await desk.goTo('Committees');
    await page.getByRole('button', { name: 'TAG on AC-01: not asked' }).click();
    const view = desk.side('view TAG on AC-01');
    await desk.choose(view, 'Position', 'supports');
    await desk.fill(view, 'Wording', 'The TAG is content with the display tests.');
    await view.getByText('Saw EV-001@1.').waitFor();
    await view.getByText('Saw the wording as it stands.').waitFor();

    await desk.goTo('Pack');
    const pdf = join(folder, 'pack.pdf');
    await saveAs(pdf);
    await desk.add('Export draft…');
    await desk.region('Export the pack').getByText('pack.pdf').waitFor();

    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    for (const typed of [
      'MP777',
      'Brighter smart meter displays',
      'Every display test passed in both regions.',
      'The TAG is content with the display tests.',
      '2 days short',
      'AC-01',
      'EV-002',
    ]) {
      expect(text).toContain(typed);
    }
    expect(execFileSync('pdfdetach', ['-list', pdf], { encoding: 'utf8' })).toMatch(
      /exit-report\.txt[\s\S]*dropped minutes\.txt/,
    );
  });

  it('loses nothing that was saved when its engine is killed, says so, and goes on', async () => {
    const folder = scratchFolder();
    const { app, page } = await openApp(join(folder, 'store'));
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    await desk.fill(desk.side('criterion AC-01'), 'Wording', 'Saved before the engine died.');

    const killed = await app.evaluate(({ app: electron }) => {
      const engine = electron.getAppMetrics().find((metric) => metric.name === 'SEC Go-Live engine');
      if (engine) process.kill(engine.pid, 'SIGKILL');
      return engine !== undefined;
    });
    expect(killed).toBe(true);
    await page.getByText('The engine stopped and was started again. Everything that was saved is safe.').waitFor();
    await page.getByRole('grid').getByText('Saved before the engine died.').waitFor();
    await desk.fill(desk.side('criterion AC-01'), 'Wording', 'And typed after it came back.');
    await page.getByRole('grid').getByText('And typed after it came back.').waitFor();
  });

  it('shows what the terminal changed in the same store, and a second start focuses the first window', async () => {
    const folder = scratchFolder();
    const store = join(folder, 'store');
    const { page } = await openApp(store);
    const desk = deskOf(page);
    await desk.begin('Ada Byron');
    await desk.newRelease('June 2027 SEC Release');
    await desk.goTo('Criteria');
    await desk.add('Add criterion');
    await desk.side('criterion AC-01').waitFor();
    await desk.goTo('Evidence');
    writeFileSync(join(folder, 'from-terminal.txt'), 'x');
    const cli = join(import.meta.dirname, '../../out/app/main/cli.js');
    execFileSync(process.execPath, [
      cli,
      '--store',
      store,
      '--as',
      'Grace Hopper, DCC',
      'evidence',
      'add',
      'June 2027 SEC Release',
      '--criterion',
      'AC-01',
      '--file',
      join(folder, 'from-terminal.txt'),
    ]);
    await page.getByText('from-terminal.txt').waitFor();
    await expect(openApp(store)).rejects.toThrow();
    expect(await page.title()).toBe('SEC Go-Live');
  });
});

describe('a store that cannot be opened', () => {
  it('is a plain choice: its backups, another backup, another store', async () => {
    const folder = scratchFolder();
    const store = join(folder, 'store');
    const first = await openApp(store);
    await deskOf(first.page).begin('Ada Byron');
    await deskOf(first.page).newRelease('June 2027 SEC Release');
    await first.close();
    const cli = join(import.meta.dirname, '../../out/app/main/cli.js');
    execFileSync(process.execPath, [cli, '--store', store, 'store', 'backup', '--out', join(folder, 'kept.sqlite')]);
    writeFileSync(join(store, 'store.sqlite'), 'this is not a database');

    const { page, choose } = await openApp(store);
    await page.getByRole('heading', { name: 'This store cannot be opened' }).waitFor();
    await page
      .getByRole('alert')
      .getByText(/is damaged and cannot be read/)
      .waitFor();
    await choose([join(folder, 'kept.sqlite')]);
    await page.getByRole('button', { name: 'Restore a backup file…' }).click();
    await page.getByRole('heading', { name: 'June 2027 SEC Release' }).waitFor();
    expect(existsSync(join(store, 'store.sqlite'))).toBe(true);
  });
});
