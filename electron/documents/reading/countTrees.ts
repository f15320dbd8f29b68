import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFPageLeaf, PDFPageTree } from '@cantoo/pdf-lib';
import { spend } from './countedWork.ts';

/** What going through one branch costs, beside a byte. */
const BRANCH = 500;

/**
 * Walks the tree of pages as pdf-lib will, and counts: a few branches that name each other many times over are millions of
 * pages. Ends as soon as there are more than `most`.
 *
 * @throws TooMuchWork
 */
export function countPages(document: PDFDocument, most: number): number {
  const open: PDFPageTree[] = [document.catalog.Pages()];
  let pages = 0;
  for (let tree = open.pop(); tree && pages <= most; tree = open.pop()) {
    const kids = tree.Kids();
    spend(BRANCH * (1 + kids.size()));
    for (let index = 0; index < kids.size() && pages <= most; index += 1) {
      const kid = kids.lookup(index);
      if (kid instanceof PDFPageLeaf) pages += 1;
      else if (kid instanceof PDFPageTree) open.push(kid);
    }
  }
  return pages;
}

/**
 * The same for the tree of a form's fields.
 *
 * @throws TooMuchWork
 */
export function countFields(document: PDFDocument): void {
  const form = document.catalog.lookup(PDFName.of('AcroForm'));
  const open: unknown[] = [form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined];
  while (open.length > 0) {
    const fields = open.pop();
    if (!(fields instanceof PDFArray)) continue;
    spend(BRANCH * (1 + fields.size()));
    for (let index = 0; index < fields.size(); index += 1) {
      const field = fields.lookup(index);
      if (field instanceof PDFDict) open.push(field.lookup(PDFName.of('Kids')));
    }
  }
}
