import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countedPerson } from '../support/actions.ts';
import { deskOf } from '../support/desk.ts';
import { dropFiles } from '../support/dropFile.ts';
import { golive, withFile } from '../support/golive.ts';
import { openApp } from '../support/window.ts';

const name = 'November 2020 SEC Release';
const references = Array.from({ length: 15 }, (_, at) => `AC-${String(at + 1).padStart(2, '0')}`);
const release = {
  format: 'sec-golive/release',
  version: 1,
  release: { name, kind: 'system', slot: '2020-11' },
  criteria: references.map((reference) => ({
    reference,
    text: `${reference} is shown.`,
    owner: 'DCC',
    bodies: ['TAG'],
  })),
};

it('a test lead’s day: results, issues, the status of fifteen criteria, their reports, and all of it to SECAS', async () => {
  const { folder, store, file } = withFile(release);
  expect(golive(store, 'release', 'import', file).code).toBe(0);
  const { page, saveAs } = await openApp(store);
  const desk = deskOf(page);
  const person = countedPerson(page);
  await person.type(page.getByLabel('Your name'), 'Bo Test');
  await person.click(page.getByText('DCC', { exact: true }));
  await person.click(page.getByRole('button', { name: 'Begin' }));
  await desk.region('Criteria').waitFor();

  const paste = async (command: string, rows: readonly string[]) => {
    await person.press('Control+k');
    await person.type(page.getByLabel('Find anything'), command);
    await page.locator('.mantine-Spotlight-action').filter({ hasText: command }).first().waitFor();
    await person.press('Enter');
    const dialog = page.getByRole('dialog', { name: command });
    await person.type(dialog.getByLabel('Or paste rows'), rows.join('\n'));
    await person.click(dialog.getByRole('button', { name: 'Read the pasted rows' }));
    await person.click(dialog.getByRole('button', { name: /^Take \d+ rows$/ }));
    await dialog.waitFor({ state: 'detached' });
  };
  await paste('Import test results', [
    'Phase\tPlanned\tRun\tPassed\tFailed\tNot run',
    ...['PIT', 'SIT', 'UIT', 'UEPT', 'Regression'].map((phase) => `${phase}\t120\t118\t116\t2\t2`),
  ]);
  await paste('Import test issues', [
    'Reference\tPhase\tSeverity\tTitle\tStatus',
    ...['PIT', 'SIT', 'UIT', 'UEPT'].map((phase, at) => `TI-${at + 1}\t${phase}\t3\tAlert ${at + 1} is late\tOpen`),
  ]);
  await paste('Import acceptance criteria', [
    'Reference\tStatus\tRationale',
    ...references.map((reference) => `${reference}\tmet\tShown by its report.`),
  ]);

  const files = references.map((reference) => join(folder, `${reference} exit report.txt`));
  for (const report of files) writeFileSync(report, `The exit report of ${report.slice(-21)}`);
  await person.did(() => desk.goTo('Evidence'));
  await person.did(() => dropFiles(page, desk.region('Drop files here'), files));
  await person.click(page.getByRole('button', { name: 'Submit all 15' }));
  await page.getByText('To decide 15').waitFor();

  await person.did(() => desk.goTo('SECAS exchange'));
  const bundle = join(folder, 'to-secas.golive');
  await person.did(() => saveAs(bundle));
  await person.click(page.getByRole('button', { name: 'Send to SECAS…' }));
  await page.getByRole('main').getByRole('status').filter({ hasText: 'to-secas.golive' }).waitFor();

  console.log(`the test lead’s day: ${person.actions()} actions`);
  expect(person.actions()).toBeLessThanOrEqual(70);
  const out = join(folder, 'out.json');
  expect(golive(store, 'release', 'export', name, '--out', out).code).toBe(0);
  const facts = JSON.parse(readFileSync(out, 'utf8'));
  expect(facts.testPhases).toHaveLength(5);
  expect(facts.testIssues).toHaveLength(4);
  expect(facts.criteria.every((one: { selfStatus: string }) => one.selfStatus === 'met')).toBe(true);
  expect(facts.evidence.map((item: { status: string }) => item.status)).toEqual(references.map(() => 'submitted'));
  const inspected = golive(join(folder, 'secas'), '--json', 'bundle', 'inspect', bundle);
  expect(inspected.code, inspected.err).toBe(0);
});
