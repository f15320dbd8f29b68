import { EncryptedPDFError, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { quietly } from '../quietly.ts';
import { asItIs, nothingAdded } from '../wholeFile.ts';
import { counted, TooMuchWork } from './countedWork.ts';
import { countFields, countPages } from './countTrees.ts';
import { drawFieldValues } from './drawFieldValues.ts';
import { embedPicture } from './drawPicture.ts';
import { makeHarmless } from './makeHarmless.ts';
import { mendPage } from './mendPage.ts';
import { pngTooLarge } from './pngSize.ts';
import { stampPage } from './stampPage.ts';

/**
 * An evidence file as pages: a PDF, a picture on a page of its own, or a page that stands in its place and says why; files
 * of other kinds have none.
 */
export type EvidencePages =
  | { readonly kind: 'pdf'; readonly document: PDFDocument; readonly pages: number }
  | { readonly kind: 'picture'; readonly pages: 1 }
  | { readonly kind: 'replaced'; readonly pages: 1; readonly reason: string }
  | { readonly kind: 'none'; readonly pages: 0; readonly reason: string };

const replaced = (reason: string): EvidencePages => ({ kind: 'replaced', pages: 1, reason });

/** Larger files and longer documents are for reading by themselves: copying them would take the memory of all others. */
const LARGEST = 100_000_000;
const MOST_PAGES = 2000;

/** Opens evidence as pages. Never throws: what cannot be shown comes back with the reason in words. */
export async function readPages(content: Uint8Array, mediaType: string): Promise<EvidencePages> {
  const isPicture = mediaType === 'image/png' || mediaType === 'image/jpeg';
  if (mediaType !== 'application/pdf' && !isPicture)
    return { kind: 'none', pages: 0, reason: 'attached only: neither a PDF nor a PNG or JPEG picture' };
  if (content.length > LARGEST) return replaced('it is larger than 100 MB');
  if (!isPicture) return quietly(() => readWithin(content));
  try {
    const reason = mediaType === 'image/png' ? pngTooLarge(content) : null;
    if (reason !== null) return replaced(reason);
    const scratch = await PDFDocument.create({ updateMetadata: false });
    await embedPicture(scratch, content, mediaType);
    return { kind: 'picture', pages: 1 };
  } catch {
    return replaced('the picture is damaged');
  }
}

/** A file that keeps its reader busy, or grows without end, is replaced as any other that cannot be shown. */
async function readWithin(content: Uint8Array): Promise<EvidencePages> {
  try {
    return await counted(content.length, () => readPdf(content));
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    return replaced('showing its pages takes more work than a file of its size may');
  }
}

async function readPdf(content: Uint8Array): Promise<EvidencePages> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(content, { ...asItIs, throwOnInvalidObject: false });
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return replaced(
      error instanceof EncryptedPDFError
        ? 'it is encrypted, and its pages cannot be shown without its password'
        : 'the PDF is damaged, and its pages cannot be read',
    );
  }
  try {
    const pages = countPages(document, MOST_PAGES);
    if (pages === 0) return replaced('the PDF has no pages');
    if (pages > MOST_PAGES) return replaced(`the PDF has more than ${MOST_PAGES} pages`);
    for (const page of document.getPages()) mendPage(page);
    countFields(document);
    await drawFieldValues(document);
    for (const page of document.getPages()) makeHarmless(page.node);
    await tryOnce(document);
    return { kind: 'pdf', document, pages };
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return replaced('the PDF is damaged, and its pages cannot be copied');
  }
}

/** All that will be done to the pages, once for nothing: what fails must be known before the list of pages is printed. */
async function tryOnce(document: PDFDocument): Promise<void> {
  const scratch = await PDFDocument.create({ updateMetadata: false });
  const font = await scratch.embedFont(StandardFonts.Helvetica);
  for (const page of await scratch.copyPages(document, document.getPageIndices())) {
    scratch.addPage(page);
    stampPage(page, { left: 'x', right: 'x' }, font);
  }
  await scratch.save(nothingAdded);
}
