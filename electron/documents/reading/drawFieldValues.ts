import {
  drawObject,
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFField,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
  translate,
} from '@cantoo/pdf-lib';
import { spend } from './countedWork.ts';

const ANNOTATION = 50;

/**
 * Draws the value of each form field that has no appearance into its page; the value may stand in a field above it. A
 * copied page has no form any more, and what the original shows must not become a blank.
 *
 * @throws where a value cannot be drawn: then the pages are no faithful copy
 */
export async function drawFieldValues(document: PDFDocument): Promise<void> {
  if (!document.catalog.has(PDFName.of('AcroForm'))) return;
  const lacking = document.getForm().getFields().filter(lacksAppearance);
  if (lacking.length === 0) return;
  const font = await document.embedFont(StandardFonts.Helvetica);
  const drawn = new Set<PDFDict>();
  for (const field of lacking) {
    spend(LETTER * lettersOf(field) * (1 + field.acroField.getWidgets().length));
    field.defaultUpdateAppearances(font);
    for (const { dict } of field.acroField.getWidgets()) drawn.add(dict);
  }
  for (const page of document.getPages()) settle(page, drawn);
}

/** What a letter of a value costs to be laid out: it is measured at one size after another until it fits. */
const LETTER = 500;

function lettersOf({ acroField }: PDFField): number {
  const value = acroField.V();
  return value === undefined ? 1 : value.sizeInBytes();
}

function lacksAppearance(field: PDFField): boolean {
  return field.acroField.getWidgets().some(({ dict }) => !(dict.lookup(PDFName.of('AP')) instanceof PDFDict));
}

/** Hidden, or not to be shown on a screen (PDF 32000-1, 12.5.3). */
const UNSEEN = 2 | 32;

/** Makes the appearances of these fields a part of the page itself; one with several states stays a mark on it. */
function settle(page: PDFPage, drawn: ReadonlySet<PDFDict>): void {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  spend(ANNOTATION * annotations.size());
  for (let index = annotations.size() - 1; index >= 0; index -= 1) {
    const widget = annotations.lookup(index);
    if (!(widget instanceof PDFDict) || !drawn.has(widget)) continue;
    const normal = widget.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
    const flags = Number(widget.lookup(PDFName.of('F'))?.toString() ?? 0);
    const box = widget.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (!(normal instanceof PDFRef) || !(page.doc.context.lookup(normal) instanceof PDFStream) || !box) continue;
    annotations.remove(index);
    if ((flags & UNSEEN) !== 0) continue;
    const name = page.node.newXObject('Value', normal);
    page.pushOperators(pushGraphicsState(), translate(box.x, box.y), drawObject(name), popGraphicsState());
  }
}
