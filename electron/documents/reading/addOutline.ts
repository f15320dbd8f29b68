import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** A bookmark that leads to the top of a page. */
export interface PageBookmark {
  readonly title: string;
  readonly page: PDFPage;
}

/** Adds one bookmark with others below it after those that the document has. */
export function addOutline(document: PDFDocument, title: string, items: readonly PageBookmark[]): void {
  const [first] = items;
  const outlines = document.catalog.lookup(PDFName.of('Outlines'));
  if (first === undefined || !(outlines instanceof PDFDict)) return;
  const { context } = document;
  const root = document.catalog.get(PDFName.of('Outlines')) as PDFRef;
  const refs = items.map(() => context.nextRef());
  const parent = context.nextRef();
  const entry = ({ title: text, page }: PageBookmark, above: PDFRef) =>
    context.obj({ Title: PDFHexString.fromText(text), Parent: above, Dest: [page.ref, 'XYZ', null, null, null] });
  for (const [index, item] of items.entries()) {
    const one = entry(item, parent);
    link(one, 'Prev', refs[index - 1]);
    link(one, 'Next', refs[index + 1]);
    context.assign(refs[index] as PDFRef, one);
  }
  const group = entry({ title, page: first.page }, root);
  link(group, 'First', refs[0]);
  link(group, 'Last', refs.at(-1));
  group.set(PDFName.of('Count'), PDFNumber.of(-items.length));
  const before = outlines.get(PDFName.of('Last')) as PDFRef | undefined;
  link(group, 'Prev', before);
  context.assign(parent, group);
  if (before === undefined) link(outlines, 'First', parent);
  else link(context.lookup(before, PDFDict), 'Next', parent);
  link(outlines, 'Last', parent);
  const count = outlines.lookup(PDFName.of('Count'));
  if (count instanceof PDFNumber) outlines.set(PDFName.of('Count'), PDFNumber.of(count.asNumber() + 1));
}

function link(from: PDFDict, key: string, to: PDFRef | undefined): void {
  if (to !== undefined) from.set(PDFName.of(key), to);
}
