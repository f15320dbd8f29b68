/** A text as it is matched, and for each of its characters the place in the original. */
export interface Folded {
  readonly text: string;
  /** One more than `text` has characters: the last is the original's length. */
  readonly at: readonly number[];
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Case, accents, signs that are not seen, kinds of apostrophe, dash and blank say nothing about who is meant. */
export function foldText(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const sign of original) {
    const plain = foldSign(sign);
    for (let index = 0; index < plain.length; index += 1) at.push(place);
    text += plain;
    place += sign.length;
  }
  at.push(place);
  return { text, at };
}

function foldSign(sign: string): string {
  if (sign < '\u0080') return sign.toLowerCase();
  const plain = sign
    .normalize('NFKD')
    // What is not seen (a soft hyphen, a joiner) parts no name.
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase();
  if (plain === '') return '';
  if (/^\s+$/.test(plain)) return ' ';
  if (/^[’‘ʼʹ`´]$/.test(plain)) return "'";
  if (/^[\u2010-\u2015\u2212]$/.test(plain)) return '-';
  return letters[plain] ?? plain;
}
