import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { TextPlace } from './textPlaces.ts';
import { countWords, emptyCount, type WordCount } from './words.ts';
import type { SectionWords } from './wordsIn.ts';

/**
 * Words in against words out, on every export: a layout engine may drop text without a word. Fails with the record and
 * field of a text that was lost and the characters that set it apart; where no field holds it, with the section that
 * misses most.
 * @param places every text that people entered
 */
export function checkWords(
  sections: readonly SectionWords[],
  out: WordCount,
  places: () => readonly TextPlace[],
): Result<null> {
  const wanted = new Map<string, number>();
  for (const { words } of sections)
    for (const [word, count] of words) wanted.set(word, (wanted.get(word) ?? 0) + count);
  const lost = lostWords(wanted, out);
  const letters = sections.reduce((sum, section) => sum + section.letters, 0);
  if (lost.size === 0 && out.letters >= letters) return ok(null);
  const section = worst(sections, lost);
  const words = [...lost.keys()]
    .slice(0, 5)
    .map((word) => `“${word.slice(0, 40)}”`)
    .join(', ');
  const missing = [...lost.values()].reduce((sum, count) => sum + count, 0);
  const what =
    lost.size === 0
      ? `${letters - out.letters} letters`
      : `${missing} ${missing === 1 ? 'word' : 'words'} (${words}${lost.size > 5 ? ' and more' : ''})`;
  const entered = lost.size === 0 ? null : placeOf([...lost.keys()], places());
  return fail(
    'renderFailed',
    `The pack was not made: ${what} of the section “${section}” would not have been printed. ${mendOf(entered)} This is a fault of the app, please report it.`,
    entered?.record ?? section,
  );
}

interface LostText extends TextPlace {
  /** As it was typed: `fiïïfl`. */
  readonly word: string;
}

/** The text in which most of the lost words stand, and the first of them, one with unusual characters before others. */
function placeOf(lost: readonly string[], places: readonly TextPlace[]): LostText | null {
  const wanted = new Set(lost);
  let best: { readonly place: TextPlace; readonly words: readonly string[] } | null = null;
  for (const place of places) {
    const words = place.text.split(/\s+/).filter((word) => holdsOne(word, wanted));
    if (words.length > (best?.words.length ?? 0)) best = { place, words };
  }
  if (best === null) return null;
  const word = best.words.find((one) => unusualIn(one).length > 0) ?? best.words[0] ?? '';
  return { ...best.place, word };
}

function holdsOne(word: string, wanted: ReadonlySet<string>): boolean {
  const count = emptyCount();
  countWords(word, count);
  return [...count.words.keys()].some((one) => wanted.has(one));
}

function mendOf(lost: LostText | null): string {
  if (lost === null) return 'Nothing is lost of what is recorded.';
  const signs = unusualIn(lost.word);
  const which = signs.length === 0 ? '' : `, with ${signs.join(', ')},`;
  return `${lost.record}, ${lost.field}: write “${lost.word.slice(0, 40)}”${which} otherwise and export again.`;
}

/** `ï (U+00EF)`: each character of a word beyond plain letters, digits and punctuation, once. */
function unusualIn(word: string): readonly string[] {
  const signs = [...new Set(word.match(/[^\x20-\x7e]/gu) ?? [])].slice(0, 5);
  return signs.map((sign) => `${sign} (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
}

function lostWords(wanted: ReadonlyMap<string, number>, out: WordCount): ReadonlyMap<string, number> {
  const lost = new Map<string, number>();
  for (const [word, count] of wanted) {
    const missing = count - (out.words.get(word) ?? 0);
    if (missing > 0) lost.set(word, missing);
  }
  return lost;
}

function worst(sections: readonly SectionWords[], lost: ReadonlyMap<string, number>): string {
  let [name, most] = [sections[0]?.title ?? '', -1];
  for (const section of sections) {
    let missing = 0;
    for (const [word, count] of lost) missing += Math.min(count, section.words.get(word) ?? 0);
    if (missing > most) [name, most] = [section.title, missing];
  }
  return name;
}
