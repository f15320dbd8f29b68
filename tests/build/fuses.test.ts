import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { setShippingFuses, shippingFuses } from '../../build/fuses.mjs';
import { scratchFolder } from '../support/scratch.ts';

const electron = process.env.SEC_GOLIVE_ELECTRON ?? join(import.meta.dirname, '../../out/runtime/electron');
const names = Object.entries(FuseV1Options).filter((entry): entry is [string, FuseV1Options] => Number(entry[1]) >= 0);

describe('the fuses of what ships', () => {
  it('are all stated, and closed where they open a way in', () => {
    const stated = shippingFuses('linux') as Readonly<Record<number, boolean>>;
    expect(names.filter(([, fuse]) => stated[fuse] === undefined)).toEqual([]);
    const open = names.filter(([, fuse]) => stated[fuse]).map(([name]) => name);
    expect(open.sort()).toEqual(['EnableCookieEncryption', 'OnlyLoadAppFromAsar', 'WasmTrapHandlers']);
  });

  it('hold the archive to its hash where the system can', () => {
    const integrity = FuseV1Options.EnableEmbeddedAsarIntegrityValidation;
    const of = (platform: string) => (shippingFuses(platform) as Readonly<Record<number, boolean>>)[integrity];
    expect([of('win32'), of('darwin'), of('linux')]).toEqual([true, true, false]);
  });

  it.skipIf(!existsSync(electron))('are read back from the executable as they were stated', async () => {
    const executable = join(scratchFolder(), 'electron');
    copyFileSync(electron, executable);
    await setShippingFuses(executable, 'linux');
    const wire = (await getCurrentFuseWire(executable)) as unknown as Readonly<Record<string, FuseState>>;
    const stated = shippingFuses('linux') as Readonly<Record<string, boolean>>;
    const fuses = Object.keys(wire).filter((key) => /^\d+$/.test(key));
    expect(fuses.length).toBeGreaterThan(6);
    for (const fuse of fuses) expect(wire[fuse], fuse).toBe(stated[fuse] ? FuseState.ENABLE : FuseState.DISABLE);
  });
});
