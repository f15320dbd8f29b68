import { expect, it } from 'vitest';
import { safeFileName } from '../../electron/engine/fileNames.ts';
import { isDeviceName, withoutEndDots } from '../../shared/domain/foundation/fileNames.ts';
import fc from '../support/properties.ts';

const pieces = [
  'con',
  'AUX',
  'com¹',
  'lpt9',
  'conin$',
  '.',
  '..',
  ' ',
  '\\',
  '/',
  ':',
  '*',
  '\u0000',
  'é',
  '名',
  'report',
  '.pdf',
];
const awkward = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 80 })), {
  maxLength: 12,
});

it('a name that is written is one that every file system takes, whatever it was', () => {
  fc.assert(
    fc.property(awkward, (parts) => {
      const name = safeFileName(parts.join(''));
      expect(name).not.toMatch(/^$|^\.|[<>:"/\\|?*]|\p{Cc}/u);
      expect(isDeviceName(name)).toBe(false);
      expect(withoutEndDots(name)).toBe(name);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['report.pdf', 'report.pdf'],
  ['C:\\a/b.txt', 'C__a_b.txt'],
  ['CON', '_CON'],
  ['com².log', '_com².log'],
  ['ends. ', 'ends'],
  ['', '_'],
  [`con${' '.repeat(250)}x.txt`, '_con.txt'],
  [`.${' '.repeat(250)}x.txt`, '_.txt'],
])('%j is written as %j', (name, written) => {
  expect(safeFileName(name)).toBe(written);
});
