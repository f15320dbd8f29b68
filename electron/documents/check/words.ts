/** Words with how often they occur, and how many letters and digits there are in all. */
export interface WordCount {
  readonly words: Map<string, number>;
  /** Letters and digits, those of broken tokens included. */
  letters: number;
}

export const emptyCount = (): WordCount => ({ words: new Map(), letters: 0 });

const word = /[\p{L}\p{N}]+/gu;

/**
 * Counts runs of letters and digits. A token with break marks (zero-width spaces) may come out joined or apart, so its
 * pieces count only as letters.
 */
export function countWords(text: string, count: WordCount): void {
  for (const token of plain(text).split(/\s+/)) {
    const broken = token.includes('\u200b');
    for (const [found] of token.matchAll(word)) {
      count.letters += found.length;
      if (!broken) count.words.set(found, (count.words.get(found) ?? 0) + 1);
    }
  }
}

/**
 * Ligatures and accents written apart read as the letters they are; × stands for the x that Inter draws so in 2x3. An
 * accent that is no part of any letter is drawn by itself, and a reader may see a gap behind it.
 */
function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\p{M}+/gu, '\u200b')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/×/g, 'x')
      // A break mark behind a blank breaks no word.
      .replace(/(\s)\u200b+/g, '$1')
  );
}
