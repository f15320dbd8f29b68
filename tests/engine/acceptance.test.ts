import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testEngine } from '../support/engine.ts';
import { evidenceStore } from '../support/evidenceStore.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** EV-001 of the DCC, accepted by SECAS for AC-01. */
async function withAccepted() {
  const base = await evidenceStore();
  const store = join(base.folder, 'store');
  const as = (organisation: string, name: string) => testEngine(store, { actor: { name, organisation } });
  const [secas, dcc] = [as('SECAS', 'Ada Byron'), as('DCC', 'Bo Test')];
  const { release } = base;
  for (const reference of ['AC-01', 'AC-02'])
    await secas.does('record.create', { asOf: null, releaseId: release, kind: 'criterion', fields: { reference } });
  const file = (text: string) => {
    const path = join(base.folder, `${text}.txt`);
    writeFileSync(path, text);
    return path;
  };
  const fields = { provider: 'DCC', criteria: ['AC-01'], status: 'submitted' };
  const added = await dcc.does('evidence.add', { asOf: null, release, file: file('first'), fields });
  const id = added.changes[0]?.id ?? '';
  const move = (status: 'accepted' | 'withdrawn') => ({
    asOf: null,
    releaseId: release,
    ids: [id],
    status,
    reason: null,
  });
  await secas.does('evidence.setStatus', move('accepted'));
  const facts = async () => (await secas.does('release.open', { release, asOf: null })).facts;
  const item = async () => (await facts()).evidence.find((one) => one.id === id);
  const accepted = {
    version: 1,
    sha256: hash('first'),
    criteria: ['AC-01'],
    by: 'Ada Byron',
    organisation: 'SECAS',
    on: '2026-05-01',
  };
  return { ...base, secas, dcc, id, file, facts, item, accepted, move };
}

it('an acceptance says for which version, content and criteria it was given, by whom and when', async () => {
  const { item, accepted } = await withAccepted();
  expect(await item()).toMatchObject({ status: 'accepted', statusBy: 'Ada Byron, SECAS', accepted });
});

it('replacing the file makes the item submitted again in the same step, and a finding says what was accepted', async () => {
  const { secas, dcc, id, file, item, accepted, release } = await withAccepted();
  const before = await item();
  const done = await dcc.does('evidence.replaceFile', { asOf: null, id, file: file('second') });
  expect(done.entry).toBe(done.through);
  expect(await item()).toMatchObject({
    status: 'submitted',
    statusBy: 'Bo Test, DCC',
    sha256: hash('second'),
    accepted,
  });
  const { findings } = await secas.does('readiness.compute', { release, asOf: null });
  expect(findings.find((one) => one.rule === 'evidence.accepted-content')).toMatchObject({
    outcome: 'notMet',
    sentence:
      'EV-001 version 1 was accepted by Ada Byron of SECAS on 1 May 2026; its file has been changed since (practice).',
  });
  // What was accepted is back, and so is the acceptance: nobody else has spoken since.
  await dcc.does('record.undo', { asOf: null, entry: done.entry, through: done.through });
  expect(await item()).toEqual(before);
});

it.each([{ version: 2 }, { criteria: ['AC-02'] }, { criteria: ['AC-01', 'AC-02'] }])(
  'changing %j afterwards takes the acceptance with it',
  async (fields) => {
    const { dcc, id, item, accepted } = await withAccepted();
    await dcc.does('record.edit', { asOf: null, kind: 'evidence', id, fields });
    expect(await item()).toMatchObject({ ...fields, status: 'submitted', accepted });
  },
);

it('another name for the criterion is no other criterion, and another title no other content', async () => {
  const { secas, dcc, id, facts, item } = await withAccepted();
  const criterion = (await facts()).criteria.find((one) => one.reference === 'AC-01')?.id ?? '';
  await secas.does('record.edit', { asOf: null, kind: 'criterion', id: criterion, fields: { reference: 'AC-77' } });
  await dcc.does('record.edit', { asOf: null, kind: 'evidence', id, fields: { title: 'Another title' } });
  expect(await item()).toMatchObject({ status: 'accepted', criteria: ['AC-77'], accepted: { criteria: ['AC-77'] } });
});

it('the DCC takes no status that is SECAS’s, and nothing of what stands beside it', async () => {
  const { dcc, id, item } = await withAccepted();
  const before = await item();
  const edit = (fields: Record<string, unknown>) => ({
    asOf: null,
    kind: 'evidence' as const,
    id,
    fields,
    onBehalf: true,
  });
  for (const fields of [{ statusBy: 'Somebody, SECAS' }, { accepted: null }, { statusReason: 'x' }])
    expect((await dcc.refuses('record.edit', edit(fields))).message).toMatch(/accepted and rejected by SECAS/);
  expect(await item()).toEqual(before);
});

