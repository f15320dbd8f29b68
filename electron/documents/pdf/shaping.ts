/** A font as fontkit reads it; lengths in units of which there are `unitsPerEm` in an em. */
export interface FontProgram {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly stream: { readonly buffer: Uint8Array };
  /** Glyph objects by the glyph's number. */
  _glyphs: Readonly<Record<number, unknown>>;
  glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
}

/** What pdfkit keeps of a font, as far as it is touched here. */
export interface ShapedFont {
  /** The font's PostScript name. */
  readonly name: string;
  readonly font: FontProgram;
  /** Words as they were laid out, by their text. */
  layoutCache: Record<string, unknown>;
  layoutRun: (text: string, features?: unknown) => GlyphRun;
  layout: (text: string, features?: unknown) => GlyphRun;
  encode: (text: string, features?: unknown) => Encoded;
  /** At a size in points. */
  widthOfString: (text: string, size: number, features?: unknown) => number;
  readonly scale: number;
  readonly subset: { readonly glyphs: number[]; includeGlyph: (id: number) => number };
  /** By the glyph's number in the file: its width, and the characters that it is read back as. */
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
}

/** Its glyphs' numbers in the file, in hexadecimal, and where each stands. */
type Encoded = readonly [readonly string[], readonly Position[]];

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** In thousandths of an em; `advanceWidth` is the glyph's own, before kerning. */
interface Position {
  xAdvance: number;
  readonly advanceWidth: number;
}

interface GlyphRun {
  glyphs: Glyph[];
  readonly positions: readonly Position[];
  /** Of all of it, in thousandths of an em. */
  readonly advanceWidth: number;
}

/** Laid-out words of each font in this process: the decision page is laid out several times before the whole pack is. */
const laidOut = new Map<string, Record<string, unknown>>();

/** A word of letters: no contextual alternate, composition, local form or mark of Inter touches it. */
const plainWord = /^[A-Za-z]+[.,]? ?$/;
const untouched = { calt: false, ccmp: false, locl: false, mark: false, mkmk: false };

/** Laying out words takes most of a pack's time; each is laid out once, and plain ones without the lookups that never match. */
export function shapeFaster(font: ShapedFont): void {
  const shared = laidOut.get(font.name) ?? (Object.create(null) as Record<string, unknown>);
  laidOut.set(font.name, shared);
  font.layoutCache = shared;
  const layoutRun = font.layoutRun.bind(font);
  const glyphsOfPlainWords = {};
  font.layoutRun = (text, features) => {
    const plain = plainWord.test(text);
    // fontkit keeps one glyph object for each glyph, with the characters that it first stood for, and the file says by it
    // what a glyph is read back as: that must hang on the word alone, not on what this process laid out before.
    font.font._glyphs = plain ? glyphsOfPlainWords : {};
    const run = layoutRun(text, features ?? (plain ? untouched : undefined));
    return plain ? run : withOwnCharacters(withoutGaps(run), text);
  };
  encodeByCharacter(font);
  measureOnce(font);
}

/** The layout asks how wide each word is, and how wide without its blank, again and again. */
function measureOnce(font: ShapedFont): void {
  const measure = font.widthOfString.bind(font);
  const widths = new Map<string, number>();
  const thousandths = (text: string): number => {
    const known = widths.get(text) ?? measure(text, 1000);
    widths.set(text, known);
    return known;
  };
  // As pdfkit reckons it, to the last bit: a line may break elsewhere for less.
  font.widthOfString = (text, size, features) =>
    features ? measure(text, size, features) : thousandths(text) * (size / 1000);
}

/** Readers of a PDF take a gap of a tenth of an em within a word for a blank. */
const WIDEST_GAP = 100;

/** Inter moves ï from ï so far apart that the word would be read back as two. */
function withoutGaps(run: GlyphRun): GlyphRun {
  for (const position of run.positions)
    position.xAdvance = Math.min(position.xAdvance, position.advanceWidth + WIDEST_GAP);
  return run;
}

/**
 * Where each character has a glyph of its own in the run, the glyph says which it stands for here: U+02BC and ’ share one
 * in Inter.
 */
function withOwnCharacters(run: GlyphRun, text: string): GlyphRun {
  const characters = [...text];
  if (characters.length !== run.glyphs.length) return run;
  run.glyphs = run.glyphs.map((glyph, index) => {
    const code = characters[index]?.codePointAt(0) ?? 0;
    if (glyph.codePoints.length === 1 && glyph.codePoints[0] === code) return glyph;
    // A no-break space is found by who searches for a space.
    const codePoints = [code === 0xa0 ? 0x20 : code];
    return { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints };
  });
  return run;
}

/** As pdfkit encodes a text, but a glyph that stands for other characters gets a number of its own in the file. */
function encodeByCharacter(font: ShapedFont): void {
  const own = new Map<string, number>();
  const numberOf = ({ id, advanceWidth, codePoints }: Glyph): number => {
    const first = font.subset.includeGlyph(id);
    const known = font.unicode[first];
    if (known === undefined || isSame(known, codePoints)) return claim(first, advanceWidth, codePoints);
    const key = `${id}/${codePoints.join(' ')}`;
    const again = own.get(key);
    if (again !== undefined) return again;
    const number = font.subset.glyphs.push(id) - 1;
    own.set(key, number);
    return claim(number, advanceWidth, codePoints);
  };
  const claim = (number: number, advanceWidth: number, codePoints: readonly number[]): number => {
    font.widths[number] ??= advanceWidth * font.scale;
    font.unicode[number] ??= codePoints;
    return number;
  };
  const encodeRun = ({ glyphs, positions }: GlyphRun): Encoded => [
    glyphs.map((glyph) => `0000${numberOf(glyph).toString(16)}`.slice(-4)),
    positions,
  ];
  const words = new Map<string, Encoded>();
  const encodeWord = (word: string): Encoded => {
    const known = words.get(word) ?? encodeRun(font.layout(word));
    words.set(word, known);
    return known;
  };
  font.encode = (text, features) => {
    if (features) return encodeRun(font.layout(text, features));
    const encoded = (text.match(wordWithBlank) ?? []).map(encodeWord);
    return [encoded.flatMap(([numbers]) => numbers), encoded.flatMap(([, positions]) => positions)];
  };
}

/** What pdfkit lays out by itself, and once: a word with the blank behind it. */
const wordWithBlank = /[^ \t]*[ \t]|[^ \t]+/g;

function isSame(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((code, index) => code === right[index]);
}
