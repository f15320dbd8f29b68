import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../electron/exchange/refusal.ts';
import { lastEntry } from '../../electron/store/ledger.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { sealed } from './craft.ts';
import { sent } from './sent.ts';

describe('a damaged bundle', () => {
  it('cut off at any byte is refused with one sentence', async () => {
    const { dcc, bundle } = await sent();
    const whole = readFileSync(bundle);
    const file = join(dcc.folder, 'cut.golive');
    for (let length = 0; length < whole.length; length += length < 100 || length > whole.length - 100 ? 1 : 37) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      const seen = await dcc.inspect(file);
      const message = !seen.ok && seen.error.message;
      // Of a file with nothing in it there is more to say: it may be kept online and not be fetched.
      if (length === 0) expect(message).toMatch(/^This file is empty: it holds 0 bytes;/);
      else expect(message).toBe(sentences.damaged);
    }
  });

  it('is refused whatever was changed in it, sealed anew or not, and the store stays as it was', async () => {
    const { secas, dcc, bundle } = await sent();
    const whole = readFileSync(bundle);
    const protectedBundle = readFileSync((await secas.send('p.golive', { passphrase: 'x' })).file);
    const random = randomFrom(7);
    const file = join(dcc.folder, 'broken.golive');
    const before = lastEntry(dcc.store.db);
    let same = 0;
    for (let run = 0; run < 1000; run += 1) {
      const isProtected = run % 100 === 0;
      const broken = mutate(isProtected ? protectedBundle : whole, random);
      if (broken.equals(isProtected ? protectedBundle : whole)) continue;
      // Half of them lie about their own hash too, so that what lies behind it is tried.
      writeFileSync(file, !isProtected && run % 2 === 0 && broken.length > 64 ? sealed(broken) : broken);
      const seen = await dcc.inspect(file, isProtected ? 'x' : null);
      // A bit that means nothing (a date in the zip) leaves the signed contents as they were.
      if (seen.ok) same += 1;
      else {
        expect(Object.values(sentences)).toContain(seen.error.message);
        expect((await dcc.apply(file, {}, isProtected ? 'x' : null)).ok).toBe(false);
      }
      if (seen.ok) expect([run % 2, seen.value.plan.refused, seen.value.plan.added]).toEqual([0, [], 3]);
    }
    expect(same).toBeLessThan(100);
    expect(lastEntry(dcc.store.db)).toBe(before);
    expect(await dcc.isClean()).toBe(true);
    expect((await dcc.apply(bundle)).ok).toBe(true);
  });
});
