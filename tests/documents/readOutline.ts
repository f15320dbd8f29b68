import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

export async function readTitles(file: string): Promise<readonly string[]> {
  return titlesIn(await PDFDocument.load(readFileSync(file), { updateMetadata: false }));
}

/** The titles of all bookmarks, in their order, those below others after them. */
export function titlesIn(document: PDFDocument): readonly string[] {
  const titles: string[] = [];
  const walk = (item: unknown) => {
    for (let one = item; one instanceof PDFDict; one = one.lookup(PDFName.of('Next'))) {
      const title = one.lookup(PDFName.of('Title'));
      if (title instanceof PDFString || title instanceof PDFHexString) titles.push(title.decodeText());
      walk(one.lookup(PDFName.of('First')));
    }
  };
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First')));
  return titles;
}
