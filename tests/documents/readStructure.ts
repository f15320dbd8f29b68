import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** One element of a file's structure tree, as a reader finds it. */
export interface ReadElement {
  readonly role: string;
  readonly ref: string;
  readonly parent: string;
  readonly alt: string | null;
  readonly scope: string | null;
  readonly language: string | null;
  readonly summary: string | null;
  readonly box: readonly number[] | null;
  readonly kids: readonly ReadKid[];
}

/** A stretch of content: the page's object and the number of the mark on it. */
export interface ReadMark {
  readonly page: string;
  readonly mcid: number;
}

export type ReadKid = ReadElement | ReadMark | { readonly annotation: string; readonly page: string };

export const isElement = (kid: ReadKid): kid is ReadElement => 'role' in kid;
export const isMark = (kid: ReadKid): kid is ReadMark => 'mcid' in kid;

export function name(value: PDFObject | undefined): string | null {
  return value instanceof PDFName ? value.decodeText() : null;
}

export function text(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

export function number(value: PDFObject | undefined): number | null {
  return value instanceof PDFNumber ? value.asNumber() : null;
}

export const key = (value: string) => PDFName.of(value);

export async function openFile(content: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(content, { updateMetadata: false });
}

export function treeRootOf(document: PDFDocument): PDFDict {
  return document.catalog.lookup(key('StructTreeRoot'), PDFDict);
}

/** The tree below its root, which has one element: the document. @throws where it is not a tree. */
export function readTree(document: PDFDocument): ReadElement {
  const kids = treeRootOf(document).lookup(key('K'), PDFArray);
  if (kids.size() !== 1) throw new Error('The structure tree has not one root.');
  return readElement(document, kids.get(0) as PDFRef, new Set());
}

function readElement(document: PDFDocument, ref: PDFRef, seen: Set<string>): ReadElement {
  if (seen.has(ref.tag)) throw new Error(`${ref.tag} stands in the tree twice.`);
  seen.add(ref.tag);
  const dict = document.context.lookup(ref, PDFDict);
  const attributes = dict.lookupMaybe(key('A'), PDFDict);
  const page = dict.get(key('Pg'));
  const box = attributes?.lookupMaybe(key('BBox'), PDFArray);
  const all = dict.lookup(key('K'));
  const entries = all === undefined ? [] : all instanceof PDFArray ? all.asArray() : [dict.get(key('K')) as PDFObject];
  return {
    role: name(dict.get(key('S'))) ?? '',
    ref: ref.tag,
    parent: (dict.get(key('P')) as PDFRef).tag,
    alt: text(dict.lookup(key('Alt'))),
    scope: name(attributes?.get(key('Scope'))),
    language: text(dict.lookup(key('Lang'))),
    summary: text(attributes?.lookup(key('Summary'))),
    box: box ? box.asArray().map((value) => number(value) ?? Number.NaN) : null,
    kids: entries.map((kid) => readKid(document, kid, page, seen)),
  };
}

function readKid(document: PDFDocument, kid: PDFObject, page: PDFObject | undefined, seen: Set<string>): ReadKid {
  const mcid = number(kid);
  if (mcid !== null) return { page: (page as PDFRef).tag, mcid };
  if (kid instanceof PDFRef) return readElement(document, kid, seen);
  const dict = kid as PDFDict;
  const on = (dict.get(key('Pg')) as PDFRef).tag;
  if (name(dict.get(key('Type'))) === 'OBJR') return { annotation: (dict.get(key('Obj')) as PDFRef).tag, page: on };
  return { page: on, mcid: number(dict.get(key('MCID'))) ?? Number.NaN };
}

/** Every element with those above it, in the order of reading. */
export function* walk(
  element: ReadElement,
  above: readonly ReadElement[] = [],
): Generator<readonly [ReadElement, readonly ReadElement[]]> {
  yield [element, above];
  for (const kid of element.kids) if (isElement(kid)) yield* walk(kid, [...above, element]);
}

/** The parent tree: by its keys, the element of an annotation or the elements of a page's marks. */
export function readParents(document: PDFDocument): ReadonlyMap<number, string | readonly string[]> {
  const parents = new Map<number, string | readonly string[]>();
  const visit = (node: PDFDict) => {
    const kids = node.lookupMaybe(key('Kids'), PDFArray);
    for (let at = 0; at < (kids?.size() ?? 0); at += 1) visit(kids?.lookup(at, PDFDict) as PDFDict);
    const entries = node.lookupMaybe(key('Nums'), PDFArray)?.asArray() ?? [];
    for (let at = 0; at < entries.length; at += 2) {
      const value = entries[at + 1];
      const refs =
        value instanceof PDFArray ? value.asArray().map((ref) => (ref as PDFRef).tag) : (value as PDFRef).tag;
      parents.set(number(entries[at]) ?? Number.NaN, refs);
    }
  };
  visit(treeRootOf(document).lookup(key('ParentTree'), PDFDict));
  return parents;
}

/** Where each name leads: to a page, counted from one. @throws if they are not in the order that readers search in. */
export function readDestinations(document: PDFDocument): ReadonlyMap<string, number> {
  const tree = document.catalog.lookup(key('Names'), PDFDict).lookup(key('Dests'), PDFDict);
  const entries = tree.lookup(key('Names'), PDFArray).asArray();
  const pages = document.getPages().map((page) => page.ref.tag);
  const places = new Map<string, number>();
  let last = '';
  for (let at = 0; at < entries.length; at += 2) {
    const place = text(entries[at]) ?? '';
    if (place <= last) throw new Error(`${place} stands behind ${last}.`);
    places.set(place, pages.indexOf(((entries[at + 1] as PDFArray).get(0) as PDFRef).tag) + 1);
    last = place;
  }
  return places;
}

export function refOf(value: unknown): string {
  return (value as { readonly tag: string }).tag;
}
