import type { Faces } from './faces.ts';

/** What had to be shown otherwise, counted over the whole document. */
export interface PrintableNotes {
  /** `U+1F600` → how often. */
  readonly missing: Map<string, number>;
}

/** Longer runs without a place to break are given places: pdfmake takes quadratic time over them, and fails at 60,000. */
const LONGEST_TOKEN = 66;
const PIECE = 30;
const BREAK = '\u200b';
/** Blanks that hold words together, also where that makes a line of a whole paragraph. */
const glue = /[\u00a0\u2007\u202f]/g;

/** Pasted signs whose meaning the font can show. */
const counterparts: Readonly<Record<string, string>> = {
  '✅': '✓',
  '✔': '✓',
  '❌': '✕',
  '✖': '✕',
  '⚠': '▲',
  '\u2028': '\n',
  '\u2029': '\n',
  '\t': '    ',
  '\u2010': '-',
  '\u2212': '–',
  '‣': '•',
  '▪': '•',
  '▫': '•',
  '■': '•',
  '❑': '•',
  '❖': '•',
  '➢': '•',
  '➤': '•',
  // Bullets and ticks of Word's Symbol and Wingdings fonts, which have no character of their own.
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\uf0a8': '•',
  '\uf0d8': '•',
  '\uf076': '•',
  '\uf071': '•',
  '\uf06f': '•',
  '\uf02d': '–',
  '\uf0fc': '✓',
  '\uf0fb': '✕',
};

/** Signs that show nothing and change nothing once printed: joiners, variation selectors, byte order mark, soft hyphen. */
const silent = /\u034f|\u200b|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff|\u00ad/;

/**
 * Text that the faces can draw and pdfmake can break. A character without a glyph, control and direction characters
 * among them, stands as `[U+1F600]`: visible, and nothing is lost. @returns paragraphs, split at line breaks.
 */
export function printable(text: string, faces: Faces, notes: PrintableNotes): string {
  // Plain text, nearly all there is, passes without being taken apart.
  if (/^[\x20-\x7e\n]*$/.test(text)) return breakTokens(text);
  let result = '';
  for (const sign of text.normalize('NFC').replace(/\r\n?/g, '\n')) result += show(sign, faces, notes);
  return breakTokens(result);
}

function show(sign: string, faces: Faces, notes: PrintableNotes): string {
  if (sign === '\n') return sign;
  if (silent.test(sign)) return '';
  const code = sign.codePointAt(0) ?? 0;
  const control =
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0x200e ||
    code === 0x200f;
  if (!control && !isPrivate(code) && (faces.inText(code) || faces.inSigns(code))) return sign;
  const counterpart = counterparts[sign];
  if (counterpart !== undefined && isDrawable(counterpart, faces)) return counterpart;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  notes.missing.set(name, (notes.missing.get(name) ?? 0) + 1);
  return `[${name}]`;
}

/** Private use: what the font draws there means nothing to anybody else, and PDF/A forbids it. */
function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

function isDrawable(text: string, faces: Faces): boolean {
  return [...text].every((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return /\s/.test(sign) || faces.inText(code) || faces.inSigns(code);
  });
}

/** Runs that no line can be broken in: of everything but blanks and break marks. */
function breakTokens(text: string): string {
  if (!/[^ \n\u200b]{67}/.test(text)) return text;
  return text.replace(/[^ \n\u200b]+/g, (token) => {
    if (token.length <= LONGEST_TOKEN) return token;
    return loosened(token).replace(/[^\s\u200b]+/g, (part) =>
      part.length <= LONGEST_TOKEN ? part : pieces(part).join(BREAK),
    );
  });
}

/** Words that are glued together may part after the glue before one of them is broken. */
export function loosened(token: string): string {
  return token.replace(glue, `$&${BREAK}`);
}

function pieces(token: string): readonly string[] {
  const signs = [...token];
  return Array.from({ length: Math.ceil(signs.length / PIECE) }, (_, index) =>
    signs.slice(index * PIECE, (index + 1) * PIECE).join(''),
  );
}

const LONGEST_PARAGRAPH = 1500;

/** Paragraphs at line breaks, and long ones again at a space: pdfmake is slow over long runs of text. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.length <= LONGEST_PARAGRAPH ? [line] : splitLong(line)));
}

function splitLong(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_PARAGRAPH) {
    const space = Math.max(
      rest.lastIndexOf('. ', LONGEST_PARAGRAPH) + 1,
      rest.lastIndexOf(' ', LONGEST_PARAGRAPH),
      rest.lastIndexOf(BREAK, LONGEST_PARAGRAPH),
    );
    const at = space > LONGEST_PARAGRAPH / 2 ? space : LONGEST_PARAGRAPH;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^[ \u200b]/, '');
  }
  return [...parts, rest];
}
