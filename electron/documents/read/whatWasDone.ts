import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { countOf, joinFew } from '../../../shared/domain/foundation/words.ts';
import { quietly } from '../quietly.ts';
import { asFarAsItGoes } from '../wholeFile.ts';

/**
 * What somebody did to a pack, a sentence each, as far as it can be told from the pack as it was made; [] where it
 * cannot. Never throws: the file is anybody's.
 */
export async function whatWasDone(made: Uint8Array, found: Uint8Array): Promise<readonly string[]> {
  try {
    const [before, after] = await Promise.all([load(made), load(found)]);
    const told = [...scripts(after), ...pages(before, after), ...annotations(before, after)];
    return [...told, ...savedAgain(made, found, told.length > 0)];
  } catch {
    return [];
  }
}

function load(file: Uint8Array): Promise<PDFDocument> {
  return quietly(() => PDFDocument.load(file, asFarAsItGoes));
}

/** A pack holds no script and nothing that happens when it is opened. */
function scripts(document: PDFDocument): readonly string[] {
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
  return objects.some(holdsScript) ? ['A script was added, which readers may run.'] : [];
}

function holdsScript(object: PDFObject): boolean {
  if (object instanceof PDFArray) return object.asArray().some(holdsScript);
  const dictionary = object instanceof PDFRawStream ? object.dict : object;
  if (!(dictionary instanceof PDFDict)) return false;
  if (dictionary.get(PDFName.of('S')) === PDFName.of('JavaScript')) return true;
  if (dictionary.has(PDFName.of('JavaScript')) || dictionary.has(PDFName.of('JS'))) return true;
  return dictionary
    .values()
    .some((value) => (value instanceof PDFDict || value instanceof PDFArray) && holdsScript(value));
}

/** Pages are known by what is drawn on them. */
function pages(before: PDFDocument, after: PDFDocument): readonly string[] {
  const was = before.getPages().map(contentOf);
  const is = after.getPages().map(contentOf);
  if (was.length === is.length && was.every((page, at) => page === is[at])) return [];
  const gone = was.flatMap((page, at) => (is.includes(page) ? [] : [at + 1]));
  const added = is.flatMap((page, at) => (was.includes(page) ? [] : [at + 1]));
  if (gone.length === 0 && added.length === 0)
    return is.length === was.length ? ['Pages were moved.'] : ['Pages were repeated or moved.'];
  if (gone.length === added.length && was.length === is.length && gone.join() === added.join())
    return [`${named(gone)} changed.`];
  return [
    ...(gone.length > 0 ? [`${named(gone)} removed or changed.`] : []),
    ...(added.length > 0 ? [`${named(added)} of the file added or changed.`] : []),
  ];
}

/** `Page 3 was`, `Pages 3, 4 and 9 were`. */
function named(numbers: readonly number[]): string {
  const which = joinFew(numbers.map(String), 6);
  return numbers.length === 1 ? `Page ${which} was` : `Pages ${which} were`;
}

function contentOf(page: PDFPage): string {
  const { node } = page;
  const contents = node.lookup(PDFName.of('Contents'));
  const parts = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  const hash = createHash('sha256');
  for (const part of parts) {
    if (part instanceof PDFRawStream) hash.update(decodePDFRawStream(part).decode());
    else if (part !== undefined) hash.update(String(part));
  }
  return hash.digest('hex');
}

/** Comments, marks and form fields lie on pages beside what is drawn; a pack's own annotations are its links. */
function annotations(before: PDFDocument, after: PDFDocument): readonly string[] {
  const was = before.getPages().map(countAnnotations);
  const changed = after.getPages().flatMap((page, at) => (countAnnotations(page) > (was[at] ?? 0) ? [at + 1] : []));
  if (changed.length === 0 || after.getPageCount() !== before.getPageCount()) return [];
  const where = `${changed.length === 1 ? 'page' : 'pages'} ${joinFew(changed.map(String), 6)}`;
  return [`Comments or other annotations were added on ${where}.`];
}

function countAnnotations(page: PDFPage): number {
  const list = page.node.lookup(PDFName.of('Annots'));
  return list instanceof PDFArray ? list.size() : 0;
}

/** Appended to, as readers save; cut or torn, as on the way; or written anew, as editors do. */
function savedAgain(made: Uint8Array, found: Uint8Array, alreadyTold: boolean): readonly string[] {
  if (found.length === made.length) return [];
  const torn = tornPlace(made, found);
  if (torn !== null) return [torn];
  return [
    alreadyTold
      ? 'The file was saved again by another program.'
      : 'The file was saved again by another program; what is drawn on its pages is the same.',
  ];
}

/** What is missing or added in one piece, with everything before and behind it as it was made: no program saves so. */
function tornPlace(made: Uint8Array, found: Uint8Array): string | null {
  const least = Math.min(made.length, found.length);
  let before = 0;
  while (before < least && made[before] === found[before]) before += 1;
  let behind = 0;
  while (behind < least - before && made[made.length - 1 - behind] === found[found.length - 1 - behind]) behind += 1;
  if (before + behind < least) return null;
  const count = Math.abs(made.length - found.length);
  const bytes = countOf(count, 'byte');
  const are = count === 1 ? 'is' : 'are';
  if (found.length > made.length)
    return behind === 0
      ? 'Something was appended to the file as it was made; its beginning is unchanged.'
      : `The file holds ${bytes} more, from byte ${before} on; all that stands before and behind is as it was made.`;
  return behind === 0
    ? `The end of the file is cut off: its last ${bytes} ${are} missing.`
    : `Of the file ${bytes} ${are} missing, from byte ${before} on; all that stands before and behind is as it was made.`;
}
