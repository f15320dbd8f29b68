import { describe, expect, it } from 'vitest';
import { listConflicts, settleConflict } from '../../electron/engine/exchange/conflicts.ts';
import { transact } from '../../electron/engine/transact.ts';
import { readRecord } from '../../electron/store/records.ts';
import { twiceKinds } from '../../shared/domain/merge/sameThing.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, pair } from './desk.ts';

type Fields = Readonly<Record<string, unknown>>;

const sha256 = 'ab'.repeat(32);

/** One thing as two people enter it: what both say, and what each says otherwise. */
const entered: Partial<Record<ListKind, { readonly both: Fields; readonly one: Fields; readonly other: Fields }>> = {
  view: {
    both: { body: 'TAG', criterion: 'AC-01', on: '2026-05-01', position: 'doesNotSupport' },
    one: { wording: 'Not enough tests.' },
    other: { wording: 'The volumes were too low.' },
  },
  meeting: {
    both: { body: 'CSC', on: '2026-06-10' },
    one: { papersBy: '2026-06-01' },
    other: { papersBy: '2026-06-03' },
  },
  modification: {
    both: { reference: 'MP200', inScope: true },
    one: { title: 'Firmware', status: 'approved' },
    other: { title: 'Firmware of the Hub', status: 'rejected' },
  },
  testIssue: { both: { reference: 'DEF-1' }, one: { severity: 1 }, other: { severity: 2 } },
  testPhase: { both: { name: 'SIT', region: 'North' }, one: { failed: 0 }, other: { failed: 3 } },
  submission: { both: { on: '2026-06-11' }, one: { presentedBy: ['SECAS'] }, other: { presentedBy: ['DCC'] } },
  evidence: {
    both: { sha256, file: 'report.pdf' },
    one: { reference: 'EV-001', title: 'SIT report' },
    other: { reference: 'EV-007', title: 'Report of SIT' },
  },
  comment: {
    both: { pack: 'SEC-GL 2026-06 · 1', page: 4, at: 'criterion:AC-01', author: 'Zoë Łuka', text: 'Is this right?' },
    one: { answer: 'It is.' },
    other: { answer: 'It was, and was mended.' },
  },
};

const openAt = (one: Desk) => listConflicts(one.store.db, one.release.id).filter(({ isOpen }) => isOpen);

async function exchange(secas: Desk, dcc: Desk, round: number) {
  const [toDcc, toSecas] = [await secas.send(`${round}.golive`), await dcc.send(`${round}.golive`)];
  await secas.take(toSecas.file);
  await dcc.take(toDcc.file);
}

async function enteredOnBoth(kind: ListKind, one: Fields, other: Fields) {
  const { secas, dcc } = await pair(scratchFolder());
  secas.create('criterion', { reference: 'AC-01', text: 'x', bodies: ['TAG'] });
  await dcc.take((await secas.send('0.golive')).file);
  const [mine, theirs] = [secas.create(kind, one), dcc.create(kind, other)];
  await exchange(secas, dcc, 1);
  await exchange(secas, dcc, 2);
  return { secas, dcc, mine, theirs };
}

/** What stands in the store; issues are no part of the facts that the window holds. */
function standing(side: Desk, kind: ListKind, id: string): Fields | undefined {
  const record = readRecord(side.store.db, kind, id);
  return record && !record.removed ? record.fields : undefined;
}

it('knows of every kind that two people enter how it is recognised', () => {
  expect([...twiceKinds].sort()).toEqual(Object.keys(entered).sort());
});

