import { readFileSync } from 'node:fs';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { shippingFuses } from '../../build/fuses.mjs';
import { makeDebuggable } from '../../build/package/debuggable.mjs';
import { PACKAGES, UNPACKED } from '../../build/package/makePackages.mjs';
import { PRODUCT } from '../../build/package/product.mjs';
import { sha256Of } from '../../build/package/sums.mjs';
import { inProject } from '../../build/paths.mjs';

const executable = inProject(UNPACKED, 'sec-golive');
const asar = inProject(UNPACKED, 'resources/app.asar');
const files = listPackage(asar, { isPack: false });
const version = /"version": "([^"]+)"/;

async function fusesOf(file: string): Promise<ReadonlyMap<string, boolean>> {
  const wire = Object.entries(await getCurrentFuseWire(file)).filter(([key]) => /^\d+$/.test(key));
  return new Map(wire.map(([fuse, state]) => [fuse, state === FuseState.ENABLE]));
}

describe('what was packaged to be shipped', () => {
  it('has the fuses that were stated, read back from its executable', async () => {
    const fuses = await fusesOf(executable);
    const stated = shippingFuses('linux') as Readonly<Record<string, boolean>>;
    expect(fuses.size).toBeGreaterThan(6);
    for (const [fuse, on] of fuses) expect(on, fuse).toBe(stated[fuse]);
  });

  it('differs from the one that tests drive in one fuse', async () => {
    const [shipped, driven] = [await fusesOf(executable), await fusesOf(await makeDebuggable())];
    expect([...driven].filter(([fuse, on]) => shipped.get(fuse) !== on)).toHaveLength(1);
  });

  it('holds no package that its notices do not speak of, and neither maps nor tests', () => {
    const notices = JSON.parse(extractFile(asar, 'out/app/notices.json').toString()) as {
      name: string;
      version: string;
    }[];
    const known = new Set(notices.map((notice) => `${notice.name}@${notice.version}`));
    const described = files.filter((file) => /\/node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(file));
    const held = described.map((file) => {
      const text = extractFile(asar, file.slice(1)).toString();
      return `${/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1]}@${version.exec(text)?.[1]}`;
    });
    expect(held.length).toBeGreaterThan(30);
    expect(held.filter((one) => !known.has(one))).toEqual([]);
    expect(files.filter((file) => /\.map$|^\/tests\//.test(file))).toEqual([]);
  });

  it('is listed in the bill of materials, package by package', () => {
    const bom = JSON.parse(readFileSync(inProject(PACKAGES, `sec-golive-${PRODUCT.version}.cdx.json`), 'utf8'));
    const listed = new Set(
      bom.components.map((one: { name: string; version: string }) => `${one.name}@${one.version}`),
    );
    const notices = JSON.parse(extractFile(asar, 'out/app/notices.json').toString()) as {
      name: string;
      version: string;
    }[];
    const missing = notices.filter((one) => one.name !== 'electron' && !listed.has(`${one.name}@${one.version}`));
    expect(missing).toEqual([]);
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'sec-golive', version: PRODUCT.version } },
    });
  });

  it('has the sums that are handed out with it', async () => {
    const lines = readFileSync(inProject(PACKAGES, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(lines.map((line) => line.split('  ')[1])).toContain(`sec-golive_${PRODUCT.version}_amd64.deb`);
    for (const line of lines) {
      const [sum, name = ''] = line.split('  ');
      expect(await sha256Of(inProject(PACKAGES, name)), name).toBe(sum);
    }
  });
});
