import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slotSchema } from '../../shared/domain/calendar/slots.ts';
import { sampleFile, testEngine } from '../support/engine.ts';
import { pasted } from '../support/pasted.ts';
import { scratchFolder } from '../support/scratch.ts';

/** As much of a connection as a test needs to let somebody in before the write lock is taken. */
interface Transacting {
  transaction: (work: () => unknown) => (() => unknown) & { immediate: () => unknown };
}

const name = 'November 2021 SEC Release';

async function withBoth() {
  const folder = scratchFolder();
  const store = join(folder, 'store');
  const as = (organisation: string, who = 'Ada Byron') => testEngine(store, { actor: { name: who, organisation } });
  const [secas, dcc, outsider] = [as('SECAS'), as('DCC', 'Bo Test'), as('Ofgem', 'Olga')];
  const { id, entry, through } = await secas.does('release.import', { file: sampleFile, replace: false });
  const facts = async () => (await secas.does('release.open', { release: id, asOf: null })).facts;
  const table = (kind: 'issues' | 'criteria' | 'views', text: string) => pasted(id, kind, text, { plan: false });
  const take = async (side: typeof secas, kind: 'issues' | 'criteria' | 'views', text: string) =>
    side.does('import.take', { token: (await side.does('import.read', table(kind, text))).token, skip: [] });
  const file = (what: string) => {
    const path = join(folder, `${what}.txt`);
    writeFileSync(path, what);
    return path;
  };
  return { folder, store, secas, dcc, outsider, id, entry, through, facts, table, take, file };
}

const edit = (kind: 'testPhase' | 'criterion' | 'release' | 'view', id: string, fields: object, onBehalf = false) => ({
  asOf: null,
  kind,
  id,
  fields: { ...fields },
  onBehalf,
});

describe('who may change what', () => {
  it('lets somebody of neither side record views and meetings, and nothing else', async () => {
    const { outsider, id, facts, file, table } = await withBoth();
    const create = (kind: 'meeting' | 'risk', fields: object) => ({
      asOf: null,
      releaseId: id,
      kind,
      fields: { ...fields },
    });
    await outsider.does('record.create', create('meeting', { body: 'CSC', on: '2021-10-26' }));
    const before = await facts();
    const refusals = [
      await outsider.refuses('record.create', create('risk', { title: 'x' })),
      await outsider.refuses('record.edit', edit('release', id, { about: 'x' }, true)),
      await outsider.refuses('evidence.add', { asOf: null, release: id, file: file('x'), fields: {} }),
      await outsider.refuses('release.import', { file: sampleFile, replace: true }),
      await outsider.refuses('release.clone', { release: id, slot: '2022-06', onBehalf: true }),
      await outsider.refuses('release.remove', { release: id }),
      await outsider.refuses('release.archive', { release: id, archived: true }),
    ];
    for (const refused of refusals) expect(refused).toMatchObject({ kind: 'notAllowed' });
    expect(refusals[0]?.message).toMatch(/^Only SECAS and the DCC change the facts of a release/);
    const { token } = await outsider.does('import.read', table('issues', 'Issue key\tStatus\nDEF-1\tOpen'));
    expect(await outsider.does('import.take', { token, skip: [] })).toMatchObject({
      taken: 0,
      refusedCount: 1,
      entry: 0,
    });
    expect(await facts()).toEqual(before);
  });

  it('gives each side its own recommendation and its own sign-off, on nobody’s behalf', async () => {
    const { secas, dcc, id, facts } = await withBoth();
    await dcc.does('record.edit', edit('release', id, { 'recommendation.dcc': 'Go.' }));
    await secas.refuses('record.edit', edit('release', id, { 'recommendation.dcc': 'No.' }, true));
    await dcc.refuses('record.edit', edit('release', id, { 'recommendation.secas': 'No.' }, true));
    const submission = (await facts()).submissions[0]?.id ?? '';
    const sign = (signedOff: readonly object[]) => ({
      ...edit('release', submission, { signedOff }, true),
      kind: 'submission' as const,
    });
    const theirs = { organisation: 'DCC', by: 'Bo Test', on: '2021-10-20' };
    const ours = { organisation: 'SECAS', by: 'Ada Byron', on: '2021-10-20' };
    await secas.refuses('record.edit', sign([theirs]));
    await dcc.does('record.edit', sign([theirs]));
    await secas.does('record.edit', sign([theirs, ours]));
    await secas.refuses('record.edit', sign([ours]));
  });

  it('does not let one side take away what the other provided', async () => {
    const { secas, facts } = await withBoth();
    const item = (await facts()).evidence.find((one) => one.provider === 'DCC');
    const refused = await secas.refuses('record.remove', { asOf: null, kind: 'evidence', id: item?.id ?? '' });
    expect(refused.message).toMatch(/provides is changed by the DCC/);
  });
});

