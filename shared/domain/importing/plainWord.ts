/** Case, blanks and punctuation make no difference: `Fix Version/s` and `fix versions` are the same. */
export function plainWord(text: string): string {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}✓✔✕✗✘]+/gu, ' ')
    .trim();
  return word.replace(/ s$/, 's').replace(/ s /g, 's ');
}
