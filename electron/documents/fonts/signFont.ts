/**
 * A font of two glyphs, drawn here: ✕ and ◐ of the pack's vocabulary, which Inter lacks. Its metrics are Inter's, so that
 * a sign changes no line. Made in memory, the same bytes every time.
 */
export const signFontCharacters = ['✕', '◐'] as const;

/** A point of an outline: x, y, and whether the curve passes through it. */
type Point = readonly [number, number, boolean];
type Outline = readonly (readonly Point[])[];

const EM = 2048;
const ASCENT = 1984;
const DESCENT = -494;
const ADVANCE = 1540;
const CENTRE: readonly [number, number] = [770, 745];

const glyphs: readonly { readonly code: number; readonly outline: Outline }[] = [
  { code: 0x25d0, outline: halfDisc(690, 540) },
  { code: 0x2715, outline: cross(790, 128) },
];

export function makeSignFont(): Uint8Array {
  const outlines = [[], ...glyphs.map((glyph) => glyph.outline)].map(glyphData);
  const offsets = [0, ...runningSum(outlines.map((data) => data.length))];
  const tables: readonly (readonly [string, Uint8Array])[] = [
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', Uint8Array.from(outlines.flatMap((data) => [...data]))],
    [
      'head',
      bytes([
        u32(0x10000),
        u32(0x10000),
        u32(0),
        u32(0x5f0f3cf5),
        u16(3),
        u16(EM),
        u32(0),
        u32(0),
        u32(0),
        u32(0),
        u16(0),
        u16(0),
        u16(EM),
        u16(EM),
        u16(0),
        u16(8),
        u16(2),
        u16(1),
        u16(0),
      ]),
    ],
    [
      'hhea',
      bytes([
        u32(0x10000),
        u16(ASCENT),
        u16(DESCENT),
        u16(0),
        u16(ADVANCE),
        u16(0),
        u16(0),
        u16(EM),
        u16(1),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u16(outlines.length),
      ]),
    ],
    ['hmtx', bytes(outlines.flatMap(() => [u16(ADVANCE), u16(0)]))],
    ['loca', bytes(offsets.map(u32))],
    ['maxp', bytes([u32(0x10000), u16(outlines.length), u16(64), u16(4), ...Array.from({ length: 11 }, () => u16(0))])],
    ['name', names('SECGoLiveSigns')],
    ['post', bytes([u32(0x30000), ...Array.from({ length: 7 }, () => u32(0))])],
  ];
  return file(tables);
}

/** Two bars across each other, as one outline of twelve corners. */
function cross(arm: number, half: number): Outline {
  const corners: readonly (readonly [number, number])[] = [
    [half, arm],
    [half, half],
    [arm, half],
    [arm, -half],
    [half, -half],
    [half, -arm],
    [-half, -arm],
    [-half, -half],
    [-arm, -half],
    [-arm, half],
    [-half, half],
    [-half, arm],
  ];
  const turn = Math.SQRT1_2;
  return [
    corners.map(
      ([x, y]): Point => [Math.round(CENTRE[0] + (x + y) * turn), Math.round(CENTRE[1] + (y - x) * turn), true],
    ),
  ];
}

/** A disc of which the right half is a ring. */
function halfDisc(outer: number, inner: number): Outline {
  const disc = arc(outer, 0, 16, 1).slice(0, -1);
  const hole = arc(inner, -4, 4, -1);
  return [disc, hole];
}

/** Steps of 22.5 degrees; odd ones are control points. `direction` 1 is clockwise. */
function arc(radius: number, from: number, to: number, direction: 1 | -1): readonly Point[] {
  const steps = Array.from({ length: to - from + 1 }, (_, index) => (direction === 1 ? to - index : from + index));
  return steps.map((step): Point => {
    const onCurve = step % 2 === 0;
    const reach = onCurve ? radius : radius / Math.cos(Math.PI / 8);
    const angle = (step * Math.PI) / 8;
    return [Math.round(CENTRE[0] + reach * Math.cos(angle)), Math.round(CENTRE[1] + reach * Math.sin(angle)), onCurve];
  });
}