describe('on behalf', () => {
  it('is refused without the switch, marked field by field with it, and confirmed by the owner’s own word', async () => {
    const { secas, dcc, facts } = await withBoth();
    const phase = (await facts()).testPhases[0];
    const now = async () => (await facts()).testPhases.find((one) => one.id === phase?.id);
    const write = (fields: object, onBehalf = false) => edit('testPhase', phase?.id ?? '', fields, onBehalf);
    expect((await secas.refuses('record.edit', write({ passed: 400 }))).kind).toBe('notAllowed');
    await secas.does('record.edit', write({ passed: 400, failed: 12 }, true));
    const mark = (field: string) => ({ field, by: 'Ada Byron, SECAS', for: 'DCC', on: '2026-05-01' });
    expect(await now()).toMatchObject({ passed: 400, onBehalf: [mark('failed'), mark('passed')] });
    // The same value is a word of its owner's, too: it confirms.
    await dcc.does('record.edit', write({ passed: 400 }));
    expect(await now()).toMatchObject({ passed: 400, onBehalf: [mark('failed')] });
    await dcc.does('record.edit', write({ failed: 3 }));
    expect(await now()).toMatchObject({ failed: 3, onBehalf: null });
  });

  it('is taken back by whoever recorded it, value and mark', async () => {
    const { secas, facts } = await withBoth();
    const before = await facts();
    const phase = before.testPhases[0]?.id ?? '';
    const done = await secas.does('record.edit', edit('testPhase', phase, { passed: 1 }, true));
    const undone = await secas.does('record.undo', { asOf: null, entry: done.entry, through: done.through });
    expect(await facts()).toEqual(before);
    await secas.does('record.undo', { asOf: null, entry: undone.entry, through: undone.through });
    expect((await facts()).testPhases[0]).toMatchObject({ passed: 1, onBehalf: [{ field: 'passed', for: 'DCC' }] });
  });

  it('cannot be claimed or cleared by writing the marks themselves', async () => {
    const { secas, facts } = await withBoth();
    const criterion = (await facts()).criteria[0];
    const onBehalf = [{ field: 'text', by: 'X', for: 'DCC', on: '2021-01-01' }];
    await secas.does('record.edit', edit('criterion', criterion?.id ?? '', { text: 'Anew.', onBehalf }));
    expect((await facts()).criteria[0]).toMatchObject({ text: 'Anew.', onBehalf: null });
  });
});

describe('taking back', () => {
  it('asks whose it is: the DCC does not take back an import of SECAS’s criteria, whatever its file was called', async () => {
    const { folder, secas, dcc, facts, table } = await withBoth();
    const before = await facts();
    const file = join(folder, 'merged from SECAS.csv');
    writeFileSync(file, 'Reference,Text\nAC-90,A new one\n');
    const { token } = await secas.does('import.read', { ...table('criteria', ''), text: null, file });
    const { entry, through } = await secas.does('import.take', { token, skip: [] });
    expect((await dcc.refuses('record.undo', { asOf: null, entry, through })).kind).toBe('notAllowed');
    await secas.does('record.undo', { asOf: null, entry, through });
    expect(await facts()).toEqual(before);
  });

  it('an import names its own entries, not those of a program that wrote while it waited', async () => {
    const { secas, dcc, id, facts, table } = await withBoth();
    const { token } = await dcc.does('import.read', table('issues', 'Issue key\tStatus\nDEF-1\tOpen'));
    // The other program writes once the import has begun, and before it holds the write lock.
    const db = dcc.engine.openedStore()?.db as unknown as Transacting;
    const transaction = db.transaction.bind(db);
    let written: Promise<unknown> | null = null;
    const theirs = { asOf: null, releaseId: id, kind: 'risk' as const, fields: { title: 'Theirs' } };
    db.transaction = (work) => {
      const prepared = transaction(work);
      const immediate = () => {
        written ??= secas.does('record.create', theirs);
        return prepared.immediate();
      };
      return Object.assign(() => prepared(), { immediate });
    };
    const taken = await dcc.does('import.take', { token, skip: [] });
    db.transaction = transaction;
    await written;
    await dcc.does('record.undo', { asOf: null, entry: taken.entry, through: taken.through });
    const after = await facts();
    expect(after.risks.some((risk) => risk.title === 'Theirs')).toBe(true);
    expect(
      (
        await secas.does('issues.page', {
          releaseId: id,
          offset: 0,
          limit: 9,
          phase: null,
          severity: null,
          open: null,
          text: 'DEF-1',
        })
      ).total,
    ).toBe(0);
  });

  it('takes an attached file’s record back, also one that was received for the other side', async () => {
    const { secas, dcc, id, facts, file } = await withBoth();
    const before = await facts();
    const fields = { provider: 'DCC', criteria: ['AC-01'] };
    const { entry, through } = await secas.does('evidence.add', { asOf: null, release: id, file: file('new'), fields });
    expect((await facts()).evidence).toHaveLength(before.evidence.length + 1);
    await secas.does('record.undo', { asOf: null, entry, through });
    expect(await facts()).toEqual(before);
    const again = await dcc.does('evidence.add', { asOf: null, release: id, file: file('own'), fields });
    const range = { asOf: null, entry: again.entry, through: again.through };
    expect((await secas.refuses('record.undo', range)).kind).toBe('notAllowed');
    await dcc.does('record.undo', range);
  });

  it('takes the creation of a release back, unless something was added to it', async () => {
    const { secas } = await withBoth();
    const input = { kind: 'system' as const, slot: slotSchema.parse('2016-11'), adHocReason: null, approvedDate: null };
    const names = async () => (await secas.does('release.list', {})).map((release) => release.name);
    const first = await secas.does('release.create', { ...input, name: 'November 2016 SEC Release' });
    const undone = await secas.does('record.undo', { asOf: null, entry: first.entry, through: first.through });
    expect(undone).toMatchObject({ readiness: null, changes: [{ kind: 'release', record: null }] });
    expect(await names()).toEqual([name]);
    const second = await secas.does('release.create', { ...input, name: 'Second' });
    await secas.does('record.create', { asOf: null, releaseId: second.id, kind: 'risk', fields: { title: 'x' } });
    const range = { asOf: null, entry: second.entry, through: second.through };
    expect((await secas.refuses('record.undo', range)).message).toMatch(/was added to this release since \(a risk\)/);
  });

  it('removes a wrong release and brings it back', async () => {
    const { secas, dcc, id, facts } = await withBoth();
    const before = await facts();
    expect((await dcc.refuses('release.remove', { release: id })).kind).toBe('notAllowed');
    const { entry, through } = await secas.does('release.remove', { release: name });
    expect(await secas.does('release.list', {})).toEqual([]);
    await secas.does('record.undo', { asOf: null, entry, through });
    expect(await facts()).toEqual(before);
  });

  it('goes back one change at a time, over what was taken back already', async () => {
    const { secas, id, facts } = await withBoth();
    const criterion = async () => (await facts()).criteria[0]?.text;
    const first = await criterion();
    const key = (await facts()).criteria[0]?.id ?? '';
    await secas.does('record.edit', edit('criterion', key, { text: 'Second.' }));
    await secas.does('record.edit', edit('criterion', key, { text: 'Third.' }));
    await secas.does('record.undoLast', { asOf: null, release: id });
    expect(await criterion()).toBe('Second.');
    await secas.does('record.undoLast', { asOf: null, release: id });
    expect(await criterion()).toBe(first);
  });
});

