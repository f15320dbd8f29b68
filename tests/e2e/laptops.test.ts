import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskOf } from '../support/desk.ts';
import { applyTrusted, golive } from '../support/golive.ts';
import { scratchFolder } from '../support/scratch.ts';
import { openApp } from '../support/window.ts';

const release = 'June 2027 SEC Release';

/** SECAS's store, into which two people of the DCC have sent; one of them had set up the same release too. */
function withTwoPeople() {
  const folder = scratchFolder();
  const [store, bundle, file] = [join(folder, 'SECAS'), join(folder, 'one.golive'), join(folder, 'release.json')];
  const setUp = (where: string, text: string, ...who: readonly string[]) => {
    const content = { format: 'sec-golive/release', version: 1, release: { name: release, kind: 'system' } };
    writeFileSync(file, JSON.stringify({ ...content, criteria: [{ reference: 'AC-01', text, owner: 'DCC' }] }));
    expect(golive(where, ...who, 'release', 'import', file, '--on-behalf').code).toBe(0);
  };
  const send = (from: string, ...who: readonly string[]) =>
    expect(golive(from, ...who, 'bundle', 'export', release, '--out', bundle, '--full').code).toBe(0);
  setUp(store, 'All tests passed.');
  const [colleague, ...cy] = [join(folder, 'Cy'), '--as', 'Cy Colleague, DCC'];
  send(store);
  expect(applyTrusted(colleague, bundle, ...cy).code).toBe(0);
  send(colleague, ...cy);
  expect(applyTrusted(store, bundle).code).toBe(0);
  const [lead, ...bo] = [join(folder, 'Bo'), '--as', 'Bo Test, DCC'];
  setUp(lead, 'All SIT tests passed.', ...bo);
  send(lead, ...bo);
  expect(applyTrusted(store, bundle).code).toBe(0);
  return { folder, store };
}

it('shows who vouches for whom, forgets a laptop, sends to one reader, and makes one release of two', async () => {
  const { folder, store } = withTwoPeople();
  const { page, saveAs } = await openApp(store);
  const desk = deskOf(page);
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByRole('button', { name: 'Begin' }).click();
  await desk.goTo('DCC exchange');
  const keys = desk.region('Keys');
  await keys.getByRole('button', { name: 'Make it their lead (Bo Test)' }).click();
  await keys.getByText(/lead, confirmed/).waitFor();

  // For one reader.
  const send = desk.region(/^Send to/);
  await desk.choose(send, 'For', 'Bo Test, DCC');
  await saveAs(join(folder, 'for Bo.golive'));
  await send.getByRole('button', { name: 'Send to the DCC…' }).click();
  await page.getByText('Wrote for Bo.golive').waitFor();

  await keys.getByRole('button', { name: 'Laptop is gone… (Cy Colleague)' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await keys.getByText(/gone since/).waitFor();

  const joining = desk.region(`Two releases are called ${release}`);
  await joining.getByRole('group', { name: 'Criterion AC-01: Wording' }).waitFor();
  await joining.getByRole('group', { name: 'Criterion AC-01: Wording' }).getByText('The other one').click();
  await joining.getByRole('button', { name: 'Make one release of them' }).click();
  await page.getByText('is one release now').waitFor();
  await joining.waitFor({ state: 'detached' });
  expect((golive(store, '--json', 'release', 'list').json() as unknown[]).length).toBe(1);
});
