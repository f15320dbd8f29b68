import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleFile, testEngine } from '../support/engine.ts';
import { pasted } from '../support/pasted.ts';
import { scratchFolder } from '../support/scratch.ts';

async function bothSides() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const as = (organisation: string) => testEngine(store, { actor: { name: 'Ada Byron', organisation } });
  const [secas, dcc] = [as('SECAS'), as('DCC')];
  const { id } = await secas.does('release.import', { file: sampleFile, replace: false });
  const { facts } = await secas.does('release.open', { release: id, asOf: null });
  const edit = (kind: 'criterion' | 'testPhase' | 'release', recordId: string, fields: object, onBehalf = false) => ({
    asOf: null,
    kind,
    id: recordId,
    fields: { ...fields },
    onBehalf,
  });
  return { folder, secas, dcc, nobody: testEngine(store), id, facts, edit, as };
}

it('lets the DCC state the status of its own criterion, and SECAS keep its wording', async () => {
  const { secas, dcc, facts, edit } = await bothSides();
  const criterion = facts.criteria[0]?.id ?? '';
  await dcc.does('record.edit', edit('criterion', criterion, { selfStatus: 'inProgress' }));
  await secas.does('record.edit', edit('criterion', criterion, { text: 'Worded anew.' }));
  const status = await secas.refuses('record.edit', edit('criterion', criterion, { selfStatus: 'met' }));
  expect(status).toMatchObject({ kind: 'notAllowed' });
  expect(status.message).toMatch(/stated by the DCC, and your profile is SECAS’s/);
  expect((await dcc.refuses('record.edit', edit('criterion', criterion, { text: 'No.' }))).kind).toBe('notAllowed');
});

it('does not let a criterion be taken over by changing its owner and its status at once', async () => {
  const { secas, facts, edit } = await bothSides();
  const criterion = facts.criteria[0]?.id ?? '';
  const both = edit('criterion', criterion, { owner: 'SECAS', selfStatus: 'notMet' });
  expect((await secas.refuses('record.edit', both)).kind).toBe('notAllowed');
});

it('keeps test counts to the DCC, typed or imported', async () => {
  const { secas, dcc, id, facts, edit } = await bothSides();
  const phase = facts.testPhases[0]?.id ?? '';
  expect((await secas.refuses('record.edit', edit('testPhase', phase, { passed: 1 }))).kind).toBe('notAllowed');
  const table = pasted(id, 'results', 'Phase\tPassed\nSIT\t400');
  const taking = await secas.does('import.take', {
    token: (await secas.does('import.read', table)).token,
    skip: [],
  });
  expect(taking).toMatchObject({ taken: 0, updated: 0, refusedCount: 1 });
  expect(taking.refused[0]?.sentence).toMatch(/^Test phases are kept by the DCC/);
  const { token } = await dcc.does('import.read', table);
  expect(await dcc.does('import.take', { token, skip: [] })).toMatchObject({ updated: 1 });
});

it('leaves accepting evidence to SECAS, and a rename takes the other side’s pointers along all the same', async () => {
  const { secas, dcc, id, facts, edit } = await bothSides();
  const item = facts.evidence.find((one) => one.status === 'submitted');
  const accept = { asOf: null, releaseId: id, ids: [item?.id ?? ''], status: 'accepted' as const, reason: null };
  expect((await dcc.refuses('evidence.setStatus', accept)).message).toMatch(/accepted and rejected by SECAS/);
  await secas.does('evidence.setStatus', accept);
  await secas.does('record.edit', edit('criterion', facts.criteria[0]?.id ?? '', { reference: 'AC-77' }));
  const after = await secas.does('release.open', { release: id, asOf: null });
  expect(after.facts.evidence.filter((one) => one.criteria?.includes('AC-77')).length).toBeGreaterThan(0);
});

