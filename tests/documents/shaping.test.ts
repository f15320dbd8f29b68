import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadFaces, textFamily } from '../../electron/documents/fonts/faces.ts';
import { layOut } from '../../electron/documents/pdf/engine.ts';
import { type ShapedFont, shapeFaster } from '../../electron/documents/pdf/shaping.ts';
import { factsWith } from '../fixtures/facts.ts';
import fc from '../support/properties.ts';
import { textOf } from './otherFiles.ts';
import { makePack, scratchFolder } from './packs.ts';

const { paths } = loadFaces();
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

interface Laid {
  readonly glyphs: readonly {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[];
}

// pdfkit's own, which has no types.
const { openSync } = createRequire(import.meta.url)('fontkit') as { readonly openSync: (path: string) => Font };

interface Font {
  readonly layout: (text: string, features?: unknown) => Laid;
  readonly unitsPerEm: number;
  readonly characterSet: readonly number[];
  readonly glyphForCodePoint: (code: number) => { readonly id: number };
}

it('measures and encodes a text, asked once or again, as the font lays it out', async () => {
  const document = await layOut({ content: 'One.', pageMargins: 40, defaultStyle: { font: textFamily } }, loadFaces());
  const font = document.provideFont(textFamily, false, false);
  const word = fc.oneof(
    fc.constantFrom('SEC', 'Go-Live', ' ', '\t', '  ', 'naïve', 'office', '2x3', 'To', 'AVA', '’', '\u00a0', '発'),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, fc.constantFrom(6, 8.5, 9, 11, 24), (asked, size) => {
      for (const _ of ['once', 'again']) {
        const { glyphs, positions, advanceWidth } = font.layout(asked);
        expect(font.widthOfString(asked, size)).toBe(advanceWidth * (size / 1000));
        const [numbers, places] = font.encode(asked);
        expect(places).toEqual(positions);
        expect(numbers.map((number) => font.subset.glyphs[Number.parseInt(number, 16)])).toEqual(
          glyphs.map(({ id }) => id),
        );
      }
    }),
    { numRuns: 300 },
  );
});

describe.each(Object.entries(paths))('laying out words in Inter, %s', (_weight, path) => {
  const font = openSync(path);
  const laid = {
    name: path,
    font,
    layoutCache: {},
    layoutRun: (text: string, off: unknown) => measured(text, off),
    widthOfString: () => 0,
  };
  const quick = laid as unknown as ShapedFont;
  shapeFaster(quick);
  /** As pdfkit has a font lay out a text: in thousandths of an em. */
  function measured(text: string, features?: unknown): Laid {
    const { glyphs, positions } = font.layout(text, features);
    const scale = 1000 / font.unitsPerEm;
    return {
      glyphs,
      positions: positions.map((position, index) => ({
        xAdvance: position.xAdvance * scale,
        xOffset: position.xOffset * scale,
        advanceWidth: (glyphs[index]?.advanceWidth ?? 0) * scale,
      })),
    };
  }
  const told = ({ glyphs, positions }: Laid) => [glyphs.map(({ id }) => id), positions];

  it('gives plain words the glyphs and places that every lookup would give them', () => {
    const word = fc.tuple(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 }),
      fc.constantFrom('', ' ', '.', ',', '. ', ', '),
    );
    fc.assert(
      fc.property(word, ([text, end]) => {
        expect(told(quick.layoutRun(`${text}${end}`) as unknown as Laid)).toEqual(told(measured(`${text}${end}`)));
      }),
      { numRuns: 500 },
    );
  });

  it('reads a word back as the same characters, whatever was laid out before', () => {
    const sign = fc.constantFrom(...'oOclAøØłfi’\u02bc\u0338\u0307\u20dd');
    const word = fc.string({ unit: sign, minLength: 1, maxLength: 4 });
    const codesOf = (text: string) =>
      (quick.layoutRun(text) as unknown as Laid).glyphs.map(({ codePoints }) => [...codePoints]);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, (before, asked) => {
        const alone = codesOf(asked);
        for (const one of before) codesOf(one);
        expect(codesOf(asked)).toEqual(alone);
        // The first time in a process it is laid out in a font that knows no glyph yet.
        quick.font._glyphs = {};
        expect(codesOf(asked)).toEqual(alone);
      }),
      { numRuns: 300 },
    );
    expect(codesOf('ø')).toEqual([[0xf8]]);
    expect(codesOf('o\u0338').flat()).toEqual([0x6f, 0x338]);
  });

  it('leaves every other word all that the font can do: an arrow, a dash between capitals', () => {
    for (const text of ['->', 'AC-01', '(A)', '12:30', 'é'])
      expect(told(quick.layoutRun(text) as unknown as Laid)).toEqual(told(measured(text)));
    expect(told(measured('->'))).not.toEqual(told(measured('->', { calt: false })));
  });
});

describe('characters that share a glyph', () => {
  const folder = scratchFolder();
  const shared = sharedIn(openSync(paths.regular));

  it('are some, a modifier apostrophe beside the quotation mark among them', () => {
    expect(shared.length).toBeGreaterThan(20);
    expect(shared).toEqual(expect.arrayContaining(['ʼ', '’', '∆', 'Δ']));
  });

  it('read back as what they are, in one file and in either order', async () => {
    const words = shared.map((sign) => `a${sign}z`);
    const text = [...words, ...words.toReversed()].join(' ');
    const facts = factsWith({ criteria: [{ reference: 'AC-01', text }] });
    const { file } = await makePack(folder, 'shared', facts);
    const read = (await textOf(file)).join('\n');
    expect(words.filter((word) => !read.includes(word))).toEqual([]);
  });
});

/** Every printable character of the face that shares its glyph with another; composed ones stand for the plain ones. */
function sharedIn(font: Font): readonly string[] {
  const byGlyph = new Map<number, string[]>();
  for (const code of font.characterSet) {
    const sign = String.fromCodePoint(code);
    if (/[\p{Z}\p{C}\p{M}]/u.test(sign) || sign.normalize('NFC') !== sign) continue;
    const { id } = font.glyphForCodePoint(code);
    byGlyph.set(id, [...(byGlyph.get(id) ?? []), sign]);
  }
  return [...byGlyph.values()].filter((signs) => signs.length > 1).flat();
}

describe('every character of the face', () => {
  const folder = scratchFolder();
  const signs = openSync(paths.regular)
    .characterSet.map((code) => String.fromCodePoint(code))
    .filter((sign) => !/\s/u.test(sign));
  const pack = (words: readonly string[]) =>
    makePack(folder, 'signs', factsWith({ criteria: [{ reference: 'AC-01', text: words.join(' ') }] }));

  // The export itself reads every word back.
  it('can stand in a word, alone, and twice between letters that are drawn as one', async () => {
    expect(signs.length).toBeGreaterThan(2500);
    await pack(signs.flatMap((sign) => [`a${sign}z`, sign, `fi${sign}${sign}fl`]));
  });

  it('can stand beside any other', async () => {
    const words = fc.sample(fc.string({ unit: fc.constantFrom(...signs), minLength: 2, maxLength: 9 }), {
      numRuns: 4000,
      seed: 20260625,
    });
    await pack(words);
  });
});
