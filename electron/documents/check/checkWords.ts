import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { WordCount } from './words.ts';
import type { SectionWords } from './wordsIn.ts';

/**
 * Words in against words out, on every export: a layout engine may drop text without a word. Fails
 * with the section that misses most.
 */
export function checkWords(sections: readonly SectionWords[], out: WordCount): Result<null> {
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
  return fail(
    'renderFailed',
    `The pack was not made: ${what} of the section “${section}” would not have been printed; this is a fault of the app, please report it.`,
    section,
  );
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
