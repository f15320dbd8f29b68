import { copyFileSync, cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { firstHash, hashOf, headOfRow, type LedgerRow } from '../../electron/store/chain.ts';
import { createRelease, name, side } from '../exchange/sides.ts';
import { scratchFolder } from '../support/scratch.ts';

/** The computer on which all of it is done; an attack has a computer of its own, as it was before. */
const computer = String(process.env.SEC_GOLIVE_STATE);
afterEach(() => {
  process.env.SEC_GOLIVE_STATE = computer;
});

/**
 * SECAS's store as it was left by a process that was killed, so that its last entries lie in its log alone; a final, a
 * backup and the DCC's store, which all knew those entries; and an early state of its database.
 */
async function killedStore(): Promise<string> {
  const folder = scratchFolder();
  process.env.SEC_GOLIVE_STATE = join(folder, 'computer');
  const [secas, dcc] = [side('SECAS', join(folder, 'working')), side('Smart DCC Ltd', join(folder, 'dcc'))];
  const id = await createRelease(secas);
  await secas.edit({ text: 'Nearly all passed.' });
  await dcc.take((await secas.send('1.golive')).file);
  secas.engine.close();
  copyFileSync(join(secas.store, 'store.sqlite'), join(folder, 'early.sqlite'));
  await secas.edit({ text: 'All passed.' });
  await secas.does('release.archive', { release: id, archived: true });
  await secas.does('release.archive', { release: id, archived: false });
  const order = { release: name, asOf: null, final: true, acceptBlockers: 'Asked.' };
  await secas.does('pack.export', { ...order, out: join(folder, 'final.pdf') });
  await secas.does('store.backup', { out: join(folder, 'backup.sqlite') });
  await dcc.take((await secas.send('2.golive')).file);
  cpSync(secas.store, join(folder, 'secas/store'), { recursive: true });
  cpSync(join(folder, 'computer'), join(folder, 'secas/computer'), { recursive: true });
  dcc.engine.close();
  return folder;
}

type Attack = (store: string, whole: string) => void;

/** Who finds it: the store itself, as it is opened or checked; a final or a backup; the DCC from a receipt or a bundle. */
type Finder = 'opening' | 'check' | 'final' | 'backup' | 'receipt' | 'bundle';

/** By somebody who knows the guards, and puts them back. */
function edited(work: (db: Database.Database) => unknown): Attack {
  return (store) => {
    const db = new Database(join(store, 'store.sqlite'));
    db.pragma('foreign_keys = OFF');
    const guards = db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'ledger'",
      )
      .all();
    for (const guard of guards) db.exec(`DROP TRIGGER ${guard.name}`);
    work(db);
    for (const guard of guards) db.exec(guard.sql);
    db.close();
  };
}

const run = (sql: string) => edited((db) => db.exec(sql));

/** Writes the chain anew over changed content, as somebody would who knows how it is made. */
function recompute(db: Database.Database): void {
  db.exec("UPDATE ledger SET actor = 'Somebody else' WHERE seq = 2");
  let previous = firstHash;
  for (const row of db.prepare<[], LedgerRow>('SELECT * FROM ledger ORDER BY seq').all()) {
    const hash = hashOf(previous, headOfRow(row), row.changes);
    db.prepare('UPDATE ledger SET previous_hash = ?, hash = ? WHERE seq = ?').run(previous, hash, row.seq);
    previous = hash;
  }
}

/** Robs a store of its log: what was written since the last checkpoint lay nowhere else. */
function deleteLog(store: string): void {
  const log = join(store, 'store.sqlite-wal');
  expect(statSync(log).size).toBeGreaterThan(0);
  rmSync(log);
  rmSync(join(store, 'store.sqlite-shm'), { force: true });
}

const putBack: Attack = (store, whole) => {
  deleteLog(store);
  copyFileSync(join(whole, 'early.sqlite'), join(store, 'store.sqlite'));
};

/** With the facts that hung on it, so that what is left agrees with itself. */
const cutEnd = `DELETE FROM final_pack; UPDATE release SET archived_in = 6;
  DELETE FROM change_group WHERE through > (SELECT max(seq) - 2 FROM ledger);
  DELETE FROM ledger WHERE seq > (SELECT max(seq) - 2 FROM ledger)`;

