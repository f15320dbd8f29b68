import { PDFArray, PDFName, type PDFObject, type PDFPage, PDFStream } from '@cantoo/pdf-lib';
import { spend } from './countedWork.ts';

/** What one entry costs to look at, here and when it is copied: many pages may share a long list of them. */
const ENTRY = 50;

/** What readers take for the paper where a page does not say (US Letter), in points. */
const DEFAULT_BOX = [0, 0, 612, 792];

/** Puts right what every reader puts up with: a page without paper, and entries among its content that draw nothing. */
export function mendPage(page: PDFPage): void {
  const { node, doc } = page;
  const { context } = doc;
  const box = node.MediaBox as (() => PDFArray | undefined) | undefined;
  if (!isBox(attempt(() => box?.call(node)))) node.set(PDFName.of('MediaBox'), context.obj(DEFAULT_BOX));
  if (node.has(PDFName.of('CropBox')) && !isBox(attempt(() => node.CropBox()))) node.delete(PDFName.of('CropBox'));
  const name = PDFName.of('Contents');
  const contents = context.lookup(node.get(name));
  if (contents instanceof PDFArray) {
    spend(ENTRY * contents.size());
    const streams = contents.asArray().filter((entry) => context.lookup(entry) instanceof PDFStream);
    if (streams.length !== contents.size()) node.set(name, context.obj(streams as PDFObject[]));
  } else if (!(contents instanceof PDFStream)) node.delete(name);
}

/** Four numbers that span an area. */
function isBox(box: unknown): boolean {
  if (!(box instanceof PDFArray) || box.size() !== 4) return false;
  const area = attempt(() => box.asRectangle());
  return area !== undefined && area.width > 0 && area.height > 0;
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
