import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { linesOf, putTogether, takeApart } from './craft.ts';
import { bothSides, name, side, trusting } from './sides.ts';

type Side = ReturnType<typeof side>;

/** Which computer a store is on, where it is another than the test's own. */
const computers = new Map<string, string>();

function goTo({ folder }: Side): void {
  process.env.SEC_GOLIVE_STATE = computers.get(folder) ?? computers.get('') ?? process.env.SEC_GOLIVE_STATE;
}

beforeEach(() => {
  computers.clear();
  computers.set('', String(process.env.SEC_GOLIVE_STATE));
});

/** Criterion AC-01 as it reads in this store, which is opened anew, as another start of the app would. */
async function criterionOf(at: Side) {
  goTo(at);
  const again = side('SECAS', at.folder);
  const found = await again.criterion();
  const { ok } = await again.does('store.check', {});
  again.engine.close();
  return { ...found, ok };
}

/** One edit in a process of its own: the store is opened, changed and closed. */
async function editApart(at: Side, organisation: 'SECAS' | 'Smart DCC Ltd', fields: Record<string, unknown>) {
  goTo(at);
  const again = side(organisation, at.folder);
  await again.edit(fields);
  const moved = (await again.does('store.status', {})).moved;
  again.engine.close();
  return moved;
}

function exportTo(from: Side, to: string): string {
  goTo(from);
  const run = from.cli('bundle', 'export', name, '--out', to);
  expect([run.code, run.err]).toEqual([0, '']);
  return to;
}

function apply(at: Side, file: string) {
  goTo(at);
  const run = at.cli('--json', 'bundle', 'apply', file, ...trusting(at.cli, file));
  expect([0, 1]).toContain(run.code);
  return run.json() as { plan: { conflicts: { record: string; mine: string; theirs: string }[] } };
}

