import { expect, it } from 'vitest';
import {
  hearIntroductions,
  introduceColleagues,
  introductionsFor,
} from '../../electron/engine/exchange/introductions.ts';
import { isTrusted } from '../../electron/engine/exchange/trust.ts';
import { signBytes } from '../../electron/exchange/keys.ts';
import { inTransaction } from '../../electron/store/db.ts';
import { ensureKeys } from '../../electron/store/keyFile.ts';
import type { Store } from '../../electron/store/openStore.ts';
import { type Introduction, introductionText } from '../../shared/domain/merge/introduction.ts';
import type { Manifest } from '../../shared/domain/merge/manifest.ts';
import { folderOf, type Laptop, trust } from '../support/laptops.ts';

const storeOf = ({ engine }: Laptop) => engine.openedStore() as Store;
const colleague = '0123 4567 89ab cdef 0123 4567 89ab cdef';
const stranger = 'fedc ba98 7654 3210 fedc ba98 7654 3210';

/** SECAS, the DCC's lead, and what the lead says of a colleague. */
async function withLead() {
  const { laptops } = await folderOf(2);
  const [secas, dcc] = laptops as [Laptop, Laptop];
  await trust(secas, dcc, true);
  const who = { fingerprint: colleague, name: 'Cy Colleague', organisation: 'DCC', confirmed: true };
  await dcc.does('exchange.confirmPeer', who);
  const said = (now: string) =>
    inTransaction(storeOf(dcc).db, (db) => {
      introduceColleagues(db, 'DCC', now);
      return introductionsFor(db, 'own')[0] as Introduction;
    });
  const word = said('2026-05-01T10:00:00.000Z');
  const { publicKey } = inTransaction(storeOf(dcc).db, ensureKeys);
  const hear = (...introductions: Introduction[]) =>
    inTransaction(storeOf(secas).db, (db) =>
      hearIntroductions(db, { from: { publicKey }, introductions } as unknown as Manifest),
    );
  const isHeard = (fingerprint: string) => isTrusted(storeOf(secas).db, fingerprint);
  return { secas, dcc, word, said, hear, isHeard };
}

it('counts as it was signed, and in no other words', async () => {
  const { word, hear, isHeard } = await withLead();
  for (const changed of [
    { ...word, fingerprint: stranger },
    { ...word, organisation: 'Smart DCC Ltd' },
    { ...word, at: '2030-01-01T00:00:00Z' },
    { ...word, signature: 'A'.repeat(86) },
  ])
    hear(changed);
  expect([isHeard(colleague), isHeard(stranger)]).toEqual([false, false]);
  hear(word);
  expect([isHeard(colleague), isHeard(stranger)]).toEqual([true, false]);
});

it('counts for the lead’s own side only, whatever it signs', async () => {
  const { dcc, word, hear, isHeard } = await withLead();
  const keys = inTransaction(storeOf(dcc).db, ensureKeys);
  const sign = (organisation: string, at = word.at) => {
    const statement = { ...word, fingerprint: stranger, organisation, at };
    const signature = signBytes(keys, Buffer.from(introductionText(statement))).toString('base64url');
    return { ...statement, signature };
  };
  for (const organisation of ['SECAS', 'A Supplier', '']) hear(sign(organisation));
  expect(isHeard(stranger)).toBe(false);
  hear(sign('Smart DCC Ltd', '2026-05-02T10:00:00.000Z'));
  expect(isHeard(stranger)).toBe(true);
});

it('is taken back for good: the older word, sent again, brings nothing back, and neither does a clock that went wrong', async () => {
  const { dcc, word, said, hear, isHeard } = await withLead();
  hear(word);
  await dcc.does('exchange.forget', { fingerprint: colleague });
  const back = said('2001-01-01T00:00:00.000Z');
  expect(back).toMatchObject({ withdrawn: true });
  hear(back);
  hear(word);
  expect(isHeard(colleague)).toBe(false);
});

it('counts for nothing once the lead leads no more, and for nobody who was forgotten here', async () => {
  const { secas, dcc, word, hear, isHeard } = await withLead();
  hear(word);
  const { fingerprint } = await dcc.status();
  const lead = { fingerprint, name: 'Person 2', organisation: 'DCC', confirmed: true };
  await secas.does('exchange.confirmPeer', { ...lead, lead: false });
  expect(isHeard(colleague)).toBe(false);
  await secas.does('exchange.confirmPeer', { ...lead, lead: true });
  expect(isHeard(colleague)).toBe(true);
  await secas.does('exchange.forget', { fingerprint: colleague });
  hear(word);
  expect(isHeard(colleague)).toBe(false);
});
