/** Code points of the bytes 0x80 to 0x9f; 0 where a byte stands for nothing (ISO 32000-1, annex D). */
const upper = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

const BULLET = 0x2022;

/** The character of a byte in WinAnsiEncoding, from 0x20 on; what stands for nothing is a bullet there. */
export function winAnsiCodePoint(byte: number): number {
  if (byte === 0x7f) return BULLET;
  if (byte === 0xa0) return 0x20;
  if (byte === 0xad) return 0x2d;
  if (byte < 0x80 || byte > 0x9f) return byte;
  return upper[byte - 0x80] || BULLET;
}

/** A text as a PDF string of these bytes; a character that has none is a question mark. */
export function winAnsiString(text: string): string {
  const bytes = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if ((code >= 0x20 && code < 0x7f) || (code > 0xa0 && code <= 0xff && code !== 0xad)) return code;
    if (code === 0xa0) return 0x20;
    const at = upper.indexOf(code);
    return at < 0 ? 0x3f : at + 0x80;
  });
  return `<${Buffer.from(bytes).toString('hex')}>`;
}
