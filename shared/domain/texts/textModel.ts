/**
 * A text that goes out about a release, apart from its form: plain text and HTML are both made of this, so that they say
 * the same words.
 */
export interface WrittenText {
  /** The subject of the e-mail, the title of the page. */
  readonly subject: string;
  readonly blocks: readonly TextBlock[];
}

/** Some words, and the web address that they lead to; null: they lead nowhere. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

export type Words = readonly Piece[];

export type TextBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] };

export function heading(text: string): TextBlock {
  return { kind: 'heading', words: [piece(text)] };
}

/** A heading that leads somewhere. */
export function headingOf(words: Piece): TextBlock {
  return { kind: 'heading', words: [words] };
}

export function paragraph(...words: readonly (string | Piece)[]): TextBlock {
  return { kind: 'paragraph', words: words.map((one) => (typeof one === 'string' ? piece(one) : one)) };
}

/** No item, no list. */
export function list(items: readonly Words[]): readonly TextBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function piece(text: string): Piece {
  return { text, href: null };
}

const web = /^https?:\/\/[^\s/?#"'<>`\\]+(?:[/?#][^\s"'<>`\\]*)?$/i;

/** Only http and https lead anywhere; an address of another kind is no link, whatever was typed. */
export function isWebAddress(address: string | null): address is string {
  return address !== null && web.test(address.trim());
}

/** Words that lead to an address where there is one that may be followed. */
export function linked(text: string, address: string | null): Piece {
  return { text, href: isWebAddress(address) ? address.trim() : null };
}
