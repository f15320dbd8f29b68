/** The text with one word in place of another, wherever it stands as a whole word. */
export function withWord(text: string, word: string, mended: string): string {
  const pattern = word.replaceAll("'", "['’]");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'), () => mended);
}
