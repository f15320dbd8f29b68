import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, type Laptop, laptop, nothingElse, trust } from '../support/laptops.ts';

/** Two that share a folder, have the release, and trust each other's key. */
async function trusting() {
  const { folder, shared, laptops, id } = await folderOf(2);
  const [secas, dcc] = laptops as [Laptop, Laptop];
  await trust(dcc, secas);
  await trust(secas, dcc);
  return { folder, shared, secas, dcc, id };
}

const sendBundle = (from: Laptop, out: string, what: { type: 'changes' | 'receipt'; full: boolean }) =>
  from.does('bundle.export', { release: 'June 2026 SEC Release', out, passphrase: null, to: null, ...what });
const takeBundle = (by: Laptop, file: string) =>
  by.does('bundle.apply', { file, passphrase: null, choices: {}, token: null });

const bundlesIn = (shared: string) => readdirSync(shared).filter((file) => file.endsWith('.golive'));

describe('the shared folder', () => {
  it('carries a release both ways, answers nothing to what it read, and writes only its own files', async () => {
    const { shared, secas, dcc } = await trusting();
    expect(await secas.sync()).toMatchObject({ applied: 0, sent: 1, waiting: 0 });
    expect(await dcc.sync()).toEqual({ applied: 1, sent: 0, waiting: 0, conflicts: 0, ...nothingElse });
    await dcc.edit('criterion', { selfStatus: 'met' });
    expect(await dcc.sync()).toMatchObject({ applied: 0, sent: 1 });
    await secas.edit('criterion', { text: 'Worded anew.' });
    expect(await secas.sync()).toMatchObject({ applied: 1, sent: 1 });
    expect(await dcc.sync()).toMatchObject({ applied: 1, sent: 0 });
    expect(await dcc.facts()).toEqual(await secas.facts());
    const quiet = readdirSync(shared);
    expect(quiet.length).toBe(3);
    expect(quiet.every((file) => /^[0-9a-f-]{36}-[0-9a-f]{12}-\d{6}\.golive$/.test(file))).toBe(true);
  });

  it('reads nothing but names where there is nothing new: what is known is not even looked at', async () => {
    const { shared, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    for (const file of bundlesIn(shared)) writeFileSync(join(shared, file), 'spoilt since');
    const before = dcc.counts.opened;
    expect(await dcc.sync()).toEqual({ applied: 0, sent: 0, waiting: 0, conflicts: 0, ...nothingElse });
    expect(await secas.sync()).toEqual({ applied: 0, sent: 0, waiting: 0, conflicts: 0, ...nothingElse });
    expect(dcc.counts.opened).toBe(before);
  });

  it('takes no harm from files that are half there, late, doubled, out of order or foreign', async () => {
    const { shared, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    const made: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      await secas.edit('criterion', { text: `Wording ${round}.` });
      const before = new Set(readdirSync(shared));
      await secas.sync();
      made.push(...readdirSync(shared).filter((each) => !before.has(each)));
    }
    const [first, second, third] = made as [string, string, string];
    const bytes = new Map(made.map((file) => [file, readFileSync(join(shared, file))] as const));
    const put = (file: string, part = 1) => {
      const whole = bytes.get(file) as Buffer;
      writeFileSync(join(shared, file), whole.subarray(0, whole.length * part));
    };
    for (const file of made) rmSync(join(shared, file));
    writeFileSync(join(shared, 'holiday.golive'), 'not a bundle');
    mkdirSync(join(shared, 'folder.golive'));
    put(first, 0.5);
    expect(await dcc.sync()).toMatchObject({ applied: 0 });
    put(third);
    expect(await dcc.sync()).toMatchObject({ applied: 0 });
    const opened = dcc.counts.opened;
    expect(await dcc.sync()).toMatchObject({ applied: 0 });
    expect(dcc.counts.opened).toBe(opened);
    put(first);
    utimesSync(join(shared, first), 1, 1);
    expect(await dcc.sync()).toMatchObject({ applied: 1 });
    expect((await dcc.facts()).criteria[0]?.text).toBe('Wording 1.');
    copyFileSync(join(shared, third), join(shared, `copy of ${third}`));
    put(second);
    expect(await dcc.sync()).toMatchObject({ applied: 2 });
    expect((await dcc.facts()).criteria[0]?.text).toBe('Wording 3.');
    expect(await secas.facts()).toEqual(await dcc.facts());
    expect((await dcc.does('store.check', {})).ok).toBe(true);
    expect((await dcc.waiting()).map(({ name: file }) => file)).toEqual(['holiday.golive']);
  });

  it('writes anew what was lost, whoever wrote it, and once', async () => {
    const { folder, shared, laptops } = await folderOf(3);
    const [writer, , colleague] = laptops as [Laptop, Laptop, Laptop];
    await trust(colleague, writer, true);
    await trust(writer, colleague, true);
    await writer.sync();
    await colleague.sync();
    for (const text of ['Wording 1.', 'Wording 2.']) {
      await writer.edit('criterion', { text });
      await writer.sync();
      await colleague.sync();
    }
    // All three are the writer's, in their order.
    const [, lost] = bundlesIn(shared);
    rmSync(join(shared, lost as string));
    // Its writer may be gone for good, and a newcomer must still get all of it.
    expect(await colleague.sync()).toMatchObject({ sent: 0 });
    expect(await colleague.sync()).toMatchObject({ sent: 1 });
    expect(await colleague.sync()).toMatchObject({ sent: 0 });
    const newcomer = laptop(folder, shared, 'DCC', 'Person 4');
    await newcomer.share(null);
    await trust(newcomer, writer);
    await trust(newcomer, colleague);
    await newcomer.sync();
    expect((await newcomer.facts()).criteria[0]?.text).toBe('Wording 2.');
    expect(await writer.sync()).toMatchObject({ sent: 0 });
  });

  it('never uses a name twice, also where the folder was left and chosen again', async () => {
    const { shared, secas, dcc, id } = await trusting();
    await secas.sync();
    await dcc.sync();
    const [first] = bundlesIn(shared) as [string];
    await secas.does('exchange.stopSharing', {});
    rmSync(join(shared, first));
    await secas.share(id);
    await secas.edit('criterion', { text: 'Worded since.' });
    await secas.sync();
    expect(bundlesIn(shared)).not.toContain(first);
    await dcc.sync();
    expect((await dcc.facts()).criteria[0]?.text).toBe('Worded since.');
  });

  it('relies on no stranger and on no receipt for what the folder says', async () => {
    const { shared, folder, secas, dcc } = await trusting();
    const bundle = (from: Laptop, file: string, type: 'changes' | 'receipt', full: boolean) =>
      from.does('bundle.export', {
        ...{ release: 'June 2026 SEC Release', passphrase: null, to: null, full, type },
        out: file,
      });
    await secas.sync();
    await dcc.sync();
    const mail = join(folder, 'mail.golive');
    const stranger = laptop(folder, join(folder, 'elsewhere'), 'DCC', 'Person 3');
    const take = (by: Laptop, file: string) =>
      by.does('bundle.apply', { file, passphrase: null, choices: {}, token: null });
    await secas.edit('criterion', { text: 'Not in the folder yet.' });
    await bundle(secas, mail, 'changes', true);
    await take(stranger, mail);
    await take(dcc, mail);
    // Both claim to hold what SECAS has not put there yet: one is a stranger's, the other holds nothing.
    await bundle(stranger, join(shared, 'strange.golive'), 'changes', true);
    await bundle(dcc, join(shared, 'receipt.golive'), 'receipt', false);
    expect(await secas.sync()).toMatchObject({ sent: 1 });
  });

  it('puts in the place of many files of one store one that holds everything', async () => {
    const { folder, shared, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    let most = 0;
    for (let at = 1; at <= 52; at += 1) {
      await secas.edit('criterion', { text: `Wording ${at}.` });
      await secas.sync();
      most = Math.max(most, bundlesIn(shared).length);
    }
    expect(most).toBe(49);
    expect(bundlesIn(shared).length).toBeLessThan(10);
    await dcc.sync();
    expect(await dcc.facts()).toEqual(await secas.facts());
    expect(await dcc.sync()).toEqual({ applied: 0, sent: 0, waiting: 0, conflicts: 0, ...nothingElse });
    const third = laptop(folder, shared, 'DCC', 'Person 3');
    await third.share(null);
    await trust(third, secas);
    await third.sync();
    expect((await third.facts()).criteria[0]?.text).toBe('Wording 52.');
  });

  it('carries on once what came in another way, for those who only have the folder', async () => {
    const { folder, secas, dcc } = await trusting();
    await secas.sync();
    await dcc.sync();
    const outside = laptop(folder, join(folder, 'elsewhere'), 'DCC', 'Person 3');
    await trust(outside, secas);
    await trust(secas, outside);
    const send = (from: Laptop, file: string) => sendBundle(from, join(folder, file), { type: 'changes', full: true });
    const take = (by: Laptop, file: string) => takeBundle(by, join(folder, file));
    await send(secas, 'out.golive');
    await take(outside, 'out.golive');
    await outside.edit('criterion', { selfStatus: 'met', rationale: 'Seen.' });
    await send(outside, 'back.golive');
    await take(secas, 'back.golive');
    expect(await secas.sync()).toMatchObject({ sent: 1 });
    // It is the DCC's own word, and only SECAS passes it on: it is asked.
    expect(await dcc.sync()).toMatchObject({ applied: 0, waiting: 1 });
    const [waiting] = await dcc.waiting();
    const { file } = await dcc.does('exchange.findWaiting', { name: waiting?.name ?? '' });
    // What builds on it comes meanwhile, and waits for nobody once it is taken.
    await secas.edit('criterion', { text: 'Worded anew.' });
    await secas.sync();
    expect(await dcc.sync()).toMatchObject({ applied: 0, waiting: 1 });
    await dcc.does('bundle.apply', { file, passphrase: null, choices: {}, token: null });
    expect(await dcc.waiting()).toEqual([]);
    expect(await dcc.sync()).toEqual({ applied: 1, sent: 0, waiting: 0, conflicts: 0, ...nothingElse });
    expect((await dcc.facts()).criteria[0]).toMatchObject({ rationale: 'Seen.', text: 'Worded anew.' });
  });

  it('keeps nothing back in other bundles for those who read the folder', async () => {
    const { folder, shared, secas, dcc } = await trusting();
    const byMail = laptop(folder, join(folder, 'elsewhere'), 'DCC', 'Person 3');
    await secas.sync();
    await dcc.sync();
    await dcc.edit('criterion', { selfStatus: 'met' });
    await dcc.sync();
    await secas.sync();
    const mail = join(folder, 'mail.golive');
    const bundle = (from: Laptop, type: 'changes' | 'receipt', full: boolean) => sendBundle(from, mail, { type, full });
    const take = (by: Laptop) => takeBundle(by, mail);
    await bundle(secas, 'changes', true);
    await take(byMail);
    for (const text of ['Wording 1.', 'Wording 2.']) {
      await secas.edit('criterion', { text });
      await secas.edit('view', { wording: text });
      await secas.sync();
      await dcc.sync();
    }
    await bundle(secas, 'changes', true);
    await take(byMail);
    await bundle(byMail, 'receipt', false);
    await take(secas);
    // The DCC's first laptop has read all of it, and never told so.
    expect(await bundle(secas, 'changes', false)).toMatchObject({ records: 0 });
    expect(bundlesIn(shared).length).toBe(4);
  });

  it('takes conflicts open, for a choice anywhere to close everywhere, and leaves unknown keys to a person', async () => {
    const { shared, secas, dcc, id } = await trusting();
    await secas.sync();
    await dcc.sync();
    await secas.edit('view', { wording: 'Content.' });
    await dcc.edit('view', { wording: 'Content with the tests.' });
    await dcc.sync();
    expect(await secas.sync()).toEqual({ applied: 1, sent: 1, waiting: 0, conflicts: 1, ...nothingElse });
    // What stands here stands on, and the conflict that says so came with a bundle that was taken in.
    expect(await dcc.sync()).toMatchObject({ applied: 1, waiting: 0, conflicts: 1 });
    const open = async (one: Laptop) =>
      (await one.does('exchange.conflicts', { releaseId: id })).filter((conflict) => conflict.isOpen);
    const [conflict] = await open(secas);
    expect(conflict).toMatchObject({ record: 'view:TAG/AC-01', mine: 'Content.', theirs: 'Content with the tests.' });
    expect((await open(dcc)).length).toBe(1);
    const settled = { releaseId: id, number: conflict?.number ?? 0, choice: 'theirs' as const, asOf: null };
    await secas.does('exchange.settle', settled);
    await secas.sync();
    await dcc.sync();
    expect((await dcc.facts()).views[0]?.wording).toBe('Content with the tests.');
    expect([await open(secas), await open(dcc)]).toEqual([[], []]);
    const stranger = laptop(join(shared, '..'), shared, 'DCC', 'Person 3');
    await stranger.share(null);
    expect(await stranger.sync()).toMatchObject({ applied: 0, sent: 0 });
    expect((await stranger.waiting())[0]?.sentence).toMatch(/^Nobody here has confirmed the key/);
    expect((await stranger.refuses('exchange.findWaiting', { name: '../secas/store.sqlite' })).kind).toBe('notFound');
  });

  it('does nothing by itself until somebody switches that on, and says when the folder is out of reach', async () => {
    const { shared, secas, id } = await trusting();
    expect(await secas.does('exchange.sync', { quietly: true })).toEqual({
      applied: 0,
      sent: 0,
      waiting: 0,
      conflicts: 0,
      ...nothingElse,
    });
    expect(readdirSync(shared)).toEqual([]);
    await secas.does('exchange.arrange', { automatic: true, releases: [id] });
    expect(await secas.does('exchange.sync', { quietly: true })).toMatchObject({ sent: 1 });
    rmSync(shared, { recursive: true });
    expect((await secas.refuses('exchange.sync', { quietly: false })).message).toBe(
      `The shared folder ${shared} cannot be reached now, and nothing was lost; connect its disk or network drive, and exchange again.`,
    );
    expect((await secas.status()).sharing?.problem).toMatch(/cannot be reached now/);
    await secas.does('exchange.stopSharing', {});
    expect((await secas.status()).sharing).toBeNull();
    expect(existsSync(shared)).toBe(false);
  });
});
