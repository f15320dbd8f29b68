import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { testEngine } from '../support/engine.ts';
import { type Laptop, laptop, name, round, takeWaiting, trust } from '../support/laptops.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Both sides set up the same release before either heard of the other's. */
async function setUpTwice() {
  const folder = scratchFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const secas = laptop(folder, shared, 'SECAS', 'Ada Byron');
  const dcc = laptop(folder, shared, 'DCC', 'Bo Test');
  const ids: string[] = [];
  for (const one of [secas, dcc]) {
    const slot = slotSchema.parse('2026-06');
    const made = { name, kind: 'system' as const, slot, adHocReason: null, approvedDate: null, onBehalf: true };
    const { id } = await one.does('release.create', made);
    ids.push(id);
    await one.share(id);
  }
  const [ours, theirs] = ids as [string, string];
  const add = (one: Laptop, kind: 'criterion' | 'view' | 'risk', fields: Record<string, unknown>) =>
    one.does('record.create', {
      asOf: null,
      releaseId: one === secas ? ours : theirs,
      kind,
      fields,
      onBehalf: true,
    });
  await add(secas, 'criterion', { reference: 'AC-01', text: 'All tests passed.', owner: 'DCC' });
  await add(secas, 'criterion', { reference: 'AC-02', text: 'Only SECAS has it.', owner: 'SECAS' });
  await add(dcc, 'criterion', { reference: 'AC-01', text: 'All SIT tests passed.', owner: 'DCC', selfStatus: 'met' });
  await add(dcc, 'criterion', { reference: 'AC-03', text: 'Only the DCC has it.', owner: 'DCC' });
  await add(dcc, 'view', { body: 'TAG', criterion: 'AC-03', position: 'supports' });
  await trust(secas, dcc, true);
  await trust(dcc, secas, true);
  await round([secas, dcc, secas], shared);
  return { shared, secas, dcc, ours, theirs };
}

const openById = async (one: Laptop, release: string) =>
  (await one.does('release.open', { release, asOf: null })).facts;

it('keeps two releases of one slot beside each other, and makes one of them by choice, everywhere', async () => {
  const { shared, secas, dcc, ours, theirs } = await setUpTwice();
  for (const one of [secas, dcc])
    expect((await one.does('release.list', {})).map((release) => release.name)).toEqual([name, name]);
  // Either may be worked on meanwhile.
  const asked = { asOf: null, kind: 'release' as const, id: ours, fields: { adHocReason: 'None.' } };
  await secas.does('record.edit', { ...asked, onBehalf: true });

  const input = { release: ours, other: theirs, choices: {}, dryRun: true };
  const seen = await secas.does('release.join', input);
  expect(seen.differences).toEqual([
    expect.objectContaining({
      record: 'criterion:AC-01',
      field: 'text',
      mine: 'All tests passed.',
      theirs: 'All SIT tests passed.',
      chosen: null,
    }),
  ]);
  expect((await secas.does('release.list', {})).length).toBe(2);
  const stray = await secas.refuses('release.join', {
    ...input,
    dryRun: false,
    choices: { 'criterion:AC-09#text': 'mine' },
  });
  expect(stray.message).toMatch(/nothing to choose/);
  // What is in the archive takes nobody's daily work there.
  const stays = [ours, theirs].sort()[0] as string;
  await secas.does('release.archive', { release: stays, archived: true });
  for (const dryRun of [true, false])
    expect((await secas.refuses('release.join', { ...input, dryRun })).message).toMatch(
      /, which would stay, is in the archive, and .* take it out of the archive first\.$/,
    );
  await secas.does('release.archive', { release: stays, archived: false });
  const choices = { 'criterion:AC-01#text': 'theirs' as const };
  const joined = await secas.does('release.join', { ...input, dryRun: false, choices });
  expect(joined.id).toBe([ours, theirs].sort()[0]);
  const facts = await secas.facts();
  expect(facts.criteria.map(({ reference, text }) => [reference, text]).sort()).toEqual([
    ['AC-01', 'All SIT tests passed.'],
    ['AC-02', 'Only SECAS has it.'],
    ['AC-03', 'Only the DCC has it.'],
  ]);
  expect(facts.criteria.find(({ reference }) => reference === 'AC-01')?.selfStatus).toBe('met');
  expect(facts.views).toMatchObject([{ body: 'TAG', criterion: 'AC-03', position: 'supports' }]);
  expect((await secas.does('store.check', {})).ok).toBe(true);

  // What SECAS wrote in the DCC's name is asked there, and then both have one and the same release.
  await secas.sync();
  await takeWaiting(dcc);
  await round([dcc, secas], shared);
  expect((await dcc.does('release.list', {})).length).toBe(1);
  expect(await openById(dcc, joined.id)).toEqual(await openById(secas, joined.id));
  expect((await dcc.does('store.check', {})).ok).toBe(true);
});

