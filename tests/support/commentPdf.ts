import { readFileSync, writeFileSync } from 'node:fs';
import { PDFArray, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { eachPage } from '../../electron/documents/check/wordsOut.ts';

/** Where words stand: their page, counted from one, and the box around them. */
interface Found {
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

/** The first place, from a page on, where one run of text begins with these words. */
export async function findWords(file: string, words: string, from = 1): Promise<Found> {
  let number = 0;
  let found: Found | null = null;
  await eachPage(new Uint8Array(readFileSync(file)), (items) => {
    number += 1;
    for (const { str = '', transform, width = 0, height = 0 } of items) {
      if (found || number < from || !str.startsWith(words)) continue;
      const [x, y] = [transform?.[4] ?? 0, transform?.[5] ?? 0];
      const share = words.length / str.length;
      found = { page: number, box: [x - 0.5, y - 2, x + width * share + 0.5, y + height] };
    }
  });
  if (found === null) throw new Error(`“${words}” stands nowhere`);
  return found;
}

type Entries = Readonly<Record<string, string | undefined>>;

/** Adds annotations to a PDF as viewers do. */
export async function commentPdf(file: string, out: string, add: (pen: Pen) => void, saving = {}): Promise<void> {
  const document = await PDFDocument.load(readFileSync(file));
  add(new Pen(document));
  writeFileSync(out, await document.save(saving));
}

class Pen {
  readonly document: PDFDocument;

  constructor(document: PDFDocument) {
    this.document = document;
  }

  /** A mark over words; `entries` are its texts. */
  mark(kind: 'Highlight' | 'StrikeOut', { page, box }: Found, entries: Entries): PDFRef {
    const [left, bottom, right, top] = box;
    const quads = [left, top, right, top, left, bottom, right, bottom];
    return this.#add(page, { Subtype: kind, Rect: [...box], QuadPoints: quads }, entries);
  }

  /** A note or free text beside or on the page's own words. */
  note(
    kind: 'Text' | 'FreeText' | 'Stamp' | 'FileAttachment',
    { page, box }: Found,
    entries: Entries,
    irt?: PDFRef,
  ): PDFRef {
    return this.#add(page, { Subtype: kind, Rect: [...box], ...(irt ? { IRT: irt } : {}) }, entries);
  }

  #add(page: number, shape: Readonly<Record<string, unknown>>, entries: Entries): PDFRef {
    const { context } = this.document;
    const annotation = context.obj({ Type: 'Annot', ...shape } as Readonly<Record<string, string>>);
    for (const [name, text] of Object.entries(entries))
      if (text !== undefined) annotation.set(PDFName.of(name), PDFHexString.fromText(text));
    const ref = context.register(annotation);
    const { node } = this.document.getPage(page - 1);
    const list = node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    if (list) list.push(ref);
    else node.set(PDFName.of('Annots'), context.obj([ref]));
    return ref;
  }
}