it('lets a viewer look, export a draft and change the profile back, and nothing else', async () => {
  const { id, edit } = await bothSides();
  const store = join(scratchFolder(), 'store');
  const viewer = testEngine(store, { actor: null });
  await viewer.does('release.import', { file: sampleFile, replace: false });
  const profile = { name: 'Vera', organisation: 'Ofgem', role: 'viewer' as const };
  await viewer.does('profile.save', profile);
  expect((await viewer.refuses('record.edit', edit('release', id, { about: 'x' }))).message).toMatch(
    /no longer|viewer/,
  );
  expect((await viewer.refuses('release.import', { file: sampleFile, replace: true })).kind).toBe('notAllowed');
  await viewer.does('readiness.compute', { release: 'November 2021 SEC Release', asOf: null });
  await viewer.does('profile.save', { ...profile, role: 'releaseManager' });
});

it('asks whoever brings a removed release back by its file for what the file changes, as where it replaces one', async () => {
  const { secas, dcc, id, facts, edit } = await bothSides();
  const file = join(scratchFolder(), 'release.json');
  await secas.does('release.export', { release: id, out: file });
  const stated = JSON.parse(readFileSync(file, 'utf8'));
  const [ours, theirs] = ['DCC', 'SECAS'].map((owner) => facts.criteria.find((one) => one.owner === owner));
  const fileOf = (one: typeof ours) => stated.criteria.find(({ id: of }: { id: string }) => of === one?.id);
  Object.assign(fileOf(ours), { rationale: 'Said by the file.' });
  Object.assign(fileOf(theirs), { text: 'Worded by the file.' });
  writeFileSync(file, JSON.stringify(stated));
  await dcc.does('release.remove', { release: id, onBehalf: true });
  const refused = await dcc.refuses('release.import', { file, replace: false });
  expect(refused).toMatchObject({ kind: 'notAllowed', message: expect.stringMatching(/kept by SECAS/) });
  const criterion = async (one: typeof ours) =>
    (await secas.does('release.open', { release: id, asOf: null })).facts.criteria.find((now) => now.id === one?.id);
  expect(await dcc.does('release.import', { file, replace: false, onBehalf: true })).toMatchObject({ leftOut: [] });
  expect(await criterion(ours)).toMatchObject({ rationale: 'Said by the file.', onBehalf: ours?.onBehalf ?? null });
  expect(await criterion(theirs)).toMatchObject({
    text: 'Worded by the file.',
    onBehalf: [{ field: 'text', for: 'SECAS' }],
  });
  await dcc.does('record.undoLast', { asOf: null, release: id, onBehalf: true });
  await dcc.does('record.undoLast', { asOf: null, release: id, onBehalf: true });
  expect(await criterion(theirs)).toEqual(theirs);
  // Its own side brings it back, and what the file says for the other one is left.
  await secas.does('record.edit', edit('criterion', theirs?.id ?? '', { text: 'Worded since.' }));
  await secas.does('release.remove', { release: id });
  const back = await secas.does('release.import', { file, replace: false });
  expect(back.leftOut).toEqual([`criterion:${ours?.reference}#rationale`]);
  expect(await criterion(ours)).toEqual(ours);
  expect(await criterion(theirs)).toMatchObject({ text: 'Worded by the file.' });
});