describe('a store folder that was copied', () => {
  it('is a store of its own: both values stand in a conflict, nothing is empty, and the exchange goes on', async () => {
    const { folder, secas, dcc } = await bothSides();
    secas.engine.close();
    dcc.engine.close();
    const twin = side('SECAS', join(folder, 'twin'));
    cpSync(secas.store, twin.store, { recursive: true });
    expect(await editApart(secas, 'SECAS', { text: 'the first copy’s' })).toBeNull();
    expect(await editApart(twin, 'SECAS', { text: 'the second copy’s' })).toMatch(/was copied, or put back/);
    // It has said so, and does not say it again.
    expect(await editApart(twin, 'SECAS', { text: 'the second copy’s, again' })).toBeNull();
    apply(dcc, exportTo(secas, join(folder, 'one.golive')));
    const met = apply(dcc, exportTo(twin, join(folder, 'two.golive'))).plan.conflicts;
    expect(met).toMatchObject([
      { record: 'criterion:AC-01', mine: 'the first copy’s', theirs: 'the second copy’s, again' },
    ]);
    expect((await criterionOf(dcc)).text).toMatch(/copy’s/);
    apply(secas, exportTo(dcc, join(folder, 'three.golive')));
    apply(twin, exportTo(dcc, join(folder, 'four.golive')));
    await editApart(secas, 'SECAS', { text: 'settled' });
    apply(dcc, exportTo(secas, join(folder, 'five.golive')));
    apply(twin, exportTo(dcc, join(folder, 'six.golive')));
    for (const each of [secas, dcc, twin]) expect(await criterionOf(each)).toMatchObject({ text: 'settled', ok: true });
  });

  it.each([1, 2, 3])('and put back over itself loses nothing, whatever was written since (%i edits)', async (edits) => {
    const { folder, secas, dcc } = await bothSides();
    secas.engine.close();
    dcc.engine.close();
    const copy = join(folder, 'copy');
    cpSync(secas.store, copy, { recursive: true });
    await editApart(secas, 'SECAS', { text: 'written after the copy' });
    apply(dcc, exportTo(secas, join(folder, 'one.golive')));
    rmSync(secas.store, { recursive: true });
    cpSync(copy, secas.store, { recursive: true });
    const said: (string | null)[] = [];
    for (let at = 1; at <= edits; at += 1) said.push(await editApart(secas, 'SECAS', { text: `written anew ${at}` }));
    expect(said.filter((sentence) => sentence !== null)).toHaveLength(1);
    const met = apply(dcc, exportTo(secas, join(folder, 'two.golive'))).plan.conflicts;
    expect(met).toMatchObject([{ mine: 'written after the copy', theirs: `written anew ${edits}` }]);
    // What the DCC sends back was made for a store that it knows to be what it is now: nothing is refused.
    apply(secas, exportTo(dcc, join(folder, 'three.golive')));
    expect(await criterionOf(secas)).toMatchObject({ text: (await criterionOf(dcc)).text, ok: true });
    await editApart(dcc, 'Smart DCC Ltd', { selfStatus: 'met' });
    apply(secas, exportTo(dcc, join(folder, 'four.golive')));
    expect(await criterionOf(secas)).toMatchObject({ selfStatus: 'met', ok: true });
  });

  it('is told in the terminal on the other stream, once', async () => {
    const { folder, secas } = await bothSides();
    secas.engine.close();
    const twin = side('SECAS', join(folder, 'twin'));
    cpSync(secas.store, twin.store, { recursive: true });
    expect(secas.cli('bundle', 'export', name, '--out', join(folder, 'one.golive')).err).toBe('');
    const first = twin.cli('--json', 'release', 'list');
    expect(first.err).toMatch(/^The store in .* was copied, or put back from a copy/);
    expect(first.json()).toHaveLength(1);
    expect(twin.cli('release', 'list').err).toBe('');
  });

  it('is not taken for one where this computer has no place to remember it', async () => {
    const { folder, secas } = await bothSides();
    secas.engine.close();
    const place = process.env.SEC_GOLIVE_STATE;
    process.env.SEC_GOLIVE_STATE = join(secas.store, 'store.sqlite', 'nowhere');
    const other = side('SECAS', join(folder, 'other'));
    await other.does('release.create', {
      name,
      kind: 'system',
      slot: null,
      adHocReason: null,
      approvedDate: null,
    } as never);
    expect((await other.does('store.status', {})).moved).toBeNull();
    other.engine.close();
    const again = side('SECAS', join(folder, 'other'));
    expect((await again.does('store.status', {})).moved).toBeNull();
    again.engine.close();
    process.env.SEC_GOLIVE_STATE = place;
    expect(readdirSync(place ?? '').length).toBeGreaterThan(0);
  });
});

