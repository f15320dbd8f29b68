import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { countOf, joinFew } from '../../../shared/domain/foundation/words.ts';
import { quietly } from '../quietly.ts';
import { asFarAsItGoes } from '../wholeFile.ts';
import { type AnnotationLook, type Looks, looksOf } from './looksOf.ts';

/**
 * In what a file differs from the pages that its facts give, a sentence each; [] where it cannot be told. Which of the two
 * somebody changed does not show in that. Never throws: the file is anybody's.
 *
 * @param own how many pages bear the hash of the facts: all but those that a reading copy has of its evidence
 */
export async function whatWasDone(made: Uint8Array, found: Uint8Array, own: number): Promise<readonly string[]> {
  try {
    const [before, after] = await Promise.all([load(made), load(found)]);
    const [was, is] = [looksOf(before), looksOf(after)];
    const shown = [...pages(was.pages, is.pages, own), ...annotations(was.annotations, is.annotations)];
    const looksSame = shown.length === 0 && was.form === is.form;
    return [...scripts(after), ...shown, ...aroundPages(made, found, looksSame)];
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

/** Pages are known by what they show. */
function pages(was: Looks['pages'], is: Looks['pages'], own: number): readonly string[] {
  if (was.length === is.length && was.every((page, at) => page === is[at])) return [];
  const gone = was.flatMap((page, at) => (is.includes(page) ? [] : [at + 1]));
  const added = is.flatMap((page, at) => (was.includes(page) ? [] : [at + 1]));
  if (gone.length === 0 && added.length === 0)
    return [was.length === is.length ? 'Its pages stand in another order.' : 'Pages of it are there more than once.'];
  if (was.length === is.length && gone.join() === added.join())
    return [`${named(gone, 'Page')} drawn otherwise than as rendered.`, whoseFacts(was.slice(0, own), is)];
  return [
    ...(gone.length > 0 ? [`${named(gone, 'Page')} not in the file as rendered.`] : []),
    ...(added.length > 0 ? [`Of the file, ${named(added, 'page')} none of those rendered.`] : []),
    whoseFacts(was.slice(0, own), is),
  ];
}

/** Facts and hashes may have been changed together, and the pages left as they were: then every foot bears another hash. */
function whoseFacts(was: Looks['pages'], is: Looks['pages']): string {
  return was.some((page) => is.includes(page))
    ? 'The others are as rendered, with the hash of these facts at their foot.'
    : 'None of the pack’s own pages is as rendered, so it may as well be the facts, with their hashes, that were changed.';
}

/** `Page 3 is`, `Pages 3, 4 and 9 are`. */
function named(numbers: readonly number[], noun: 'page' | 'Page'): string {
  return `${onPages(numbers, noun)} ${numbers.length === 1 ? 'is' : 'are'}`;
}

function onPages(numbers: readonly number[], noun: 'page' | 'Page'): string {
  return `${noun}${numbers.length === 1 ? '' : 's'} ${joinFew(numbers.map(String), 6)}`;
}

/** A pack's own annotations; comments and marks are never of it. */
const own: ReadonlySet<string> = new Set(['Link', 'Widget']);

/** What lies over the pages, which may hide what is drawn on them. */
function annotations(was: Looks['annotations'], is: Looks['annotations']): readonly string[] {
  if (was.length !== is.length) return [];
  const where = (differs: (made: readonly AnnotationLook[], found: readonly AnnotationLook[]) => boolean) =>
    is.flatMap((found, at) => (differs(was[at] ?? [], found) ? [at + 1] : []));
  const added = where((made, found) => beyond(found, made).some((one) => !isOwn(one)));
  const others = where((made, found) => [...beyond(made, found), ...beyond(found, made).filter(isOwn)].length > 0);
  return [
    ...(added.length > 0 ? [`Comments or other annotations were added on ${onPages(added, 'page')}.`] : []),
    ...(others.length > 0
      ? [`Links, fields or other annotations of ${onPages(others, 'page')} are not as rendered.`]
      : []),
  ];
}

function isOwn({ kind }: AnnotationLook): boolean {
  return own.has(kind);
}

/** Those of a list that another has not, each as often as it has it less. */
function beyond(list: readonly AnnotationLook[], other: readonly AnnotationLook[]): readonly AnnotationLook[] {
  const left = new Map<string, number>();
  for (const { look } of other) left.set(look, (left.get(look) ?? 0) + 1);
  return list.filter(({ look }) => {
    const count = left.get(look) ?? 0;
    left.set(look, count - 1);
    return count <= 0;
  });
}

/**
 * Appended to, as readers save; cut or torn, as on the way; or written anew, as editors do. What else the file is made of
 * may be told only where everything that it shows was found to be the same.
 */
function aroundPages(made: Uint8Array, found: Uint8Array, looksSame: boolean): readonly string[] {
  const torn = made.length === found.length ? null : tornPlace(made, found);
  if (torn !== null) return [torn];
  if (!looksSame) return [];
  return [
    made.length === found.length
      ? 'What is drawn on its pages is the same.'
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
