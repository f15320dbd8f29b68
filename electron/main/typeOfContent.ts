type Mark = readonly [type: string, at: number, ...bytes: number[]];

/** How each type that the viewer draws begins. */
const marks: readonly Mark[] = [
  ['image/png', 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ['image/jpeg', 0, 0xff, 0xd8, 0xff],
  ['image/gif', 0, 0x47, 0x49, 0x46, 0x38],
  ['image/webp', 8, 0x57, 0x45, 0x42, 0x50],
  ['image/bmp', 0, 0x42, 0x4d],
  ['image/avif', 4, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66],
];

/** The type of a file from its first bytes; null for everything that the viewer does not draw. */
export function typeOfContent(head: Uint8Array): string | null {
  const found = marks.find(([, at, ...bytes]) => bytes.every((byte, index) => head[at + index] === byte));
  if (found) return found[0];
  const text = Buffer.from(head).toString('latin1');
  if (text.slice(0, 1024).includes('%PDF-')) return 'application/pdf';
  // As a picture an SVG runs no script and loads nothing; it is never served as a page.
  return /^(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!--|!DOCTYPE svg)/i.test(text) && /<svg[\s>]/i.test(text)
    ? 'image/svg+xml'
    : null;
}
