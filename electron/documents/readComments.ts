import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PDFDocument as Documents, type PDFDocument } from '@cantoo/pdf-lib';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { paperReferenceField } from '../../shared/domain/pack/paper/answerFields.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { markedWords } from './comments/markedWords.ts';
import { type Remark, readAnnotations } from './comments/readAnnotations.ts';
import { recordsOnPages } from './comments/recordsOnPages.ts';
import { checkParts } from './read/checkParts.ts';
import { issuedAs, printedIn, releaseIn } from './read/issuedAs.ts';
import { type ForeignFile, openForeign } from './read/openForeign.ts';
import { comparePages } from './read/pageChanges.ts';
import { readAttachments } from './read/readAttachments.ts';
import { readFields } from './read/readFields.ts';
import type { Report } from './renderPack.ts';
import type { ReadComments, ReadCommentsInput, ReleaseOfFile } from './tasks.ts';
import { renderAgain } from './verifyPack.ts';
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
  const made = await madeAs(opened.value, input, report);
  const compared = made.file === null ? null : await comparePages(made.file, content);
  const issued = made.file === null ? null : await open(made.file);
  const places = recordsOnPages(issued ?? document);
  const pageOf = ({ page }: Remark) => (compared === null ? page : compared.issuedPage(page));
  // Evidence that a reading copy prints may hold remarks of its own, which nobody made on the pack.
  const printed = new Set((issued === null ? [] : readAnnotations(issued)).map((one) => asMade(one, one.page)));
  const remarks = readAnnotations(document).filter((one) => !printed.has(asMade(one, pageOf(one))));
  const words = await wordsOf(content, remarks);
  const comments = remarks.map((remark, at) => {
    const { box, author, on, text } = remark;
    const page = pageOf(remark);
    return { page, at: page === null ? null : places(page, box), quoted: words[at] ?? null, author, on, text };
  });
  const changed = compared === null ? null : compared.changes;
  return ok({ pack: made.reference, release: made.release, changed, comments });
}

function asMade({ author, on, text, box }: Remark, page: number | null): string {
  return JSON.stringify([page, author, on, text, box]);
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
  readonly release: ReleaseOfFile | null;
  /** The file as it was issued; null where that cannot be told. */
  readonly file: Uint8Array | null;
}

/** Known by its field, its attached facts, or what its first page prints. */
async function madeAs({ content, document }: ForeignFile, input: ReadCommentsInput, report: Report): Promise<Made> {
  const field = readFields(document).get(paperReferenceField)?.trim() ?? '';
  const parts = checkParts(await readAttachments(content));
  const attached = parts.snapshot?.identity.reference ?? null;
  const release = releaseIn(parts.snapshot);
  const named = [field, attached, attached === null ? await printedIn(content, input.kept) : null];
  for (const reference of named) {
    const issued = reference ? await issuedAs(content, reference, release, input.kept) : undefined;
    if (issued)
      return {
        reference: issued.reference,
        release: release ?? issued.release,
        file: new Uint8Array(readFileSync(issued.path)),
      };
  }
  const file = attached === null ? null : await renderedAnew(parts, input, report);
  return { reference: named.find((one) => one) ?? null, release, file };
}

/** A draft is not kept anywhere; its own facts give its pages again. */
async function renderedAnew(
  parts: ReturnType<typeof checkParts>,
  { work }: ReadCommentsInput,
  report: Report,
): Promise<Uint8Array | null> {
  const { snapshot } = parts;
  if (snapshot === null || parts.problems.length > 0 || snapshot.identity.renderer !== rendererVersion) return null;
  const again = await renderAgain(snapshot, parts, work, report);
  return again.ok ? new Uint8Array(readFileSync(again.value.path)) : null;
}
