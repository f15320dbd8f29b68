import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFDocument as Documents, type PDFDocument } from '@cantoo/pdf-lib';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { paperReferenceField } from '../../shared/domain/pack/paper/answerFields.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { markedWords } from './comments/markedWords.ts';
import { readAnnotations } from './comments/readAnnotations.ts';
import { recordsOnPages } from './comments/recordsOnPages.ts';
import { checkParts } from './read/checkParts.ts';
import { type ForeignFile, openForeign } from './read/openForeign.ts';
import { pageChanges, textsOf, withoutBlanks } from './read/pageChanges.ts';
import { readAttachments } from './read/readAttachments.ts';
import { readFields } from './read/readFields.ts';
import { type Report, renderPack } from './renderPack.ts';
import type { ReadComments, ReadCommentsInput } from './tasks.ts';
import { planFrom } from './verifyPack.ts';
import { asItIs } from './wholeFile.ts';

/**
 * What readers remarked in a copy of a pack or paper. Nothing else of the copy is trusted: which record a remark stands at
 * is told by the file as it was issued, or, of a draft, as its attached facts give it again.
 */
export async function readComments(input: ReadCommentsInput, report: Report): Promise<Result<ReadComments>> {
  report({ text: `Reading ${basename(input.file)}`, fraction: null });
  const opened = await openForeign(input.file);
  if (!opened.ok) return opened;
  const { content, document } = opened.value;
  const remarks = readAnnotations(document);
  const made = await issuedAs(opened.value, input, report);
  const changed = made.file === null ? null : await pageChanges(made.file, content);
  const places = recordsOnPages(made.file === null ? document : await open(made.file));
  const words = await wordsOf(content, remarks);
  const comments = remarks.map(({ page, box, author, on, text }, at) => ({
    page,
    at: places(page, box),
    quoted: words[at] ?? null,
    author,
    on,
    text,
  }));
  return ok({ pack: made.reference, changed, comments });
}

async function wordsOf(content: Uint8Array, remarks: Parameters<typeof markedWords>[1]) {
  try {
    return await markedWords(new Uint8Array(content), remarks);
  } catch {
    return remarks.map(() => null);
  }
}

function open(file: Uint8Array): Promise<PDFDocument> {
  return Documents.load(file, asItIs);
}

interface Made {
  /** Null: it does not say which pack or paper it is. */
  readonly reference: string | null;
  /** The file as it was issued; null where that cannot be told. */
  readonly file: Uint8Array | null;
}

/** Known by its field, its attached facts, or what its first page prints. */
async function issuedAs(found: ForeignFile, input: ReadCommentsInput, report: Report): Promise<Made> {
  const kept = (reference: string): Made | null => {
    const issued = input.kept.find((one) => one.reference === reference);
    return issued ? { reference, file: new Uint8Array(readFileSync(issued.path)) } : null;
  };
  const field = readFields(found.document).get(paperReferenceField)?.trim() ?? '';
  const parts = checkParts(await readAttachments(found.content));
  const attached = parts.snapshot?.identity.reference ?? null;
  const known = kept(field) ?? (attached === null ? null : kept(attached));
  if (known) return known;
  if (attached !== null) return { reference: attached, file: await renderedAnew(parts, input, report) };
  const first = (await textsOf(found.content))?.[0] ?? '';
  const printed = input.kept
    .map(({ reference }) => reference)
    .filter((reference) => first.includes(withoutBlanks(reference)))
    .sort((left, right) => right.length - left.length)[0];
  return (printed === undefined ? null : kept(printed)) ?? { reference: field || null, file: null };
}

/** A draft is not kept anywhere; its own facts give its pages again. */
async function renderedAnew(
  parts: ReturnType<typeof checkParts>,
  { work }: ReadCommentsInput,
  report: Report,
): Promise<Uint8Array | null> {
  const { snapshot } = parts;
  if (snapshot === null || parts.problems.length > 0 || snapshot.identity.renderer !== rendererVersion) return null;
  const again = join(work, 'again.pdf');
  const plan = await planFrom(snapshot, parts, work);
  if (!plan.ok) return null;
  const rendered = await renderPack(snapshot, plan.value, again, report, parts.written);
  return rendered.ok ? new Uint8Array(readFileSync(again)) : null;
}
