import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { quietly } from '../quietly.ts';

/** An evidence file that can be shown as pages: a PDF, or a picture on a page of its own. */
export type EvidencePages =
  | { readonly kind: 'pdf'; readonly document: PDFDocument; readonly pages: number }
  | { readonly kind: 'picture'; readonly pages: 1 }
  | { readonly kind: 'none'; readonly pages: 0; readonly reason: string };

const none = (reason: string): EvidencePages => ({ kind: 'none', pages: 0, reason });

/** Opens evidence as pages. Never throws: what cannot be shown comes back with the reason in words. */
export async function readPages(content: Uint8Array, mediaType: string): Promise<EvidencePages> {
  if (mediaType === 'application/pdf') return quietly(() => readPdf(content));
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg')
    return none('attached only: neither a PDF nor a PNG or JPEG picture');
  try {
    const scratch = await PDFDocument.create({ updateMetadata: false });
    await (mediaType === 'image/png' ? scratch.embedPng(content) : scratch.embedJpg(content));
    return { kind: 'picture', pages: 1 };
  } catch {
    return none('attached only: the picture is damaged');
  }
}

async function readPdf(content: Uint8Array): Promise<EvidencePages> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(content, { updateMetadata: false, throwOnInvalidObject: false });
  } catch (error) {
    return none(
      error instanceof EncryptedPDFError
        ? 'attached only: it is encrypted, and its pages cannot be shown without its password'
        : 'attached only: the PDF is damaged, and its pages cannot be read',
    );
  }
  try {
    for (const page of document.getPages()) makeHarmless(page.node);
    const pages = document.getPageCount();
    // Copied once for nothing: a file that cannot be copied must be known before the list of pages is printed.
    const scratch = await PDFDocument.create({ updateMetadata: false });
    await scratch.copyPages(document, document.getPageIndices());
    return pages === 0 ? none('attached only: the PDF has no pages') : { kind: 'pdf', document, pages };
  } catch {
    return none('attached only: the PDF is damaged, and its pages cannot be copied');
  }
}

/** Annotations that show something on the page; others play, attach, or lead to where nothing is any more. */
const shown = new Set([
  'Widget',
  'FreeText',
  'Stamp',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Ink',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Caret',
]);

/** Nothing that runs, plays or travels hidden goes along: the page as it looks, no more. */
function makeHarmless(page: PDFDict): void {
  for (const key of ['AA', 'AF', 'PieceInfo', 'Metadata', 'StructParents', 'B', 'Thumb', 'PresSteps', 'Trans'])
    page.delete(PDFName.of(key));
  const annotations = page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (let index = annotations.size() - 1; index >= 0; index -= 1) {
    const one = annotations.lookup(index);
    if (!(one instanceof PDFDict) || !isShown(one)) {
      annotations.remove(index);
      continue;
    }
    for (const key of ['A', 'AA', 'AF', 'Parent', 'Popup', 'IRT', 'P', 'StructParent', 'FS', 'Dest'])
      one.delete(PDFName.of(key));
  }
}

function isShown(annotation: PDFDict): boolean {
  const type = annotation.lookup(PDFName.of('Subtype'));
  return type instanceof PDFName && shown.has(type.decodeText());
}
