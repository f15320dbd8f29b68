import { countOf } from '../../../shared/domain/foundation/words.ts';
import { readPages } from '../check/wordsOut.ts';

/** The pages of a copy beside those of the file that it was. */
export interface ComparedPages {
  /** Where they read otherwise, a sentence each. */
  readonly changes: readonly string[];
  /** Which page of the file a page of the copy is, both counted from one; null: none that can be told. */
  readonly issuedPage: (page: number) => number | null;
}

/**
 * Where the pages of a file read otherwise than those of the file it was, whatever saved it meanwhile.
 * What is typed into fields and what is remarked in the margin is no part of the pages.
 */
export async function pageChanges(made: Uint8Array, found: Uint8Array): Promise<readonly string[]> {
  return (await comparePages(made, found)).changes;
}

export async function comparePages(made: Uint8Array, found: Uint8Array): Promise<ComparedPages> {
  const [before, after] = [await textsOf(made), await textsOf(found)];
  if (after === null || before === null) return { changes: ['Its pages cannot be read.'], issuedPage: () => null };
  const issued = issuedPages(before, after);
  return { changes: changesOf(before, after), issuedPage: (page) => issued[page - 1] ?? null };
}

function changesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.length !== after.length)
    return [
      `It has ${countOf(after.length, 'page')}; ${before.length} ${before.length === 1 ? 'was' : 'were'} issued.`,
    ];
  const pages = before.flatMap((text, at) => (text === after[at] ? [] : [at + 1]));
  return pages.map((page) => `Page ${page} does not read as it was issued.`);
}

/**
 * A page is known by its words, wherever it stands by now; one whose words were changed by its place, where none was taken
 * out or put in.
 */
function issuedPages(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const byWords = after.map((text, at) => {
    if (before[at] === text) return at + 1;
    const first = before.indexOf(text);
    return first < 0 || first !== before.lastIndexOf(text) ? null : first + 1;
  });
  if (before.length !== after.length) return byWords;
  return byWords.map((page, at) => page ?? (byWords.includes(at + 1) ? null : at + 1));
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
