/** A word, not a sign: Δ and μ are units and figures in any language. */
const greek = /\p{Script=Greek}{3,}/u;
const cyrillic = /\p{Script=Cyrillic}{2,}/u;

/**
 * The language that the letters of a word tell, as BCP 47, so that it is not read out as English: Greek is written in no
 * other; of Cyrillic only the script is known. Null: the file's own. Other scripts have no shape in the typeface.
 */
export function languageOf(word: string): string | null {
  // Nearly every word is plain.
  if (/^[\x20-\x7e]*$/.test(word)) return null;
  if (greek.test(word)) return 'el';
  return cyrillic.test(word) ? 'und-Cyrl' : null;
}