const swap = `UPDATE ledger SET seq = 1000 WHERE seq = 5; UPDATE ledger SET seq = 5 WHERE seq = 6;
  UPDATE ledger SET seq = 6 WHERE seq = 1000`;

const forge = `INSERT INTO ledger (id, at, actor, organisation, store_id, action, changes, previous_hash, hash)
  SELECT 'forged', at, 'Eve', organisation, store_id, 'profile', '[]', hash, previous_hash
  FROM ledger ORDER BY seq DESC LIMIT 1`;

const others: readonly Finder[] = ['opening', 'final', 'backup', 'receipt', 'bundle'];

/** What is done to a store, who finds it, and what each of them names. */
const attacks: readonly (readonly [string, Attack, readonly Finder[], RegExp])[] = [
  ['an entry changed', run("UPDATE ledger SET actor = 'Eve' WHERE seq = 2"), ['check'], /Entry 2 .* was changed/],
  ['an entry taken out', run('DELETE FROM ledger WHERE seq = 3'), ['check'], /Entry 3 of the history is missing/],
  ['two entries swapped', run(swap), ['check'], /Entry 5 .* was changed afterwards.\nEntry 6 .* was changed/],
  ['an entry forged', run(forge), ['check'], /Entry 9 .* was changed/],
  ['its end cut off', run(cutEnd), others, /ends at entry 6\b.* (7|8)\b/],
  ['the chain computed anew', edited(recompute), [...others, 'check'], /entry [78] .*(is not the one|written anew)/i],
  ['put back to an early state', putBack, others, /ends at entry 4\b.* (7|8)\b/],
  ['its -wal deleted', deleteLog, others, /ends at entry 4\b.* (7|8)\b/],
];

/** Everybody who can be asked, with what they say. */
async function askAll(attack: Attack, whole: string): Promise<Partial<Record<Finder, string>>> {
  const folder = scratchFolder();
  cpSync(whole, folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  process.env.SEC_GOLIVE_STATE = at('secas/computer');
  const secas = side('SECAS', at('secas'));
  attack(secas.store, whole);
  const check = async (against?: string) =>
    (await secas.does('store.check', { ...(against && { against }) })).problems.map(({ sentence }) => sentence);
  const opening = (await secas.does('store.status', {})).moved;
  const own = await check();
  const told = async (file: string) => (await check(at(file))).filter((sentence) => !own.includes(sentence)).join('\n');
  const [final, backup] = [await told('final.pdf'), await told('backup.sqlite')];
  const lost = async (type: 'receipt' | 'changes') => {
    const sent = await secas.engine.call('bundle.export', {
      release: name,
      out: at(`${type}.golive`),
      passphrase: null,
      to: null,
      full: false,
      type,
    });
    // One that lacks what the bundle needs of it says so, and sends nothing.
    if (!sent.ok) {
      expect(sent.error.kind).toBe('storeCorrupt');
      return null;
    }
    process.env.SEC_GOLIVE_STATE = at('computer');
    const dcc = side('Smart DCC Ltd', at('dcc'));
    const seen = await dcc.look(at(`${type}.golive`));
    dcc.engine.close();
    process.env.SEC_GOLIVE_STATE = at('secas/computer');
    return seen.lost;
  };
  const said = {
    opening,
    check: own.join('\n'),
    final,
    backup,
    receipt: await lost('receipt'),
    bundle: await lost('changes'),
  };
  secas.engine.close();
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [Finder, string] => Boolean(entry[1])));
}

describe('an attack on the chain of a store', () => {
  it('is found and named, each of the eight, and nothing is where nobody attacked', async () => {
    const whole = await killedStore();
    expect(await askAll(() => undefined, whole)).toEqual({});
    for (const [what, attack, finders, named] of attacks) {
      const said = await askAll(attack, whole);
      expect.soft(Object.keys(said).sort(), what).toEqual(finders.toSorted());
      for (const [finder, sentence] of Object.entries(said)) expect.soft(sentence, `${what}: ${finder}`).toMatch(named);
    }
  });
});
