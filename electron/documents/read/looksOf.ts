import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { unpack } from './readAttachments.ts';

const key = (name: string) => PDFName.of(name);

/** What a document shows, each part as a hash that is the same however the file around it was written. */
export interface Looks {
  /** Page by page: what is drawn, with which fonts and pictures, and how much of the sheet is shown which way up. */
  readonly pages: readonly string[];
  /** Page by page what lies over it: links, fields, comments. */
  readonly annotations: readonly (readonly AnnotationLook[])[];
  /** How its fields are to be drawn; another form may even stand in the place of all pages. */
  readonly form: string;
}

export interface AnnotationLook {
  readonly kind: string;
  readonly look: string;
}

/** Boxes that a page has not, it has from the sheet; so programs may write them down or leave them out. */
const boxes = ['CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];
const inherited = ['MediaBox', 'CropBox', 'Resources', 'Rotate'];

/** What says where a drawing or an annotation stands in the file, and nothing of its looks. */
const whereabouts: ReadonlySet<string> = new Set(['P', 'StructParent', 'StructParents']);

/** More than anything on a page of a pack: what is made to grow beyond that is compared as it is packed. */
const LARGEST = 64_000_000;

export function looksOf(document: PDFDocument): Looks {
  const pages = document.getPages();
  const numbers = new Map(pages.map(({ ref }, at) => [ref.tag, `page ${at + 1}`]));
  const known = new Map(numbers);
  const { context } = document;

  /** Each object once; one that leads back to itself, as a comment and its window do, ends there. */
  function hashOf(object: PDFObject | undefined): string {
    if (!(object instanceof PDFRef)) return digest(object);
    const before = known.get(object.tag);
    if (before !== undefined) return before;
    known.set(object.tag, 'itself');
    const found = digest(context.lookup(object));
    known.set(object.tag, found);
    return found;
  }

  function digest(object: PDFObject | undefined): string {
    if (object instanceof PDFNumber) return String(object.asNumber());
    if (object instanceof PDFString || object instanceof PDFHexString)
      return hashed(['text', Buffer.from(object.asBytes()).toString('hex')]);
    if (object instanceof PDFArray) return hashed(['[', ...object.asArray().map(hashOf)]);
    if (object instanceof PDFDict) return hashed(entriesOf(object));
    if (!(object instanceof PDFRawStream)) return String(object);
    const content = unpacked(object);
    return content === null
      ? hashed([...entriesOf(object.dict, ['Length']), object.getContents()])
      : hashed([...entriesOf(object.dict, ['Length', 'Filter']), content]);
  }

  function entriesOf(dictionary: PDFDict, left: readonly string[] = []): readonly string[] {
    const isPlaced = dictionary.has(key('Subtype'));
    const entries = dictionary.entries().map(([name, value]) => [name.decodeText(), value] as const);
    const told = entries.filter(([name]) => !left.includes(name) && !(isPlaced && whereabouts.has(name)));
    return told.map(([name, value]) => `${name} ${hashOf(value)}`).sort();
  }

  function pageLook({ node }: PDFPage): string {
    const has = (name: string) =>
      inherited.includes(name) ? node.getInheritableAttribute(key(name)) : node.get(key(name));
    const sheet = has('MediaBox');
    return hashed([
      ...drawnOn(node.lookup(key('Contents'))),
      ...['Resources', 'MediaBox', 'Group', 'UserUnit'].map((name) => hashOf(has(name))),
      ...boxes.map((name) => hashOf(has(name) ?? sheet)),
      hashOf(has('Rotate') ?? PDFNumber.of(0)),
    ]);
  }

  function annotationsOf({ node }: PDFPage): readonly AnnotationLook[] {
    const list = node.lookup(key('Annots'));
    if (!(list instanceof PDFArray)) return [];
    return list.asArray().map((one, at) => {
      const annotation = list.lookup(at);
      const kind = annotation instanceof PDFDict ? annotation.lookup(key('Subtype')) : undefined;
      return { kind: kind instanceof PDFName ? kind.decodeText() : '', look: hashOf(one) };
    });
  }

  const form = document.catalog.lookup(key('AcroForm'));
  return {
    pages: pages.map(pageLook),
    annotations: pages.map(annotationsOf),
    form: form instanceof PDFDict ? hashed(entriesOf(form, ['Fields'])) : '',
  };
}

function drawnOn(contents: PDFObject | undefined): readonly (string | Uint8Array)[] {
  const parts = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  return parts.map((part) => (part instanceof PDFRawStream ? (unpacked(part) ?? part.getContents()) : String(part)));
}

/** Null where it is packed in a way of its own, as photographs are. */
function unpacked(stream: PDFRawStream): Uint8Array | null {
  try {
    return unpack(stream, LARGEST);
  } catch {
    return null;
  }
}

function hashed(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}