describe.each(twiceKinds)('a %s that two sides entered', (kind) => {
  const { both, one, other } = entered[kind] ?? { both: {}, one: {}, other: {} };

  it('stays twice on both, as one choice, until one side chooses', async () => {
    const { secas, dcc, mine, theirs } = await enteredOnBoth(kind, { ...both, ...one }, { ...both, ...other });
    for (const side of [secas, dcc]) {
      for (const id of [mine, theirs]) expect(standing(side, kind, id)).toBeDefined();
      expect(openAt(side)).toMatchObject([{ field: 'twice', default: null, chosen: null }]);
    }
    expect(openAt(secas)[0]).toMatchObject({ mine: one, theirs: other, mineBy: { name: 'Ada Byron' } });
    const [open] = openAt(dcc);
    const settled = transact(
      dcc.context,
      dcc.store,
      (set) => settleConflict(set, dcc.release.id, open?.number ?? 0, 'theirs'),
      'sides',
    );
    expect(settled.ok).toBe(true);
    await exchange(secas, dcc, 3);
    for (const side of [secas, dcc]) {
      expect(openAt(side)).toEqual([]);
      expect(standing(side, kind, mine)).toMatchObject(one);
      expect(standing(side, kind, theirs)).toBeUndefined();
      expect(await side.isClean()).toBe(true);
    }
    expect(await dcc.facts()).toEqual(await secas.facts());
  });

  it('stands once where both say the same, and asks nobody', async () => {
    const said = { ...both, ...one };
    const { secas, dcc, mine, theirs } = await enteredOnBoth(kind, said, said);
    for (const side of [secas, dcc]) {
      const left = [standing(side, kind, mine), standing(side, kind, theirs)].filter(Boolean);
      expect(left).toHaveLength(1);
      expect(openAt(side)).toEqual([]);
    }
    expect(await dcc.facts()).toEqual(await secas.facts());
  });
});

it('says of what goes at once, because it says the same, neither that it comes nor that anybody must let it in', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  await dcc.take((await secas.send('0.golive')).file);
  const { both = {}, one } = entered.modification ?? {};
  secas.create('modification', { ...both, ...one });
  dcc.create('modification', { ...both, ...one });
  const seen = await secas.inspect((await dcc.send('1.golive')).file);
  expect(seen.ok && seen.value).toMatchObject({ plan: { added: 0, removed: 0 }, marked: [], kinds: [] });
});

it('may be chosen before the bundle is applied, and is shown with what each says', async () => {
  const { secas, dcc } = await pair(scratchFolder());
  await dcc.take((await secas.send('0.golive')).file);
  const { both = {}, one, other } = entered.meeting ?? {};
  const [mine, theirs] = [secas.create('meeting', { ...both, ...one }), dcc.create('meeting', { ...both, ...other })];
  const { file } = await dcc.send('1.golive');
  const seen = await secas.inspect(file);
  expect(seen.ok && seen.value.plan.conflicts).toMatchObject([
    { record: 'meeting:CSC 2026-06-10', field: 'twice', mine: one, theirs: other, default: null },
  ]);
  await secas.take(file, { 'meeting:CSC 2026-06-10#twice': 'theirs' });
  expect([standing(secas, 'meeting', mine), standing(secas, 'meeting', theirs)]).toMatchObject([
    undefined,
    other as Fields,
  ]);
});

it('the modification that stays is called as it was entered, whichever is chosen, and counts once before', async () => {
  const { both = {}, one = {}, other = {} } = entered.modification ?? {};
  for (const choice of ['mine', 'theirs'] as const) {
    const { secas, mine, theirs } = await enteredOnBoth('modification', { ...both, ...one }, { ...both, ...other });
    const { findings } = await secas.does('readiness.compute', { release: secas.release.id, asOf: null });
    expect(findings.find(({ rule }) => rule === 'scope.not-empty')?.sentence).toBe(
      '1 modification is in scope (§2); MP200, entered on both sides, counts once until somebody chooses.',
    );
    const [open] = openAt(secas);
    expect(open).toMatchObject({ record: 'modification:MP200', mine: one, theirs: other });
    expect([Object.keys(open?.mine as Fields), Object.keys(open?.theirs as Fields)].flat()).not.toContain('part');
    const settle = () =>
      transact(
        secas.context,
        secas.store,
        (set) => settleConflict(set, secas.release.id, open?.number ?? 0, choice),
        'sides',
      );
    expect(settle().ok).toBe(true);
    expect(openAt(secas)).toEqual([]);
    expect(standing(secas, 'modification', choice === 'mine' ? mine : theirs)).toMatchObject({ part: null });
    expect(standing(secas, 'modification', choice === 'mine' ? theirs : mine)).toBeUndefined();
  }
});

it('views of two days are two views', async () => {
  const { both = {}, one = {}, other = {} } = entered.view ?? {};
  const { secas } = await enteredOnBoth('view', { ...both, ...one }, { ...both, ...other, on: '2026-05-08' });
  expect(openAt(secas)).toEqual([]);
});
