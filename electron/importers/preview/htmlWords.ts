import { resolveEntities } from '../html/htmlEntities.ts';
import { htmlPieces } from '../html/htmlPieces.ts';

const lineEnds = /^(?:p|div|tr|h[1-6]|li)$/;

/**
 * The words of HTML, a line for each block. What comes out is only ever drawn as text, so a tag left in does nothing.
 */
export function wordsOfHtml(html: string): string {
  const words: string[] = [];
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') words.push(piece.text.replace(/\s+/g, ' '));
    else if (piece.closes ? lineEnds.test(piece.name) : piece.name === 'br') words.push('\n');
    else if (piece.closes && (piece.name === 'td' || piece.name === 'th')) words.push('\t');
  }
  return resolveEntities(words.join(''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
