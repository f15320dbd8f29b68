import { expect, it } from 'vitest';
import { withSample } from '../support/sampleTables.ts';

const issues = 'Issue key\tSummary\tSeverity\tStatus\nDEF-1\tJoin fails\t1\tOpen\nDEF-2\tSlow alert\t3\tClosed';

it('takes the owner’s own table that says the same for a confirmation of what was recorded for it', async () => {
  const { does, table, issues: now } = await withSample();
  await does('profile.save', { name: 'Ada Byron', organisation: 'SECAS', role: 'releaseManager' });
  const first = await does('import.read', table('issues', issues));
  await does('import.take', { token: first.token, skip: [], onBehalf: true });
  const again = await does('import.read', table('issues', issues));
  expect(again.plan).toMatchObject({ updated: 0, same: 2 });
  await does('import.take', { token: again.token, skip: [] });
  const marked = async () => (await now()).filter(({ onBehalf }) => onBehalf !== null).length;
  expect(await marked()).toBe(2);
  await does('profile.save', { name: 'Dan', organisation: 'DCC', role: 'testLead' });
  const { token, plan, rows } = await does('import.read', table('issues', issues));
  expect(plan).toMatchObject({ updated: 2, same: 0, theirs: { updated: 0 } });
  expect(rows[0]).toMatchObject({
    action: 'update',
    sentence: expect.stringMatching(/^Confirms what was recorded for the DCC: /),
  });
  expect(await does('import.take', { token, skip: [] })).toMatchObject({ updated: 2, unchanged: 0, refusedCount: 0 });
  expect(await marked()).toBe(0);
});

it('refuses the second row of one modification, however each writes it, and the release is stable under it', async () => {
  const { take, facts } = await withSample();
  const text = 'Reference,Part,Status\nMP300,,Approved\nmp-300,,Rejected\nMP301 part 2,,Approved\nMP301,2,Rejected';
  const first = await take('scope', text);
  expect(first).toMatchObject({ taken: 2, updated: 0, refusedCount: 2 });
  expect(first.refused[0]?.sentence).toBe('Row 2 already holds the modification “mp-300”; delete one of the two rows.');
  const { modifications } = await facts();
  expect(await take('scope', text)).toMatchObject({ taken: 0, updated: 0, unchanged: 2, refusedCount: 2 });
  expect((await facts()).modifications).toEqual(modifications);
});

it('closes no issue that the list names by a word that begins a remark', async () => {
  const { does, table, take, issues: now } = await withSample();
  await take('issues', 'Reference,Severity,Open\nNOTE-12,1,Open');
  const { token } = await does('import.read', table('issues', 'Reference,Title,Severity\nD-1,One,2\nNOTE-12,,'));
  await does('import.take', { token, skip: [], missing: 'close' });
  expect((await now()).find(({ reference }) => reference === 'NOTE-12')?.open).toBe(true);
});

it('does not say of what was rejected, withdrawn or delayed that it is in scope', async () => {
  const { take, facts } = await withSample();
  await take('scope', 'Reference,Status\nMP300,Withdrawn\nMP301,Approved');
  const inScope = Object.fromEntries((await facts()).modifications.map((one) => [one.reference, one.inScope]));
  expect([inScope.MP300, inScope.MP301]).toEqual([null, true]);
});