it('a release file that says accepted and not for what is taken as of what stands, and marked so', async () => {
  const { does, folder } = await withAccepted();
  const file = join(folder, 'other.json');
  const evidence = [{ reference: 'EV-001', status: 'accepted', statusBy: 'SECAS', criteria: ['AC-01'] }];
  const release = { name: 'Other', kind: 'system' };
  writeFileSync(file, JSON.stringify({ format: 'sec-golive/release', version: 1, release, evidence }));
  const { id } = await does('release.import', { file, replace: false });
  const { facts } = await does('release.open', { release: id, asOf: null });
  expect(facts.evidence[0]).toMatchObject({
    status: 'accepted',
    accepted: { version: 1, sha256: null, criteria: ['AC-01'], by: 'SECAS', organisation: null, on: null },
  });
});

it('the day that old evidence was added may be stated, and not a day to come', async () => {
  const { add, refuse, file } = await withAccepted();
  expect(await add(file('old'), { addedOn: '2021-03-04' })).toMatchObject({ addedOn: '2021-03-04' });
  expect(await add(file('new'))).toMatchObject({ addedOn: '2026-05-01' });
  expect((await refuse(file('later'), { addedOn: '2026-05-02' })).message).toMatch(
    /added on 2 May 2026, a day to come/,
  );
});

/** Another release with EV-001, accepted without saying for what, as a file of its own. */
async function withFile(accepting: Record<string, unknown> = { status: 'accepted', statusBy: 'Bob' }) {
  const base = await withAccepted();
  const path = join(base.folder, 'mini.json');
  const write = (item: Record<string, unknown>) => {
    const evidence = [{ reference: 'EV-001', criteria: ['AC-1'], provider: 'DCC', ...item }];
    const release = { name: 'Mini', kind: 'system' };
    writeFileSync(path, JSON.stringify({ format: 'sec-golive/release', version: 1, release, evidence }));
  };
  write(accepting);
  const { id } = await base.secas.does('release.import', { file: path, replace: false, onBehalf: true });
  const standing = async () => (await base.secas.does('release.open', { release: id, asOf: null })).facts.evidence[0];
  const again = () => base.secas.does('release.import', { file: path, replace: true, onBehalf: true });
  return { ...base, write, mini: id, standing, again };
}

it('a file that says again that an item is accepted leaves what it was accepted for, by whom and when', async () => {
  const { standing, again, write } = await withFile();
  const before = await standing();
  expect(before?.accepted).not.toBeNull();
  expect(await again()).toMatchObject({ changed: 0, leftOut: [] });
  expect(await standing()).toEqual(before);
  write({ status: 'accepted' });
  expect(await again()).toMatchObject({ changed: 0, leftOut: [] });
  expect(await standing()).toEqual(before);
});

it('so does one after an acceptance that was given here, and undo leads to exactly what stood', async () => {
  const { secas, standing, again, write, mini, file } = await withFile({ status: 'submitted' });
  const id = (await standing())?.id ?? '';
  const accepting = { asOf: null, releaseId: mini, ids: [id], status: 'accepted' as const, reason: null };
  await secas.does('evidence.setStatus', accepting);
  const before = await standing();
  expect(before?.accepted).toMatchObject({ by: 'Ada Byron', on: '2026-05-01' });
  write({ status: 'accepted', statusBy: 'Ada Byron, SECAS' });
  expect(await again()).toMatchObject({ changed: 0 });
  expect(await standing()).toEqual(before);
  // An acceptance that an older version let stand without saying what it was of.
  await secas.does('record.edit', { asOf: null, kind: 'evidence', id, fields: { accepted: null } });
  const bare = await standing();
  const done = await secas.does('evidence.replaceFile', { asOf: null, id, file: file('third'), onBehalf: true });
  expect((await standing())?.status).toBe('submitted');
  await secas.does('record.undo', { asOf: null, entry: done.entry, through: done.through });
  expect(await standing()).toEqual(bare);
});

it('a file of other content that is still called accepted makes the item submitted, and keeps what was accepted', async () => {
  const { standing, again, write } = await withFile();
  const before = await standing();
  write({ status: 'accepted', statusBy: 'Bob', criteria: ['AC-2'] });
  await again();
  expect(await standing()).toMatchObject({ status: 'submitted', criteria: ['AC-2'], accepted: before?.accepted });
});