it('comes to the same where both join at once', async () => {
  const { shared, secas, dcc, ours, theirs } = await setUpTwice();
  const choices = { 'criterion:AC-01#text': 'theirs' as const };
  await secas.does('release.join', { release: ours, other: theirs, choices, dryRun: false });
  const mirrored = { 'criterion:AC-01#text': 'mine' as const };
  await dcc.does('release.join', { release: theirs, other: ours, choices: mirrored, dryRun: false, onBehalf: true });
  for (const one of [secas, dcc, secas, dcc]) await takeWaiting(one);
  await round([secas, dcc], shared);
  for (const one of [secas, dcc]) expect((await one.does('release.list', {})).length).toBe(1);
  const texts = async (one: Laptop) =>
    (await one.facts()).criteria.map(({ reference, text }) => `${reference} ${text}`).sort();
  expect(await texts(dcc)).toEqual(await texts(secas));
  expect((await texts(secas)).length).toBe(3);
});

/** Two of one slot in one store: SECAS recorded the test phases of one of them for the DCC. */
async function twoHere() {
  const folder = scratchFolder();
  const as = (organisation: string) =>
    testEngine(join(folder, 'store'), { actor: { name: `${organisation} person`, organisation } });
  const [secas, dcc] = [as('SECAS'), as('DCC')];
  const make = (title: string) =>
    secas.does('release.create', {
      ...{ name: title, kind: 'system', slot: slotSchema.parse('2026-06'), adHocReason: null, approvedDate: null },
    });
  const made = [await make(name), await make('Other')].map(({ id }) => id).toSorted();
  const [stays, goes] = made as [string, string];
  const add = (one: typeof secas, releaseId: string, fields: Record<string, unknown>, onBehalf = false) =>
    one.does('record.create', { asOf: null, releaseId, kind: 'testPhase', fields, onBehalf });
  await add(dcc, stays, { name: 'SIT', passed: 5 });
  await add(dcc, goes, { name: 'SIT', passed: 10 });
  await add(secas, goes, { name: 'UIT', passed: 3 }, true);
  const phases = async () => (await dcc.does('release.open', { release: stays, asOf: null })).facts.testPhases;
  const input = { release: stays, other: goes, choices: {}, dryRun: false };
  return { secas, dcc, phases, input };
}

it('leaves what was recorded on its owner’s behalf to be confirmed', async () => {
  const { secas, phases, input } = await twoHere();
  await secas.does('release.join', input);
  expect((await phases()).find((one) => one.name === 'UIT')?.onBehalf).toMatchObject([
    { field: 'name', for: 'DCC' },
    { field: 'passed', for: 'DCC', by: 'SECAS person, SECAS' },
  ]);
});

it('lets a side put a value of the other’s in place of another on its behalf only, dry or not', async () => {
  const { secas, dcc, phases, input } = await twoHere();
  const choices = { 'testPhase:SIT#passed': 'theirs' as const };
  for (const dryRun of [true, false])
    expect(await secas.refuses('release.join', { ...input, choices, dryRun })).toMatchObject({
      kind: 'notAllowed',
      where: 'testPhase:SIT#passed',
    });
  const sit = async () => (await phases()).find((one) => one.name === 'SIT');
  await secas.does('release.join', { ...input, choices, onBehalf: true });
  expect(await sit()).toMatchObject({ passed: 10, onBehalf: [{ field: 'passed', for: 'DCC' }] });
  await dcc.does('record.undoLast', { asOf: null, release: input.release, onBehalf: true });
  expect(await sit()).toMatchObject({ passed: 5 });
  await dcc.does('release.join', { ...input, choices });
  expect(await sit()).toMatchObject({ passed: 10, onBehalf: null });
});

it('refuses a dry run by what refuses the join, and knows the two releases by either name', async () => {
  const { secas, dcc, input } = await twoHere();
  const both = { ...input, dryRun: true };
  const stray = await secas.refuses('release.join', { ...both, choices: { 'criterion:AC-09#text': 'mine' } });
  expect(stray.message).toMatch(/nothing to choose/);
  for (const called of [name, 'Other']) {
    const choices = { [`release:${called}#name`]: 'theirs' as const };
    const { differences } = await secas.does('release.join', { ...both, choices });
    expect(differences.find(({ field }) => field === 'name')?.chosen).toBe('theirs');
  }
  const outside = testEngine(dcc.engine.openedStore()?.paths.folder ?? '', {
    actor: { name: 'Out', organisation: 'Nobody' },
  });
  expect((await outside.refuses('release.join', both)).kind).toBe('notAllowed');
});
