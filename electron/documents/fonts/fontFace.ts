/** What layout needs to know of a TrueType face without drawing it: which characters it has, and how wide they are. */
export interface FontFace {
  readonly has: (codePoint: number) => boolean;
  /** Advance width in ems; kerning is not counted. */
  readonly width: (text: string) => number;
}

/** Reads the `cmap` (formats 4 and 12) and `hmtx` tables. @throws if the file is not the TrueType font it should be. */
export function readFontFace(file: Uint8Array): FontFace {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const table = (tag: string): number => {
    const count = view.getUint16(4);
    for (let index = 0; index < count; index += 1) {
      const entry = 12 + index * 16;
      const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
      if (name === tag) return view.getUint32(entry + 8);
    }
    throw new Error(`The font has no ${tag} table`);
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphs = readCharacterMap(view, table('cmap'));
  const advance = (codePoint: number): number => {
    const glyph = glyphs.get(codePoint) ?? 0;
    return view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4) / unitsPerEm;
  };
  return {
    has: (codePoint) => glyphs.has(codePoint),
    width: (text) => {
      let sum = 0;
      for (const sign of text) sum += advance(sign.codePointAt(0) ?? 0);
      return sum;
    },
  };
}

function readCharacterMap(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readFormat4(view, subtable, glyphs);
    else if (format === 12) readFormat12(view, subtable, glyphs);
  }
  return glyphs;
}

function readFormat4(view: DataView, at: number, glyphs: Map<number, number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const [start, end] = [view.getUint16(starts + segment * 2), view.getUint16(ends + segment * 2)];
    const [delta, range] = [view.getUint16(deltas + segment * 2), view.getUint16(ranges + segment * 2)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const place = ranges + segment * 2 + range + (code - start) * 2;
      const raw = range === 0 ? code : view.getUint16(place);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
}

function readFormat12(view: DataView, at: number, glyphs: Map<number, number>): void {
  const groups = view.getUint32(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = at + 16 + group * 12;
    const [start, end, glyph] = [view.getUint32(entry), view.getUint32(entry + 4), view.getUint32(entry + 8)];
    for (let code = start; code <= end; code += 1) glyphs.set(code, glyph + code - start);
  }
}
