import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { quietly } from '../quietly.ts';
import { asFarAsItGoes } from '../wholeFile.ts';

/** One attachment as it was found: its content, or why that cannot be read. */
export type ReadAttachment =
  | { readonly ok: true; readonly name: string; readonly content: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly problem: string };

export interface ReadAttachments {
  readonly attachments: readonly ReadAttachment[];
  /** What is wrong with the list itself. */
  readonly problems: readonly string[];
}

/** More than all attachments of any pack (its evidence has at most 200 MB); a bomb of zeros ends here. */
const LARGEST = 400_000_000;

/**
 * Every attachment of a PDF, each read on its own, so that one that is damaged hides no other. Never throws: what is
 * not a PDF, or no longer one, comes back as a problem in words.
 */
export async function readAttachments(file: Uint8Array): Promise<ReadAttachments> {
  if (!Buffer.from(file.buffer, file.byteOffset, Math.min(1024, file.byteLength)).includes('%PDF-')) {
    return {
      attachments: [],
      problems: [
        file.length === 0 ? 'This file is empty: it holds 0 bytes; ask for it again.' : 'This is not a PDF file.',
      ],
    };
  }
  try {
    const document = await quietly(() => PDFDocument.load(file, asFarAsItGoes));
    if (document.isEncrypted) {
      const problem = 'The file was encrypted after the pack was made, so nothing in it can be checked.';
      return { attachments: [], problems: [problem] };
    }
    return listAttachments(document);
  } catch {
    return {
      attachments: [],
      problems: ['The file is damaged: it begins as a PDF file, and its parts cannot be found.'],
    };
  }
}

function listAttachments(document: PDFDocument): ReadAttachments {
  const problems: string[] = [];
  const attachments: ReadAttachment[] = [];
  const found = new Map<string, PDFRef>();
  let room = LARGEST;
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('EF')) === undefined) continue;
    const attachment = readOne(object, room);
    if (attachment.ok) room -= attachment.content.byteLength;
    if (found.has(attachment.name)) problems.push(`It holds two attachments named ${attachment.name}.`);
    found.set(attachment.name, ref);
    attachments.push(attachment);
  }
  // What a reader lists must be what was checked: an attachment that only one of the two finds is a trick or damage.
  const listed = listedIn(document);
  if (attachments.length > 0 && !sameRefs(listed, [...found.values()])) {
    problems.push('Its list of attachments does not name the attachments that it holds.');
  }
  return { attachments, problems };
}

function readOne(specification: PDFDict, room: number): ReadAttachment {
  const name = nameOf(specification);
  try {
    const files = specification.lookup(PDFName.of('EF'), PDFDict);
    const stream = files.lookup(PDFName.of('F')) ?? files.lookup(PDFName.of('UF'));
    if (!(stream instanceof PDFRawStream)) return { ok: false, name, problem: 'its content is missing' };
    return { ok: true, name, content: unpack(stream, room) };
  } catch {
    return { ok: false, name, problem: 'its content is damaged and cannot be unpacked' };
  }
}

/** Plain or deflated once, as every pack has it: packed several times over, two kilobytes become gigabytes. Throws else. */
export function unpack(stream: PDFRawStream, room: number): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const content = stream.getContents();
  if (filter === undefined) return content;
  const name = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (name === PDFName.of('FlateDecode') && stream.dict.get(PDFName.of('DecodeParms')) === undefined) {
    return inflateSync(content, { maxOutputLength: Math.max(1, room) });
  }
  throw new Error('packed in a way that no pack has');
}

function nameOf(specification: PDFDict): string {
  for (const key of ['UF', 'F']) {
    try {
      const text = specification.lookup(PDFName.of(key));
      if (text instanceof PDFString || text instanceof PDFHexString) return text.decodeText();
    } catch {
      // A name that cannot be read is as good as none.
    }
  }
  return '(without a name)';
}

/** The file specifications in the catalogue's name tree. */
function listedIn(document: PDFDocument): readonly PDFRef[] {
  try {
    const names = document.catalog.lookup(PDFName.of('Names'), PDFDict);
    return refsUnder(names.lookup(PDFName.of('EmbeddedFiles'), PDFDict), new Set());
  } catch {
    return [];
  }
}

/** Each node once: a tree whose branches lead back to it has no end. */
function refsUnder(node: PDFDict, seen: Set<PDFDict>): readonly PDFRef[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const own = node.lookup(PDFName.of('Names'));
  const kids = node.lookup(PDFName.of('Kids'));
  const refs = own instanceof PDFArray ? own.asArray().filter((item) => item instanceof PDFRef) : [];
  if (!(kids instanceof PDFArray)) return refs;
  return [...refs, ...kids.asArray().flatMap((_, index) => refsUnder(kids.lookup(index, PDFDict), seen))];
}

function sameRefs(left: readonly PDFRef[], right: readonly PDFRef[]): boolean {
  const known = new Set(right.map((ref) => ref.tag));
  return left.length === right.length && left.every((ref) => known.has(ref.tag));
}
