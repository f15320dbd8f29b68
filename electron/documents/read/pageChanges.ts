import { countOf } from '../../../shared/domain/foundation/words.ts';
import { readPages } from '../check/wordsOut.ts';

/**
 * Where the pages of a file read otherwise than those of the file it was, a sentence each; whatever saved it meanwhile.
 * What is typed into fields and what is remarked in the margin is no part of the pages.
 */
export async function pageChanges(made: Uint8Array, found: Uint8Array): Promise<readonly string[]> {
  const [before, after] = [await textsOf(made), await textsOf(found)];
  if (after === null || before === null) return ['Its pages cannot be read.'];
  if (before.length !== after.length)
    return [
      `It has ${countOf(after.length, 'page')}; ${before.length} ${before.length === 1 ? 'was' : 'were'} issued.`,
    ];
  const pages = before.flatMap((text, at) => (text === after[at] ? [] : [at + 1]));
  return pages.map((page) => `Page ${page} does not read as it was issued.`);
}

/** The words of each page, without their blanks, which each program draws in its own way; null: they cannot be read. */
export async function textsOf(file: Uint8Array): Promise<readonly string[] | null> {
  try {
    const pages = await readPages(new Uint8Array(file));
    return pages.map((text) => withoutBlanks(text));
  } catch {
    return null;
  }
}

/** As both sides of a comparison are read. */
export function withoutBlanks(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
