import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, type Laptop, laptop, name, round, takeWaiting, trust } from '../support/laptops.ts';
import { spread } from './manyLaptops.ts';

describe('a folder that many laptops share', () => {
  it('costs each of them the same, however many they are', async () => {
    const all = [await spread(5), await spread(20)];
    for (const found of all) {
      const { laptops, first, edit, idle } = found;
      process.stdout.write(`${JSON.stringify(found)}\n`);
      expect(found).toMatchObject({ reached: laptops, waiting: 0, comparisons: 2 });
      // Each of the others opens one file, and nobody answers.
      expect([edit.bundles, edit.opened]).toEqual([1, laptops - 1]);
      expect(edit.bytes).toBeLessThan(20_000);
      expect(first.bundles).toBeLessThanOrEqual(2);
      expect(idle).toEqual({ bundles: 0, bytes: 0, opened: 0 });
    }
    expect(all[1]?.edit.bytes).toBeLessThan(1.2 * (all[0]?.edit.bytes ?? 0));
  });

  it('holds each piece of evidence once, and takes from there only what its name says', async () => {
    const { shared, folder, laptops } = await folderOf(3);
    const [first, second, third] = laptops as [Laptop, Laptop, Laptop];
    for (const one of [second, third]) await trust(one, first);
    await round(laptops, shared);
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'All tests passed. '.repeat(10_000));
    const fields = { reference: 'EV-001', title: 'Report', provider: 'SECAS', criteria: ['AC-01'] };
    const { changes } = await first.does('evidence.add', { asOf: null, release: name, file, fields });
    const sha256 = String(changes[0]?.record?.sha256);
    await first.sync();
    const there = join(shared, 'files', sha256);
    expect(readdirSync(join(shared, 'files'))).toEqual([sha256]);
    await second.sync();
    expect(existsSync(join(second.store, 'files', sha256.slice(0, 2), sha256))).toBe(true);
    for (const spoil of [
      () => writeFileSync(there, 'Another content.'),
      () => symlinkSync(file, there),
      () => undefined,
    ]) {
      rmSync(there, { force: true });
      spoil();
      expect(await third.sync()).toMatchObject({ applied: 0, waiting: 1 });
      expect(existsSync(join(third.store, 'files', sha256.slice(0, 2), sha256))).toBe(false);
    }
    // Whoever holds it puts it there again.
    await second.sync();
    expect(await third.sync()).toMatchObject({ applied: 1, waiting: 0 });
    expect(existsSync(join(third.store, 'files', sha256.slice(0, 2), sha256))).toBe(true);
    const { places } = await first.does('evidence.purge', {
      asOf: null,
      id: changes[0]?.id ?? '',
      reason: 'a private letter',
    });
    expect(places.map(({ sentence }) => sentence)).toContain('removed from the shared folder');
    expect(existsSync(there)).toBe(false);
    await round(laptops, shared);
    for (const one of laptops) expect(existsSync(join(one.store, 'files', sha256.slice(0, 2), sha256))).toBe(false);
    // Somebody who has not heard of it puts it back.
    writeFileSync(there, 'All tests passed. '.repeat(10_000));
    await second.sync();
    expect(existsSync(there)).toBe(false);
  });
});

