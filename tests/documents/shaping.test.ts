import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFaces } from '../../electron/documents/fonts/faces.ts';
import { type ShapedFont, shapeFaster } from '../../electron/documents/pdf/shaping.ts';

const { paths } = loadFaces();
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

interface Laid {
  readonly glyphs: readonly { readonly id: number }[];
  readonly positions: readonly object[];
}

// pdfkit's own, which has no types.
const { openSync } = createRequire(import.meta.url)('fontkit') as { readonly openSync: (path: string) => Font };

interface Font {
  readonly layout: (text: string, features?: unknown) => Laid;
}

describe.each(Object.entries(paths))('laying out words in Inter, %s', (_weight, path) => {
  const font = openSync(path);
  const quick: ShapedFont = { name: path, layoutCache: {}, layoutRun: (text, off) => font.layout(text, off) };
  shapeFaster(quick);
  const told = ({ glyphs, positions }: Laid) => [glyphs.map(({ id }) => id), positions];

  it('gives plain words the glyphs and places that every lookup would give them', () => {
    const word = fc.tuple(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 }),
      fc.constantFrom('', ' ', '.', ',', '. ', ', '),
    );
    fc.assert(
      fc.property(word, ([text, end]) => {
        expect(told(quick.layoutRun(`${text}${end}`) as Laid)).toEqual(told(font.layout(`${text}${end}`)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves every other word all that the font can do: an arrow, a dash between capitals', () => {
    for (const text of ['->', 'AC-01', '(A)', '12:30', 'é'])
      expect(told(quick.layoutRun(text) as Laid)).toEqual(told(font.layout(text)));
    expect(told(font.layout('->'))).not.toEqual(told(font.layout('->', { calt: false })));
  });
});
