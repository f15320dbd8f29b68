/**
 * What this floor uses of the pdfkit document under pdfmake 0.3.11 (exactly pinned); its published types leave these
 * members out. Everything that reaches below pdfmake's own interface stands in this folder.
 */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  compress: boolean;
  buffer: Uint8Array[] | Uint8Array;
  write: (chunk: Uint8Array | string) => void;
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

interface PdfPage {
  readonly height: number;
  readonly dictionary: PdfReference;
  readonly annotations: PdfReference[];
  readonly write: (operators: string) => void;
}

/** pdfkit writes these sorted by the machine's language; `_items` is what is in them. */
export interface PdfNameTree {
  readonly _items: Readonly<Record<string, unknown>>;
  readonly get: (name: string) => unknown[] | undefined;
}

export interface PdfInfo {
  readonly Title: string;
  readonly Author: string;
  readonly Subject: string;
  readonly Keywords: string;
  readonly Creator: string;
  readonly Producer: string;
  readonly CreationDate: Date;
  readonly ModDate: Date;
}

export interface PdfkitDocument extends NodeJS.ReadableStream {
  readonly page: PdfPage;
  readonly info: PdfInfo;
  readonly outline: PdfOutline;
  readonly readableLength: number;
  readonly destroyed: boolean;
  destroy(error: Error): unknown;
  ref(data: Record<string, unknown>): PdfReference;
  addPage(options: unknown): unknown;
  addNamedEmbeddedFile(name: string, reference: PdfReference): void;
  end(): void;
  readonly _root: {
    readonly data: {
      AF?: PdfReference[];
      AcroForm?: PdfReference;
      Metadata?: PdfReference;
      MarkInfo?: PdfReference;
      StructTreeRoot?: PdfReference;
      readonly Names: { readonly data: { Dests: PdfNameTree; EmbeddedFiles?: PdfNameTree } };
      readonly Pages: { readonly data: { readonly Count: number; readonly Kids: readonly unknown[] } };
    };
  };
}
