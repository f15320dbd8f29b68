import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
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
  const places = placesOf(document).sort((left, right) => left.page - right.page || right.top - left.top);
  return (page, [, bottom, , top]) => {
    const middle = (bottom + top) / 2;
    return (
      places.findLast((place) => place.page < page || (place.page === page && place.top + SLACK >= middle))?.at ?? null
    );
  };
}

function placesOf(document: PDFDocument): Place[] {
  const pages = new Map(document.getPages().map((page, at) => [page.ref.tag, at + 1]));
  const names = document.catalog.lookup(key('Names'));
  const tree = names instanceof PDFDict ? names.lookup(key('Dests')) : undefined;
  const entries = tree instanceof PDFDict ? tree.lookup(key('Names')) : undefined;
  if (!(entries instanceof PDFArray)) return [];
  const places: Place[] = [];
  for (let at = 0; at + 1 < entries.size(); at += 2) {
    const [name, target] = [entries.lookup(at), entries.lookup(at + 1)];
    if (!(name instanceof PDFString || name instanceof PDFHexString) || !(target instanceof PDFArray)) continue;
    const page = pages.get(String((target.get(0) as { readonly tag?: string }).tag));
    const top = numberIn(target.lookup(3));
    if (page !== undefined && top !== null) places.push({ page, top, at: recordOf(name.decodeText()) });
  }
  return places;
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
