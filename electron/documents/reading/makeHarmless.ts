import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { spend } from './countedWork.ts';

/** What one annotation costs to look at: many pages may share a long list of them. */
const ANNOTATION = 50;

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
export function makeHarmless(page: PDFDict): void {
  for (const key of ['AA', 'AF', 'PieceInfo', 'Metadata', 'StructParents', 'B', 'Thumb', 'PresSteps', 'Trans'])
    page.delete(PDFName.of(key));
  const annotations = page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  const kept: PDFObject[] = [];
  spend(ANNOTATION * annotations.size());
  for (let index = 0; index < annotations.size(); index += 1) {
    const one = annotations.lookup(index);
    if (!(one instanceof PDFDict) || !isShown(one)) continue;
    kept.push(annotations.get(index));
    for (const key of ['A', 'AA', 'AF', 'Parent', 'Popup', 'IRT', 'P', 'StructParent', 'FS', 'Dest'])
      one.delete(PDFName.of(key));
  }
  if (kept.length < annotations.size()) page.set(PDFName.of('Annots'), page.context.obj(kept));
}

function isShown(annotation: PDFDict): boolean {
  const type = annotation.lookup(PDFName.of('Subtype'));
  return type instanceof PDFName && shown.has(type.decodeText());
}