describe('a lead', () => {
  it('introduces its colleagues, takes it back, and vouches for nobody of the other side', async () => {
    const { shared, folder, laptops } = await folderOf(2);
    const [secas, dcc] = laptops as [Laptop, Laptop];
    const colleague = laptop(folder, shared, 'DCC', 'Cy Colleague');
    await colleague.share(null);
    await trust(secas, dcc, true);
    await trust(dcc, secas, true);
    await trust(colleague, secas);
    await trust(dcc, colleague);
    await round([secas, dcc, colleague], shared);
    await colleague.edit('criterion', { rationale: 'From a colleague.' });
    await round([colleague, secas, dcc], shared);
    expect((await secas.facts()).criteria[0]?.rationale).toBe('From a colleague.');
    const found = (await secas.status()).peers.find((peer) => peer.name === 'Cy Colleague');
    expect(found).toMatchObject({ confirmedOn: null, lead: false, vouchedBy: 'Person 2, DCC' });
    // SECAS's lead says that somebody is of the DCC: nobody goes by that.
    const stranger = laptop(folder, shared, 'DCC', 'Mal Stranger');
    await stranger.share(null);
    await trust(stranger, secas);
    await trust(secas, stranger);
    await round([stranger, secas, dcc], shared);
    await stranger.edit('criterion', { rationale: 'From a stranger.' });
    await round([stranger, dcc], shared);
    expect((await dcc.facts()).criteria[0]?.rationale).toBe('From a colleague.');
    expect((await dcc.waiting())[0]?.sentence).toMatch(/^Nobody here has confirmed the key of Mal Stranger/);
    // The lead takes back its word on the colleague.
    const { fingerprint } = await colleague.status();
    await dcc.does('exchange.forget', { fingerprint });
    await round([dcc, secas], shared);
    await colleague.edit('criterion', { rationale: 'After it was taken back.' });
    await round([colleague, secas], shared);
    expect((await secas.facts()).criteria[0]?.rationale).not.toBe('After it was taken back.');
    const sentences = (await secas.waiting()).map(({ sentence }) => sentence);
    expect(sentences).toContain('Nobody here has confirmed the key of Cy Colleague, DCC yet.');
  });

  it('is a lead of one side only, and of a side', async () => {
    const { laptops } = await folderOf(1);
    const [secas] = laptops as [Laptop];
    const who = { fingerprint: 'abcd '.repeat(8).trim(), name: 'Nobody', confirmed: true, lead: true };
    expect((await secas.refuses('exchange.confirmPeer', { ...who, organisation: 'A Supplier' })).message).toMatch(
      /^A lead vouches for the keys of its own side/,
    );
    await secas.does('exchange.confirmPeer', { ...who, organisation: 'DCC' });
    expect((await secas.status()).peers[0]).toMatchObject({ lead: true, organisation: 'DCC' });
  });
});

describe('a laptop whose store was copied, or put back, while it shared a folder', () => {
  it('goes on beside the other copy: nobody’s file is overwritten, and nobody’s words are lost', async () => {
    const { shared, folder, laptops } = await folderOf(3);
    const [secas, dcc, third] = laptops as [Laptop, Laptop, Laptop];
    for (const [one, other] of [
      [secas, dcc],
      [dcc, secas],
      [third, secas],
      [third, dcc],
    ] as const)
      await trust(one, other, true);
    await round([secas, dcc, third], shared);
    dcc.engine.close();
    cpSync(dcc.store, join(folder, 'Twin'), { recursive: true });
    const [again, twin] = [laptop(folder, shared, 'DCC', 'Person 2'), laptop(folder, shared, 'DCC', 'Twin')];
    await again.edit('criterion', { rationale: 'From the first.' });
    await twin.edit('criterion', { selfStatus: 'met' });
    await round([again, twin, secas, third], shared);
    // One key whose history goes two ways is told, and left to a person.
    expect((await secas.waiting())[0]?.sentence).toMatch(/was written anew; ask Person 2|was written anew; ask Twin/);
    for (const one of [secas, third, again, twin, secas, third]) await takeWaiting(one);
    for (const one of [secas, third, again, twin]) {
      expect((await one.facts()).criteria[0]).toMatchObject({ rationale: 'From the first.', selfStatus: 'met' });
      expect(await one.waiting()).toEqual([]);
      expect((await one.does('store.check', {})).ok).toBe(true);
    }

    // The folder of the store is put back to an earlier day, after others have seen what came later.
    again.engine.close();
    cpSync(again.store, join(folder, 'kept'), { recursive: true });
    const later = laptop(folder, shared, 'DCC', 'Person 2');
    await later.edit('criterion', { rationale: 'Written, seen and lost.' });
    await round([later, secas], shared);
    await secas.edit('criterion', { text: 'Worded after that.' });
    await secas.sync();
    later.engine.close();
    rmSync(later.store, { recursive: true });
    cpSync(join(folder, 'kept'), later.store, { recursive: true });
    const back = laptop(folder, shared, 'DCC', 'Person 2');
    await back.edit('view', { wording: 'After it was put back.' });
    for (const one of [back, secas, third, back, secas]) await takeWaiting(one);
    for (const one of [secas, third, back]) {
      const { criteria, views } = await one.facts();
      expect(criteria[0]).toMatchObject({ rationale: 'Written, seen and lost.', text: 'Worded after that.' });
      expect(views[0]?.wording).toBe('After it was put back.');
      expect((await one.does('store.check', {})).ok).toBe(true);
    }
  });
});
