import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { snapshotName } from '../../shared/domain/pack/manifest.ts';
import { isViewField, paperReferenceField } from '../../shared/domain/pack/paper/answerFields.ts';
import { type ForeignFile, openForeign } from './read/openForeign.ts';
import { pageChanges, textsOf, withoutBlanks } from './read/pageChanges.ts';
import { readAttachments } from './read/readAttachments.ts';
import { readFields } from './read/readFields.ts';
import type { Report } from './renderPack.ts';
import { sha256 } from './sealPack.ts';
import type { ReadPaper, ReadPaperInput } from './tasks.ts';

/**
 * Reads a paper that was sent back. It is known by its own field, for attachments and metadata may be gone; what its
 * pages say is compared with the paper of that reference as it was issued, whatever saved it since.
 */
export async function readPaper(input: ReadPaperInput, report: Report): Promise<Result<ReadPaper>> {
  report({ text: `Reading ${basename(input.file)}`, fraction: null });
  const opened = await openForeign(input.file);
  if (!opened.ok) return opened;
  const fields = readFields(opened.value.document);
  const reference = fields.get(paperReferenceField)?.trim() || null;
  const hasForm = [...fields.keys()].some(isViewField);
  const issued = input.kept.find((one) => one.reference === reference);
  if (reference === null || !hasForm)
    return ok({ reference, hasForm, printed: await printedIn(opened.value, input), values: {}, changed: [] });
  const values = Object.fromEntries(fields);
  if (issued === undefined) return ok({ reference, hasForm, printed: null, values, changed: [] });
  report({ text: `Comparing it with ${reference} as it was issued`, fraction: null });
  const made = new Uint8Array(readFileSync(issued.path));
  const changed = [
    ...(await pageChanges(made, opened.value.content)),
    ...(await factsChanged(made, opened.value.content)),
  ];
  return ok({ reference, hasForm, printed: null, values, changed });
}

/**
 * Which paper it was before its form was lost, as its pages print it: the first that its first page names, for it names
 * the paper before it too; of those that begin alike there, the longest.
 */
async function printedIn({ content }: ForeignFile, { kept }: ReadPaperInput): Promise<string | null> {
  const texts = await textsOf(content);
  if (texts === null) return null;
  const first = texts[0] ?? '';
  const found = kept
    .map(({ reference }) => ({ reference, at: first.indexOf(withoutBlanks(reference)) }))
    .filter(({ at }) => at >= 0);
  found.sort((left, right) => left.at - right.at || right.reference.length - left.reference.length);
  return found[0]?.reference ?? null;
}

/** Attached facts may be gone; those that are there must be those that were issued. */
async function factsChanged(made: Uint8Array, found: Uint8Array): Promise<readonly string[]> {
  const [before, after] = await Promise.all([hashOfFacts(made), hashOfFacts(found)]);
  return after === null || after === before ? [] : ['The facts attached to it are not those that were issued.'];
}

async function hashOfFacts(file: Uint8Array): Promise<string | null> {
  const { attachments } = await readAttachments(file);
  const facts = attachments.find((one) => one.name === snapshotName);
  if (facts === undefined) return null;
  // Programs that write a file anew may lose the blank at the end of a stream.
  return facts.ok ? sha256(Buffer.from(facts.content).toString('utf8').trimEnd()) : 'damaged';
}
