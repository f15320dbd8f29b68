import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Stamps } from '../../electron/store/openStore.ts';
import { readRecord } from '../../electron/store/records.ts';
import type { Conflict } from '../../shared/domain/merge/plan.ts';
import type { ListKind } from '../../shared/domain/records/recordKinds.ts';
import { randomFrom } from '../fuzz/mutate.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Desk, desk, pair } from './desk.ts';
import type { MemoryBundle } from './memoryBundle.ts';
import { Replica } from './replica.ts';

const schedules = Number(process.env.SEC_GOLIVE_SCHEDULES ?? 40);
const lists: Partial<Record<ListKind, string>> = { criterion: 'criteria', evidence: 'evidence' };

/** A real store and its double in memory, which does the same at the same moment. */
interface Twin {
  readonly desk: Desk;
  readonly double: Replica;
}

interface Sent {
  readonly to: Twin;
  readonly file: string;
  readonly bundle: MemoryBundle;
}

it.each(Array.from({ length: schedules }, (_, at) => at))(
  'real stores do what the merge in memory does (schedule %i)',
  async (seed) => {
    const random = randomFrom(seed + 1);
    let time = 0;
    const twins = await makeTwins(() => time, random() < 0.4 ? 3 : 2);
    const post: Sent[] = [];
    let serial = 0;
    for (let step = 0; step < 26; step += 1) {
      time += random() < 0.7 ? 1 : 0;
      const twin = pick(twins, random);
      const chance = random();
      if (chance < 0.15) create(twin, random);
      else if (chance < 0.45) edit(twin, random);
      else if (chance < 0.55) await change(twin, random, chance < 0.51);
      else if (chance < 0.8) {
        const to = pick(twins, random);
        serial += 1;
        if (to !== twin) post.push(await send(twin, to, serial, random() < 0.2));
      } else if (post.length > 0) {
        const at = Math.floor(random() * post.length);
        const sent = post[at] as Sent;
        if (random() < 0.6) post.splice(at, 1);
        await receive(sent);
      }
    }
    for (let round = 0; round < 2; round += 1) {
      for (const from of twins)
        for (const to of twins) {
          serial += 1;
          if (from !== to) await receive(await send(from, to, serial, false));
        }
    }
    for (const twin of twins) {
      expect(await twin.desk.isClean()).toBe(true);
      expect(await twin.desk.facts()).toEqual(await twins[0]?.desk.facts());
    }
  },
);

async function makeTwins(time: () => number, count: number): Promise<readonly Twin[]> {
  const folder = scratchFolder();
  const { secas, dcc } = await pair(folder, (at) => stampsOf(time, at));
  const desks =
    count === 2 ? [secas, dcc] : [secas, dcc, await desk(join(folder, 'third'), 'Ofgem', stampsOf(time, 2))];
  const first = await secas.send('first.golive');
  for (const other of desks.slice(1)) await other.take(first.file);
  const organisations = ['SECAS', 'DCC', 'Ofgem'];
  return desks.map((one, at) => ({
    desk: one,
    double: new Replica(
      one.storeId,
      organisations[at] as string,
      () => time() + at * 3,
      () => {
        throw new Error('Nothing was copied here');
      },
    ),
  }));
}

/** The clock that the double has too; ids of its own. */
function stampsOf(time: () => number, at: number): Stamps {
  let tick = 0;
  return {
    now: () => new Date(1_790_000_000_000 + (time() + at * 3) * 1000).toISOString(),
    newId: () => {
      tick += 1;
      return `0000000${at}-0000-7000-8000-${String(tick).padStart(12, '0')}`;
    },
  };
}

function create({ desk: side, double }: Twin, random: () => number): void {
  const kind = random() < 0.5 ? 'criterion' : 'evidence';
  const owner = random() < 0.5 ? 'DCC' : 'SECAS';
  const number = 1 + Math.floor(random() * 4);
  const reference = `${kind === 'criterion' ? 'AC' : 'EV'}-0${number}`;
  if ([...double.living(kind)].some(({ fields }) => fields.reference === reference)) return;
  const own = kind === 'criterion' ? { owner, text: 'first' } : { provider: owner, criteria: [`AC-0${number}`] };
  const id = side.create(kind, { reference, ...own });
  const stored = readRecord(side.store.db, kind, id);
  double.create(kind, id, stored?.fields ?? {});
}

function edit({ desk: side, double }: Twin, random: () => number): void {
  const state = pickRecord(double, random);
  if (!state) return;
  const value = `value ${Math.floor(random() * 4)}`;
  const owner = random() < 0.5 ? 'DCC' : 'SECAS';
  const choices =
    state.kind === 'criterion'
      ? [{ text: value }, { rationale: value }, { owner }, { text: value, rationale: value }]
      : [{ title: value }, { provider: owner }, { criteria: [`AC-0${1 + Math.floor(random() * 4)}`] }];
  const fields = pick(choices as readonly Record<string, unknown>[], random);
  side.edit(state.kind, state.id, fields);
  double.edit(state.id, fields);
}

async function change({ desk: side, double }: Twin, random: () => number, isRemoval: boolean): Promise<void> {
  if (isRemoval) {
    const state = pickRecord(double, random);
    if (!state) return;
    side.remove(state.kind, state.id);
    double.setAlive(state.id, false);
    return;
  }
  const all = [...double.records.values()].filter(
    ({ id, kind }) => ![...double.living(kind)].some((one) => one.id === id),
  );
  const state = all.length > 0 ? pick(all, random) : null;
  if (state && side.restores(state.kind, state.id)) double.setAlive(state.id, true);
}

function pickRecord(double: Replica, random: () => number) {
  const kind = random() < 0.6 ? 'criterion' : 'evidence';
  const living = [...double.living(kind)];
  return living.length > 0 ? ({ kind, id: pick(living, random).id } as const) : null;
}

async function send(from: Twin, to: Twin, serial: number, full: boolean): Promise<Sent> {
  const bundle = from.double.export(full ? null : to.desk.storeId);
  const peer = from.desk.fingerprintOf(to.desk.storeId);
  const sent = await from.desk.send(`${serial}.golive`, { full: full || peer === null, to: peer });
  return { to, file: sent.file, bundle };
}

async function receive({ to, file, bundle }: Sent): Promise<void> {
  const conflicts = to.double.apply(bundle)?.conflicts ?? [];
  expect(to.double.fault).toBeNull();
  const applied = await to.desk.take(file);
  expect(named(applied.plan.conflicts)).toEqual(named(conflicts));
  const facts = (await to.desk.facts()) as Record<string, readonly { readonly id: string }[]>;
  for (const [kind, list] of Object.entries(lists)) {
    const real = Object.fromEntries((facts[list] ?? []).map(({ id, ...fields }) => [id, fields]));
    const double = Object.fromEntries([...to.double.living(kind as ListKind)].map(({ id, fields }) => [id, fields]));
    expect(real).toEqual(double);
  }
}

function named(
  conflicts: readonly Pick<Conflict, 'record' | 'field' | 'mine' | 'theirs' | 'default'>[],
): readonly string[] {
  return conflicts
    .map(({ record, field, mine, theirs, default: side }) => JSON.stringify([record, field, mine, theirs, side]))
    .sort();
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}
