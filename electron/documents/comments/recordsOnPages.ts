import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { textOf } from '../read/readFields.ts';
import type { Box } from './readAnnotations.ts';

const key = (name: string) => PDFName.of(name);

/** A destination of a file: from here on, its pages speak of this. */
interface Place {
  readonly page: number;
  readonly top: number;
  readonly at: string;
}

/** Half a line: a mark begins a little above the words that it marks. */
const SLACK = 6;

/**
 * Which record each place of a file's pages speaks of, by the destinations of the file as it was issued: those stand with
 * the headings and rows of its structure, in their order.
 * @returns `criterion:AC-05`; null before the first
 */
export function recordsOnPages(document: PDFDocument): (page: number, box: Box) => string | null {
  const pages = pageNumbers(document);
  const headed = placesOf(document, pages);
  const places = [...headed, ...appendedIn(document, pages, headed)];
  places.sort((left, right) => left.page - right.page || right.top - left.top);
  return (page, [, bottom, , top]) => {
    const middle = (bottom + top) / 2;
    return (
      places.findLast((place) => place.page < page || (place.page === page && place.top + SLACK >= middle))?.at ?? null
    );
  };
}

function placesOf(document: PDFDocument, pages: PageNumbers): Place[] {
  const names = document.catalog.lookup(key('Names'));
  const tree = names instanceof PDFDict ? names.lookup(key('Dests')) : undefined;
  const entries = tree instanceof PDFDict ? tree.lookup(key('Names')) : undefined;
  if (!(entries instanceof PDFArray)) return [];
  const places: Place[] = [];
  for (let at = 0; at + 1 < entries.size(); at += 2) {
    const [name, target] = [entries.lookup(at), entries.lookup(at + 1)];
    if (!(name instanceof PDFString || name instanceof PDFHexString) || !(target instanceof PDFArray)) continue;
    const page = pages(target.get(0));
    const top = numberIn(target.lookup(3));
    if (page !== undefined && top !== null) places.push({ page, top, at: recordOf(name.decodeText()) });
  }
  return places;
}

/** More than any pack has items of evidence; a list that leads back to itself ends here. */
const MOST = 10_000;

/** The evidence that a reading copy has behind its own pages: that is told by bookmarks alone, each by the item's name. */
function appendedIn(document: PDFDocument, pages: PageNumbers, headed: readonly Place[]): readonly Place[] {
  const keys = headed.map(({ at }) => at).filter((at) => at.startsWith('evidence:'));
  const found: Place[] = [];
  let item = dictionaryAt(dictionaryAt(dictionaryAt(document.catalog, 'Outlines'), 'Last'), 'First');
  for (let count = 0; item && count < MOST; count += 1, item = dictionaryAt(item, 'Next')) {
    const target = item.lookup(key('Dest'));
    const title = `${textOf(item.lookup(key('Title'))) ?? ''} `;
    const at = keys.find((record) => title.startsWith(`${record.slice('evidence:'.length)} `));
    const page = target instanceof PDFArray ? pages(target.get(0)) : undefined;
    if (at !== undefined && page !== undefined) found.push({ page, top: Number.POSITIVE_INFINITY, at });
  }
  return found;
}

function dictionaryAt(above: PDFDict | undefined, name: string): PDFDict | undefined {
  const found = above?.lookup(key(name));
  return found instanceof PDFDict ? found : undefined;
}

type PageNumbers = (ref: PDFObject | undefined) => number | undefined;

function pageNumbers(document: PDFDocument): PageNumbers {
  const numbers = new Map(document.getPages().map(({ ref }, at) => [ref.tag, at + 1]));
  return (ref) => (ref instanceof PDFRef ? numbers.get(ref.tag) : undefined);
}

function numberIn(value: PDFObject | undefined): number | null {
  return value instanceof PDFNumber ? value.asNumber() : null;
}

/** Rows of the matrix and of the answers stand for their criterion, a rule for its finding; what is no record is a section. */
const kinds: Readonly<Record<string, string>> = {
  criterion: 'criterion',
  matrix: 'criterion',
  answer: 'criterion',
  evidence: 'evidence',
  rule: 'finding',
};

/** `criterion:AC%2F1:evidence` → `criterion:AC/1`. */
function recordOf(destination: string): string {
  const [head = '', name] = destination.split(':');
  const kind = kinds[head];
  if (kind === undefined || name === undefined) return `section:${head}`;
  try {
    return `${kind}:${decodeURIComponent(name)}`;
  } catch {
    return `section:${head}`;
  }
}
