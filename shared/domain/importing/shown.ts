/** Signs that change how the text around them is shown, or are not shown at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/g;

const LONGEST_WORD = 60;
const LONGEST_NAME = 80;

/** Somebody else's words inside our sentence: on one line, cut to what fits, and nothing in them can act on it. */
export function shownWord(text: string): string {
  return shorten(
    text
      .slice(0, LONGEST_WORD * 20)
      .replace(HIDDEN, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_WORD,
  );
}

/** A file's name as sentences may show it: no folders, no control or direction signs, not longer than a line. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).findLast((part) => !/^[\s.]*$/.test(part.replace(HIDDEN, '')));
  const clean = (last ?? '').replace(HIDDEN, '').replace(/\s+/g, ' ').trim();
  return clean === '' ? 'the file' : shorten(clean, LONGEST_NAME);
}

function shorten(text: string, most: number): string {
  const signs = [...text.toWellFormed()];
  return signs.length <= most ? signs.join('') : `${signs.slice(0, most - 1).join('')}…`;
}
