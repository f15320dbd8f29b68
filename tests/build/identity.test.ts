import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../build/paths.mjs';
import { identityFolder } from '../../build/steps/identity.mjs';

const made = (name: string) => readFileSync(join(inProject(identityFolder), name));
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
/** The width that a PNG states of itself. */
const widthOf = (png: Buffer) => (png.subarray(0, 4).equals(signature) ? png.readUInt32BE(16) : null);

describe.each([
  ['icon', 'icons'],
  ['golive', 'golive'],
])('the drawing of the %s', (name, folder) => {
  it('is there in every size', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024])
      expect(widthOf(made(`${folder}/${size}x${size}.png`))).toBe(size);
  });

  it('is in a container for Windows whose directory leads to pictures of the sizes it states', () => {
    const ico = made(`${name}.ico`);
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const offset = ico.readUInt32LE(at + 12);
      const picture = ico.subarray(offset, offset + ico.readUInt32LE(at + 8));
      return [ico.readUInt8(at) || 256, widthOf(picture)];
    });
    expect(entries.map(([stated]) => stated)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const [stated, real] of entries) expect(real).toBe(stated);
  });

  it('is in a container for macOS that is as long as it says, part by part', () => {
    const icns = made(`${name}.icns`);
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const widths: (number | null)[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) widths.push(widthOf(icns.subarray(at + 8)));
    expect(widths).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
  });
});

it('is drawn from sources that are there', () => {
  for (const name of ['icon', 'icon-small', 'file', 'file-small', 'wordmark'])
    expect(existsSync(inProject(`build/identity/${name}.svg`))).toBe(true);
});
