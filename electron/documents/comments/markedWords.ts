import { eachPage, type TextItem } from '../check/wordsOut.ts';
import type { Box, Remark } from './readAnnotations.ts';

interface PlacedWord {
  readonly text: string;
  readonly middle: number;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand, a third of their height above the line. */
  readonly height: number;
}

/** The words that each remark marks, as they stand on its page; null where it marks none. */
export async function markedWords(file: Uint8Array, remarks: readonly Remark[]): Promise<readonly (string | null)[]> {
  const byPage = new Map<number, readonly PlacedWord[]>();
  const wanted = new Set(remarks.filter(({ marked }) => marked.length > 0).map(({ page }) => page));
  if (wanted.size > 0) {
    let number = 0;
    await eachPage(file, (items) => {
      number += 1;
      if (wanted.has(number)) byPage.set(number, items.flatMap(wordsIn));
    });
  }
  return remarks.map(({ page, marked }) => {
    const words = marked.flatMap((box) => (byPage.get(page) ?? []).filter((word) => isIn(word, box)));
    return words.length === 0 ? null : words.map(({ text }) => text).join(' ');
  });
}

/** The words of one run of text; where each stands within it follows from its share of the letters. */
function wordsIn({ str = '', transform, width = 0, height = 0 }: TextItem): readonly PlacedWord[] {
  const [left, base] = [transform?.[4] ?? 0, transform?.[5] ?? 0];
  const each = str.length === 0 ? 0 : width / str.length;
  return [...str.matchAll(/\S+/g)].map((match) => {
    const from = left + match.index * each;
    const to = from + match[0].length * each;
    return { text: match[0], left: from, right: to, middle: (from + to) / 2, height: base + height / 3 };
  });
}

/** A word belongs to a mark that covers its middle. */
function isIn({ middle, height }: PlacedWord, [left, bottom, right, top]: Box): boolean {
  return middle >= left && middle <= right && height >= bottom && height <= top;
}