describe('a copy and a replacement', () => {
  it('marks what a copy holds of the other side’s, and carries the conditions that are open', async () => {
    const { secas, dcc, id, facts } = await withBoth();
    const slot = slotSchema.parse('2022-06');
    const before = await facts();
    expect((await dcc.refuses('release.clone', { release: id, slot })).kind).toBe('notAllowed');
    const made = await secas.does('release.clone', { release: id, slot });
    const phases = before.testPhases.length;
    expect(made.records).toContainEqual({ kind: 'testPhase', count: phases, marked: phases });
    expect(made.records).toContainEqual({ kind: 'criterion', count: before.criteria.length, marked: 0 });
    const copy = (await secas.does('release.open', { release: made.id, asOf: null })).facts;
    expect(copy.testPhases[0]?.onBehalf?.map((mark) => mark.field)).toContain('name');
    expect(copy.criteria[0]?.onBehalf).toBeNull();
    expect(copy.conditions.map((one) => [one.text, one.due?.on, one.source?.release])).toEqual(
      before.conditions.map((one) => [one.text, expect.stringMatching(/^2021-12-/), name]),
    );
    await secas.does('record.undo', { asOf: null, entry: made.entry, through: made.through });
    expect(await secas.does('release.list', {})).toHaveLength(1);
  });

  it('replaces what a side owns, names what it left, and leaves that as it stood', async () => {
    const { folder, secas, dcc, id, facts } = await withBoth();
    const out = join(folder, 'release.json');
    await secas.does('release.export', { release: id, out });
    const phase = (await facts()).testPhases[0];
    const criterion = (await facts()).criteria[0];
    await dcc.does('record.edit', edit('testPhase', phase?.id ?? '', { passed: 400 }));
    await secas.does('record.edit', edit('criterion', criterion?.id ?? '', { text: 'Worded anew.' }));
    const done = await secas.does('release.import', { file: out, replace: true });
    expect(done.leftOut).toEqual([`testPhase:${phase?.name}#passed`]);
    expect((await facts()).testPhases[0]?.passed).toBe(400);
    expect((await facts()).criteria[0]?.text).toBe(criterion?.text);
    const forThem = await secas.does('release.import', { file: out, replace: true, onBehalf: true });
    expect(forThem.leftOut).toEqual([]);
    expect((await facts()).testPhases[0]).toMatchObject({
      passed: phase?.passed,
      onBehalf: [{ field: 'passed', for: 'DCC' }],
    });
  });
});
