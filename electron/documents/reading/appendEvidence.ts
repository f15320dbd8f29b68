import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef, StandardFonts } from '@cantoo/pdf-lib';
import { readingMark } from '../../../shared/domain/pack/editions/editionWords.ts';
import type { EvidencePlan, PlannedFile } from '../evidencePlan.ts';
import { quietly } from '../quietly.ts';
import type { Report } from '../renderPack.ts';
import { asItIs, nothingAdded } from '../wholeFile.ts';
import { addOutline, type PageBookmark } from './addOutline.ts';
import { addReplacement } from './addReplacement.ts';
import { drawPicture, embedPicture, pictureFormat } from './drawPicture.ts';
import { orientationOf } from './exif.ts';
import { readPages } from './readPages.ts';
import { stampPage } from './stampPage.ts';

/**
 * Adds the evidence's pages to the pack in `file`, each with its item at the foot. The same bytes from the same files,
 * so that verification can make them anew. Returns how many pages the file has then.
 */
export async function appendEvidence(file: string, plan: EvidencePlan, report: Report): Promise<number> {
  return quietly(async () => {
    const document = await PDFDocument.load(readFileSync(file), asItIs);
    const known = document.context.largestObjectNumber;
    const font = await document.embedFont(StandardFonts.Helvetica);
    const bookmarks: PageBookmark[] = [];
    for (const [index, item] of plan.attached.entries()) {
      report({ text: `Adding the pages of ${item.key}`, fraction: 0.85 + (0.1 * index) / plan.attached.length });
      const pages = await addPages(document, item);
      for (const [at, page] of pages.entries())
        stampPage(
          page,
          { left: `${item.key} · page ${at + 1} of ${pages.length} · ${item.attachment}`, right: readingMark },
          font,
        );
      const [first] = pages;
      if (first) bookmarks.push({ title: `${item.key} ${item.title}`, page: first });
    }
    addOutline(document, `Evidence as pages (${readingMark.toLowerCase()})`, bookmarks);
    await document.flush();
    dropHiddenFiles(document, known);
    writeFileSync(file, await document.save(nothingAdded));
    return document.getPageCount();
  });
}

async function addPages(document: PDFDocument, item: PlannedFile): Promise<readonly PDFPage[]> {
  const { source } = item;
  const content = readFileSync(source.path);
  const read = await readPages(content, source.mediaType);
  switch (read.kind) {
    case 'none':
      return [];
    case 'replaced':
      return [await addReplacement(document, item, read.reason)];
    case 'pdf': {
      const copies = await document.copyPages(read.document, read.document.getPageIndices());
      for (const page of copies) document.addPage(page);
      return copies;
    }
    case 'picture': {
      const picture = await embedPicture(document, content, source.mediaType);
      const orientation = orientationOf(content);
      const page = document.addPage(pictureFormat(picture, orientation));
      drawPicture(page, picture, orientation);
      return [page];
    }
  }
}

/** A copied page may bring a file along in some corner; what the manifest does not know must not be in the pack. */
function dropHiddenFiles(document: PDFDocument, known: number): void {
  const isNew = (ref: PDFRef) => ref.objectNumber > known;
  for (const [ref, object] of document.context.enumerateIndirectObjects())
    if (isNew(ref) && object instanceof PDFDict) object.delete(PDFName.of('EF'));
}
