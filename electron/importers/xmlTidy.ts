/** Signs that XML cannot hold; tests that colour their output write them all the same. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi;

/** A reference is no longer, so that one cut by the end of a piece is looked at with the next. */
const LONGEST_REFERENCE = 12;

/**
 * Takes from XML what no reader may accept and nobody would miss: control characters, as they are or as references, and
 * blanks or a second byte order mark before the declaration.
 */
export function createXmlTidy() {
  let begun = false;
  let held = '';
  let dropped = 0;
  const tidy = (text: string) =>
    text
      .replace(FORBIDDEN, () => {
        dropped += 1;
        return '';
      })
      .replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) => {
        if (isAllowed(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))) return reference;
        dropped += 1;
        return '';
      });
  return {
    dropped: () => dropped,
    take(piece: string): string {
      let text = held + piece;
      held = '';
      if (!begun) {
        text = text.replace(/^[\s\ufeff]+/, '');
        begun = text !== '';
      }
      const cut = text.lastIndexOf('&');
      if (cut >= 0 && text.length - cut < LONGEST_REFERENCE && !text.includes(';', cut)) {
        held = text.slice(cut);
        text = text.slice(0, cut);
      }
      return tidy(text);
    },
    rest(): string {
      const text = tidy(held);
      held = '';
      return text;
    },
  };
}

/** The characters of XML 1.0 (§2.2). */
function isAllowed(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