it('takes no side’s own word from nobody, and whatever else they record', async () => {
  const { folder, secas, nobody, id, facts: before, edit } = await bothSides();
  const item = before.evidence.find((one) => one.status === 'submitted');
  const of = (kind: 'evidence' | 'submission', its: string, fields: object) => ({
    ...edit('release', its, fields),
    kind,
  });
  const sign = { signedOff: [{ organisation: 'DCC', by: 'Bo Test', on: '2021-10-20' }] };
  const attempts = [
    ['record.edit', edit('release', id, { 'recommendation.dcc': 'Go.' })],
    ['record.edit', edit('release', id, { 'recommendation.secas': 'Go.' }, true)],
    ['record.edit', of('evidence', item?.id ?? '', { status: 'accepted' })],
    ['record.edit', of('submission', before.submissions[0]?.id ?? '', sign)],
    ['evidence.setStatus', { asOf: null, releaseId: id, ids: [item?.id ?? ''], status: 'rejected', reason: 'x' }],
    [
      'record.create',
      { asOf: null, releaseId: id, kind: 'evidence', fields: { reference: 'EV-9', status: 'accepted' } },
    ],
  ] as const;
  const facts = async () => (await secas.does('release.open', { release: id, asOf: null })).facts;
  for (const [method, input] of attempts)
    expect(await nobody.refuses(method, input)).toMatchObject({
      kind: 'notAllowed',
      message: expect.stringMatching(
        /, and nobody is named here; say who you are in your profile \(--as in a terminal\)\.$/,
      ),
    });
  expect(await facts()).toEqual(before);
  const out = join(folder, 'again.json');
  await nobody.does('release.export', { release: id, out });
  await secas.does('record.edit', edit('release', id, { 'recommendation.secas': 'Go.' }));
  const replaced = await nobody.does('release.import', { file: out, replace: true });
  // A file says what somebody gave before it was written.
  expect(replaced.leftOut).toEqual([]);
  expect((await facts()).recommendation).toEqual(before.recommendation);
  await nobody.does('record.edit', edit('criterion', before.criteria[0]?.id ?? '', { selfStatus: 'inProgress' }));
  await nobody.does('record.edit', edit('release', id, { about: 'x' }));
});

it('takes a mark that a file states for what it is, and tells what a file without it confirms', async () => {
  const { secas, dcc, nobody, id, facts, edit, folder } = await bothSides();
  const phase = facts.testPhases[0];
  const now = async () =>
    (await dcc.does('release.open', { release: id, asOf: null })).facts.testPhases.find((one) => one.id === phase?.id);
  await secas.does('record.edit', edit('testPhase', phase?.id ?? '', { workOffPlan: 'Their plan.' }, true));
  const marked = await now();
  const file = join(folder, 'marked.json');
  await dcc.does('release.export', { release: id, out: file });
  const replace = (who: typeof dcc) => who.does('release.import', { file, replace: true });
  const nothing = { entry: 0, records: 0, files: 0, leftOut: [], confirmed: [] };
  for (const who of [dcc, secas, nobody]) expect(await replace(who)).toMatchObject(nothing);
  expect(await now()).toEqual(marked);

  await dcc.does('record.edit', edit('testPhase', phase?.id ?? '', { workOffPlan: 'Their plan.' }));
  const confirmed = await now();
  expect(confirmed?.onBehalf).toBeNull();
  const name = `testPhase:${phase?.name}`;
  for (const who of [secas, dcc])
    expect(await replace(who)).toMatchObject({ ...nothing, leftOut: [`${name}#onBehalf`] });
  expect(await replace(nobody)).toMatchObject(nothing);
  expect(await now()).toEqual(confirmed);

  await dcc.does('record.undoLast', { asOf: null, release: id });
  expect(await now()).toEqual(marked);
  const stated = JSON.parse(readFileSync(file, 'utf8'));
  stated.testPhases[0].onBehalf = null;
  writeFileSync(file, JSON.stringify(stated));
  expect(await replace(secas)).toMatchObject(nothing);
  expect(await now()).toEqual(marked);
  expect(await replace(dcc)).toMatchObject({ changed: 1, confirmed: [`${name}#workOffPlan`] });
  expect(await now()).toEqual(confirmed);
});

it('counts of a file that replaces what was written, neither what stood nor what was left', async () => {
  const { secas, id, facts, folder } = await bothSides();
  const file = join(folder, 'less.json');
  await secas.does('release.export', { release: id, out: file });
  const stated = JSON.parse(readFileSync(file, 'utf8'));
  stated.testPhases[0].workOffPlan = 'Not SECAS’s to say.';
  const [first] = facts.criteria;
  stated.criteria.find((one: { id: string }) => one.id === first?.id).text = 'Worded by the file.';
  stated.risks.pop();
  stated.risks.push({ title: 'One more' });
  writeFileSync(file, JSON.stringify(stated));
  expect(await secas.does('release.import', { file, replace: true })).toMatchObject({
    ...{ records: 3, added: 1, changed: 1, removed: 1, files: 0, isNew: false },
    leftOut: [`testPhase:${facts.testPhases[0]?.name}#workOffPlan`],
  });
});