describe('copies that nothing told apart', () => {
  /** Two copies that write under one id: the whole computer was copied, with what it remembers. */
  async function blindTwins() {
    const { folder, secas, dcc } = await bothSides();
    secas.engine.close();
    dcc.engine.close();
    const twin = side('SECAS', join(folder, 'twin'));
    cpSync(secas.store, twin.store, { recursive: true });
    computers.set(twin.folder, join(folder, 'computer'));
    cpSync(String(computers.get('')), join(folder, 'computer'), { recursive: true });
    expect(await editApart(secas, 'SECAS', { text: 'the first copy’s' })).toBeNull();
    expect(await editApart(twin, 'SECAS', { text: 'the second copy’s' })).toBeNull();
    return { folder, secas, dcc, twin };
  }

  it('are two writers to whoever hears of both: the hashes differ, so that both values stand and nothing is empty', async () => {
    const { folder, secas, dcc, twin } = await blindTwins();
    apply(dcc, exportTo(secas, join(folder, 'one.golive')));
    const seen = dcc.cli('--json', 'bundle', 'inspect', exportTo(twin, join(folder, 'two.golive'))).json();
    expect(seen.plan).toMatchObject({
      refused: [],
      conflicts: [{ mine: 'the first copy’s', theirs: 'the second copy’s' }],
    });
    expect(seen.plan.conflicts[0].reason).toMatch(
      /^Two copies of one store wrote this \([0-9a-f-]{36} and [0-9a-f-]{36}\)\. /,
    );
    apply(dcc, join(folder, 'two.golive'));
    // Either copy learns of the other, and goes on as a store of its own.
    apply(secas, exportTo(dcc, join(folder, 'three.golive')));
    apply(twin, exportTo(dcc, join(folder, 'four.golive')));
    const [one, two] = [await criterionOf(secas), await criterionOf(twin)];
    expect([one.text, two.text]).toEqual([(await criterionOf(dcc)).text, (await criterionOf(dcc)).text]);
    await editApart(twin, 'SECAS', { text: 'settled by the second' });
    apply(dcc, exportTo(twin, join(folder, 'five.golive')));
    apply(secas, exportTo(dcc, join(folder, 'six.golive')));
    for (const each of [secas, dcc, twin])
      expect(await criterionOf(each)).toMatchObject({ text: 'settled by the second', ok: true });
    await editApart(secas, 'SECAS', { text: 'and by the first' });
    apply(dcc, exportTo(secas, join(folder, 'seven.golive')));
    apply(twin, exportTo(dcc, join(folder, 'eight.golive')));
    for (const each of [secas, dcc, twin])
      expect(await criterionOf(each)).toMatchObject({ text: 'and by the first', ok: true });
  });

  it('of a version that tells no hashes empty nothing either, and it is told', async () => {
    const { folder, secas, dcc, twin } = await blindTwins();
    const old = async (from: Side, to: string) => {
      const craft = await takeApart(exportTo(from, join(folder, 'new.golive')));
      const knowledge = craft.manifest.knowledge as Record<string, unknown>;
      craft.manifest.version = 1;
      craft.manifest.knowledge = { before: knowledge.before, after: knowledge.after };
      delete craft.manifest.from.formerly;
      const entries = linesOf(craft.parts.get('history.ndjson')).map(({ hash: _, ...entry }) => JSON.stringify(entry));
      craft.parts.set('history.ndjson', Buffer.from(entries.map((entry) => `${entry}\n`).join('')));
      await putTogether(join(folder, to), craft);
      return join(folder, to);
    };
    apply(dcc, await old(secas, 'one.golive'));
    const met = apply(dcc, await old(twin, 'two.golive')).plan.conflicts;
    expect(met).toMatchObject([{ mine: 'the first copy’s', theirs: 'the second copy’s', default: 'mine' }]);
    expect(await criterionOf(dcc)).toMatchObject({ text: 'the first copy’s', ok: true });
  });

  it('and a bundle that claims to know the future of a store empties nothing, and what comes later is taken', async () => {
    const { folder, secas, dcc } = await bothSides();
    secas.engine.close();
    dcc.engine.close();
    await editApart(dcc, 'Smart DCC Ltd', { selfStatus: 'met' });
    apply(secas, exportTo(dcc, join(folder, 'one.golive')));
    await editApart(secas, 'SECAS', { text: 'anew' });
    const craft = await takeApart(exportTo(secas, join(folder, 'two.golive')));
    const knowledge = craft.manifest.knowledge as { after: Record<string, number> };
    const future = Object.fromEntries(Object.keys(knowledge.after).map((store) => [store, 900]));
    craft.manifest.knowledge = { ...knowledge, after: future };
    await putTogether(join(folder, 'poison.golive'), craft);
    apply(dcc, join(folder, 'poison.golive'));
    expect(await criterionOf(dcc)).toMatchObject({ text: 'anew', selfStatus: 'met', ok: true });
    await editApart(secas, 'SECAS', { text: 'later' });
    apply(dcc, exportTo(secas, join(folder, 'three.golive')));
    expect(await criterionOf(dcc)).toMatchObject({ text: 'later', selfStatus: 'met', ok: true });
    await editApart(dcc, 'Smart DCC Ltd', { selfStatus: 'notMet' });
    apply(secas, exportTo(dcc, join(folder, 'four.golive')));
    expect(await criterionOf(secas)).toMatchObject({ text: 'later', selfStatus: 'notMet', ok: true });
  });
});
