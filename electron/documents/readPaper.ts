import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ok, type Result } from '../../shared/domain/foundation/result.ts';
import { snapshotName } from '../../shared/domain/pack/manifest.ts';
import { isViewField, paperReferenceField } from '../../shared/domain/pack/paper/answerFields.ts';
import { checkParts } from './read/checkParts.ts';
import { issuedAs, printedIn, releaseIn } from './read/issuedAs.ts';
import { openForeign } from './read/openForeign.ts';
import { pageChanges } from './read/pageChanges.ts';
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
  const { content } = opened.value;
  const named = reference ?? (await printedIn(content, input.kept));
  const attached = releaseIn(checkParts(await readAttachments(content)).snapshot);
  const issued = named === null ? undefined : await issuedAs(content, named, attached, input.kept);
  const release = attached ?? issued?.release ?? null;
  if (reference === null || !hasForm)
    return ok({ reference, release, hasForm, printed: named, values: {}, changed: [] });
  const values = Object.fromEntries(fields);
  // Where it cannot be told which of two it is, it is not as either was issued.
  const nearest = issued ?? input.kept.find((one) => one.reference === reference);
  if (nearest === undefined) return ok({ reference, release, hasForm, printed: null, values, changed: [] });
  report({ text: `Comparing it with ${reference} as it was issued`, fraction: null });
  const made = new Uint8Array(readFileSync(nearest.path));
  const changed = [...(await pageChanges(made, content)), ...(await factsChanged(made, content))];
  return ok({ reference, release, hasForm, printed: null, values, changed });
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
