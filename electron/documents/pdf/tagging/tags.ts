/** What a piece of a definition is, beyond how it looks. Whatever has no tag is a paragraph, or holds other pieces. */
export type Tag =
  | { readonly is: 'section' | 'quote' | 'list' | 'item' | 'contents' }
  /** Drawn as a table of one column without a header: a list. */
  | { readonly is: 'rows' }
  /** Level 0 is the title of the whole file, of which there is one; 1 a section's. */
  | { readonly is: 'heading'; readonly level: 0 | 1 | 2 | 3 }
  | {
      readonly is: 'table';
      readonly summary: string | null;
      readonly headerRows: number;
      /** The first cell of each row names the row. */
      readonly rowHeaders: boolean;
    }
  | { readonly is: 'figure'; readonly alt: string }
  /** A field of the form and the words that name it, in the order of reading: one paragraph. */
  | { readonly is: 'labelled' }
  /** The field itself, drawn as a rectangle of a canvas. */
  | { readonly is: 'field' };

/** The definition piece with its tag; pdfmake carries unknown properties along and ignores them. */
export function tagged<T extends object>(piece: T, tag: Tag): T {
  return { ...piece, tag };
}