function glyphData(outline: Outline): Uint8Array {
  const points = outline.flat();
  if (points.length === 0) return new Uint8Array(0);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const ends = runningSum(outline.map((contour) => contour.length)).map((end) => end - 1);
  const steps = (values: readonly number[]) => values.map((value, index) => u16(value - (values[index - 1] ?? 0)));
  const data = bytes([
    u16(outline.length),
    u16(Math.min(...xs)),
    u16(Math.min(...ys)),
    u16(Math.max(...xs)),
    u16(Math.max(...ys)),
    ...ends.map(u16),
    u16(0),
    points.map(([, , onCurve]) => (onCurve ? 1 : 0)),
    ...steps(xs),
    ...steps(ys),
  ]);
  return padded(data);
}

function runningSum(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function cmap(): Uint8Array {
  const segments = [
    ...glyphs.map(({ code }, index) => ({ code, delta: index + 1 - code })),
    { code: 0xffff, delta: 1 },
  ];
  const count = segments.length;
  const codes = segments.map(({ code }) => u16(code));
  const table = bytes([
    u16(4),
    u16(16 + count * 8),
    u16(0),
    u16(count * 2),
    u16(4),
    u16(1),
    u16(count * 2 - 4),
    ...codes,
    u16(0),
    ...codes,
    ...segments.map(({ delta }) => u16(delta)),
    ...segments.map(() => u16(0)),
  ]);
  return bytes([u16(0), u16(1), u16(3), u16(1), u32(12), [...table]]);
}

function os2(): Uint8Array {
  const zeros = (count: number) => Array.from({ length: count }, () => u16(0));
  return bytes([
    u16(4),
    u16(ADVANCE),
    u16(400),
    u16(5),
    ...zeros(11),
    ...zeros(5),
    ...zeros(8),
    u32(0x53474c20),
    u16(0x40),
    u16(0x25d0),
    u16(0x2715),
    u16(ASCENT),
    u16(DESCENT),
    u16(0),
    u16(ASCENT),
    u16(-DESCENT),
    u32(0),
    u32(0),
    u16(1118),
    u16(1490),
    u16(0),
    u16(32),
    u16(1),
  ]);
}

/** Family, full and PostScript name, for Windows and Unicode readers. */
function names(name: string): Uint8Array {
  const text = [...name].flatMap((sign) => u16(sign.charCodeAt(0)));
  const ids = [1, 4, 6];
  return bytes([
    u16(0),
    u16(ids.length),
    u16(6 + ids.length * 12),
    ...ids.flatMap((id) => [u16(3), u16(1), u16(0x409), u16(id), u16(text.length), u16(0)]),
    text,
  ]);
}

function file(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const header = 12 + tables.length * 16;
  const directory: number[][] = [u32(0x10000), u16(tables.length), u16(128), u16(3), u16(tables.length * 16 - 128)];
  const body: number[] = [];
  for (const [tag, data] of tables) {
    directory.push(
      [...tag].map((sign) => sign.charCodeAt(0)),
      u32(checksum(data)),
      u32(header + body.length),
      u32(data.length),
    );
    body.push(...padded(data));
  }
  return bytes([...directory, body]);
}

function checksum(data: Uint8Array): number {
  const all = padded(data);
  let sum = 0;
  for (let at = 0; at < all.length; at += 4)
    sum =
      (sum + (((all[at] ?? 0) << 24) | ((all[at + 1] ?? 0) << 16) | ((all[at + 2] ?? 0) << 8) | (all[at + 3] ?? 0))) >>>
      0;
  return sum;
}

function padded(data: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(data.length / 4) * 4);
  result.set(data);
  return result;
}

function bytes(parts: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flat());
}

function u16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function u32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
