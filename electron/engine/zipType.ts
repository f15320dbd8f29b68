import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';

/** An honest document names what it is long before. */
const MOST_NAMES = 1024;
/** The longest name of a type that a part `mimetype` may hold. */
const MOST_BYTES = 256;

const zip = 'application/zip';
const openXml = 'application/vnd.openxmlformats-officedocument.';

/** A kind of Office document by the folder of its parts, and what it is under each ending of its file's name. */
interface OfficeKind {
  readonly folder: string;
  readonly plain: string;
  readonly macros: string;
  readonly endings: Readonly<Record<string, string>>;
}

const officeKinds: readonly OfficeKind[] = [
  {
    folder: 'word/',
    plain: `${openXml}wordprocessingml.document`,
    macros: 'application/vnd.ms-word.document.macroenabled.12',
    endings: {
      '.docm': 'application/vnd.ms-word.document.macroenabled.12',
      '.dotx': `${openXml}wordprocessingml.template`,
      '.dotm': 'application/vnd.ms-word.template.macroenabled.12',
    },
  },
  {
    folder: 'ppt/',
    plain: `${openXml}presentationml.presentation`,
    macros: 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
    endings: {
      '.pptm': 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
      '.potx': `${openXml}presentationml.template`,
      '.potm': 'application/vnd.ms-powerpoint.template.macroenabled.12',
      '.ppsx': `${openXml}presentationml.slideshow`,
      '.ppsm': 'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
    },
  },
  {
    folder: 'xl/',
    plain: `${openXml}spreadsheetml.sheet`,
    macros: 'application/vnd.ms-excel.sheet.macroenabled.12',
    endings: {
      '.xlsm': 'application/vnd.ms-excel.sheet.macroenabled.12',
      '.xltx': `${openXml}spreadsheetml.template`,
      '.xltm': 'application/vnd.ms-excel.template.macroenabled.12',
    },
  },
];

/**
 * The media type of a zip from the names of its parts alone: nothing in it is unpacked, for that is work for a process
 * that may be lost. Where names cannot tell a document from its template, the ending of the file's own name does.
 */
export async function zipTypeOf(path: string, name: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    return await typeIn(await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true }), name);
  } catch {
    // Cut short or forged: a zip by its beginning, and nothing more is known of it.
    return zip;
  } finally {
    await handle.close();
  }
}

async function typeIn(archive: ZipFile, name: string): Promise<string> {
  const names = new Set<string>();
  let type: string | null = null;
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName === 'mimetype') type = await statedType(archive, entry);
    if (type !== null) return stated.has(type) ? type : zip;
    names.add(entry.fileName);
    if (names.size === MOST_NAMES) break;
  }
  const all = [...names];
  if (names.has('mimetype')) return openType(names, name) ?? zip;
  return (names.has('[Content_Types].xml') ? officeType(all, name) : otherType(names, all)) ?? zip;
}

const openDocument = 'application/vnd.oasis.opendocument.';
const openTypes: Readonly<Record<string, string>> = {
  '.odt': `${openDocument}text`,
  '.ott': `${openDocument}text-template`,
  '.ods': `${openDocument}spreadsheet`,
  '.ots': `${openDocument}spreadsheet-template`,
  '.odp': `${openDocument}presentation`,
  '.otp': `${openDocument}presentation-template`,
  '.odg': `${openDocument}graphics`,
  '.otg': `${openDocument}graphics-template`,
};
const epub = 'application/epub+zip';
const stated = new Set([...Object.values(openTypes), epub]);

/** OpenDocument and EPUB: one part is the type itself, and stands as it is. Null: it was packed against their rule. */
async function statedType(archive: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.compressionMethod !== 0 || entry.isEncrypted() || entry.uncompressedSize > MOST_BYTES) return null;
  return String(await buffer(await archive.openReadStreamPromise(entry)))
    .trim()
    .toLowerCase();
}

/** Packed anew by a program that does not know the rule: the ending says which it is. */
function openType(names: ReadonlySet<string>, name: string): string | null {
  const ending = extname(name).toLowerCase();
  if (names.has('META-INF/container.xml')) return ending === '.epub' ? epub : null;
  return names.has('content.xml') ? (openTypes[ending] ?? null) : null;
}

function officeType(names: readonly string[], name: string): string | null {
  const holds = (start: string, end = '') => names.some((part) => part.startsWith(start) && part.endsWith(end));
  const kind = officeKinds.find(({ folder }) => holds(folder));
  // A workbook in Excel's binary form has its parts in the same folder, and nothing here reads it.
  if (kind && holds(`${kind.folder}workbook`, '.bin')) return null;
  if (kind)
    return kind.endings[extname(name).toLowerCase()] ?? (holds(`${kind.folder}vbaProject`) ? kind.macros : kind.plain);
  if (holds('visio/')) return 'application/vnd.visio';
  return holds('3D/', '.model') ? 'model/3mf' : null;
}

function otherType(names: ReadonlySet<string>, all: readonly string[]): string | null {
  if (names.has('META-INF/MANIFEST.MF')) return 'application/java-archive';
  if (all.some((part) => /^classes\d*\.dex$/.test(part))) return 'application/vnd.android.package-archive';
  if (!names.has('Index/Document.iwa')) return null;
  if (all.some((part) => part.startsWith('Index/MasterSlide'))) return 'application/vnd.apple.keynote';
  return all.some((part) => part.startsWith('Index/Tables/'))
    ? 'application/vnd.apple.numbers'
    : 'application/vnd.apple.pages';
}
