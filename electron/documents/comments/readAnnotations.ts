import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { dictionariesIn, textOf } from '../read/readFields.ts';
import { dayOf } from './dayOf.ts';

/** Left, bottom, right and top, in points of the page. */
export type Box = readonly [number, number, number, number];

/** What a reader put on a page. */
export interface Remark {
  /** Counted from one. */
  readonly page: number;
  readonly author: string | null;
  readonly on: string | null;
  readonly text: string;
  /** What it is about. */
  readonly box: Box;
  /** The lines that it marks; [] where it stands beside the words. */
  readonly marked: readonly Box[];
}

/** More than anybody writes into a pack. */
const MOST = 5000;
const DEEPEST = 40;

const key = (name: string) => PDFName.of(name);
const marking: ReadonlySet<string> = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
/** What nobody remarks by: a file's own links and fields, the window of another remark, what printers and players need. */
const notRemarking: ReadonlySet<string> = new Set([
  '',
  'Link',
  'Widget',
  'Popup',
  'PrinterMark',
  'TrapNet',
  'Watermark',
  'Screen',
  'Movie',
  '3D',
  'RichMedia',
]);

/** Every remark in a file, page by page; a reply stands where the remark stands that it answers. */
export function readAnnotations(document: PDFDocument): readonly Remark[] {
  const remarks = document.getPages().flatMap((page, at) => {
    const found = dictionariesIn(page.node.lookup(key('Annots')));
    return found.flatMap((one) => remarkOf(one, at + 1));
  });
  return remarks.slice(0, MOST);
}

function remarkOf(annotation: PDFDict, page: number): readonly Remark[] {
  const kind = nameOf(annotation, 'Subtype');
  // Some viewers tell their own state (seen, accepted) as a reply that nobody wrote.
  if (notRemarking.has(kind) || annotation.has(key('StateModel'))) return [];
  const words = [plainText(annotation), attached(annotation)].filter((one) => one !== null).join('\n');
  const text = words || (kind === 'StrikeOut' ? 'Struck out.' : null);
  const about = answered(annotation);
  const box = boxOf(about.lookup(key('Rect')));
  if (text === null || box === null) return [];
  const marked = marking.has(nameOf(about, 'Subtype')) ? quadsOf(about) : [];
  const author = textOf(annotation.lookup(key('T')))?.trim() || null;
  const day = textOf(annotation.lookup(key('CreationDate'))) ?? textOf(annotation.lookup(key('M')));
  return [{ page, author, on: day === null ? null : dayOf(day), text, box: marked[0] ?? box, marked }];
}

/** What was written, as plain text; rich text where a viewer wrote nothing else. */
function plainText(annotation: PDFDict): string | null {
  const contents = textOf(annotation.lookup(key('Contents')));
  const text = contents?.trim() ? contents : (textOf(annotation.lookup(key('RC'))) ?? '').replace(/<[^>]*>/g, ' ');
  return cleaned(text) || null;
}

/** A file that was pinned to the page is not taken with the comment, so its name is. */
function attached(annotation: PDFDict): string | null {
  const file = annotation.lookup(key('FS'));
  if (!(file instanceof PDFDict)) return null;
  const name = cleaned(textOf(file.lookup(key('UF'))) ?? textOf(file.lookup(key('F'))) ?? '');
  return `Attached in the copy: ${name || 'a file without a name'}`;
}

function cleaned(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '').trim();
}

/** The remark at the beginning of a thread; a thread that leads back to itself ends. */
function answered(reply: PDFDict): PDFDict {
  let about = reply;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const to = about.lookup(key('IRT'));
    if (!(to instanceof PDFDict)) return about;
    about = to;
  }
  return reply;
}

function nameOf(annotation: PDFDict, entry: string): string {
  const name = annotation.lookup(key(entry));
  return name instanceof PDFName ? name.decodeText() : '';
}

/** Each marked line as the box around its four corners. */
function quadsOf(annotation: PDFDict): readonly Box[] {
  const values = numbersIn(annotation.lookup(key('QuadPoints')));
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= values.length; at += 8) {
    const corners = values.slice(at, at + 8);
    const [xs, ys] = [corners.filter((_, index) => index % 2 === 0), corners.filter((_, index) => index % 2 === 1)];
    boxes.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return boxes;
}

function boxOf(rectangle: PDFObject | undefined): Box | null {
  const [x1, y1, x2, y2] = numbersIn(rectangle);
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

function numbersIn(list: PDFObject | undefined): readonly number[] {
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((entry, at) => {
    const value = entry instanceof PDFRef ? list.lookup(at) : entry;
    return value instanceof PDFNumber ? [value.asNumber()] : [];
  });
}
