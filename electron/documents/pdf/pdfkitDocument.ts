/**
 * What this floor uses of the pdfkit document under pdfmake 0.3.11 (exactly pinned); its published types leave these
 * members out. Everything that reaches below pdfmake's own interface stands in this folder.
 */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  buffer: Uint8Array[] | Uint8Array;
  readonly write: (chunk: Uint8Array | string) => void;
  readonly end: (chunk?: Uint8Array) => void;
  finalize: () => void;
}

export interface PdfOutline {
  readonly dictionary: PdfReference;
  readonly addItem: (
    title: string,
    options?: { readonly expanded?: boolean; readonly pageNumber?: number },
  ) => PdfOutline;
}

export interface PdfkitDocument extends NodeJS.ReadableStream {
  readonly ref: (data: Record<string, unknown>) => PdfReference;
  readonly addNamedEmbeddedFile: (name: string, reference: PdfReference) => void;
  readonly outline: PdfOutline;
  readonly end: () => void;
  readonly readableLength: number;
  readonly _root: {
    readonly data: {
      AF?: PdfReference[];
      readonly Names: { readonly data: { readonly Dests: { readonly get: (name: string) => unknown[] | undefined } } };
      readonly Pages: { readonly data: { readonly Count: number; readonly Kids: readonly unknown[] } };
    };
  };
}
