import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropFiles } from '../support/dropFile.ts';
import { golive } from '../support/golive.ts';
import { name, openWith, releaseWith } from '../support/openWith.ts';

it('a file dropped on a version of the RID is its file: read in place, evidence that waits for no criterion, in the pack', async () => {
  const { folder, store, page, desk, facts } = await openWith(
    releaseWith({ rid: { versions: [{ version: '1.0' }] }, tad: { versions: [{ version: '1.0' }] } }),
  );
  const [first, second] = ['The plan of the release.', 'The plan, amended.'].map((words, at) => {
    const file = join(folder, `RID ${at + 1}.txt`);
    writeFileSync(file, words);
    return file;
  }) as [string, string];
  await desk.goTo('Scope & RID');
  const rid = desk.region('Release Implementation Document');
  const row = rid.getByRole('button', { name: '1 · 1.0' });
  await dropFiles(page, row, [first]);
  await rid.getByText('EV-001').waitFor();
  await row.click();
  await rid.getByText('The plan of the release.').waitFor();
  const versions = () => (facts().rid as unknown as { versions: object[] }).versions;
  expect(versions()).toMatchObject([{ document: 'EV-001' }]);
  expect(facts().evidence).toMatchObject([{ title: 'RID 1.0', provider: 'SECAS', criteria: [] }]);

  // Another file supersedes it; the version keeps naming the item.
  await dropFiles(page, row, [second]);
  await rid.getByText('The plan, amended.').waitFor();
  expect(versions()).toMatchObject([{ document: 'EV-001' }]);
  expect(facts().evidence).toMatchObject([{ version: 1 }, { version: 2, supersedes: 'EV-001@1' }]);

  // The TAD is the DCC's: the switch records its file for it.
  await desk.goTo('Dates & TAD');
  const tad = desk.region('Testing Approach Document');
  const other = join(folder, 'TAD.txt');
  writeFileSync(other, 'The approach.');
  await tad.getByRole('switch', { name: 'Record for the DCC' }).check();
  await dropFiles(page, tad.getByRole('button', { name: '1 · 1.0' }), [other]);
  await tad.getByText('EV-002').waitFor();
  await desk.goTo('Evidence');
  await page.getByText('Not linked 0').waitFor();
  await page.getByRole('grid', { name: 'Evidence' }).getByText('TAD 1.0').first().waitFor();

  const pack = join(folder, 'pack.pdf');
  expect(golive(store, 'pack', 'export', name, '--out', pack).code).toBe(0);
  const read = join(folder, 'read');
  const extracted = golive(store, '--json', 'pack', 'extract', pack, '--out', read);
  expect(extracted.code, extracted.err).toBe(0);
  expect(JSON.stringify(extracted.json())).toContain('RID 2.txt');
});
