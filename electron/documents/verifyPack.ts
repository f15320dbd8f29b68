import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { checkCompanion } from './companion/checkCompanion.ts';
import type { EvidencePlan, PlannedFile } from './evidencePlan.ts';
import { withFirstPagesAgain } from './pictures/drawFirstPages.ts';
import { type CheckedParts, checkParts } from './read/checkParts.ts';
import { checkSignatures } from './read/checkSignatures.ts';
import { readAttachments } from './read/readAttachments.ts';
import { whatWasDone } from './read/whatWasDone.ts';
import { appendEvidence } from './reading/appendEvidence.ts';
import { type Report, renderPack } from './renderPack.ts';
import type { CheckedSignature, InspectedFile, PackProblem, VerifiedPack, VerifyPackInput } from './tasks.ts';

/**
 * Checks a pack offline: every part against the manifest and, where this app renders as the one that made it, every
 * byte by rendering the pages anew; pages that were not rendered anew are not in order. A file that is no pack is a verdict, not an error; only one that cannot be read is.
 */
export async function verifyPack(input: VerifyPackInput, report: Report): Promise<Result<VerifiedPack>> {
  const looked = await inspectPack(input, report);
  return looked.ok ? ok(looked.value.verified) : looked;
}

/** The same, with what can be read of its facts and attachments, whatever is wrong with the rest. */
export async function inspectPack(input: VerifyPackInput, report: Report): Promise<Result<InspectedFile>> {
  report({ text: 'Reading the pack', fraction: 0.05 });
  let file: Uint8Array;
  try {
    file = readFileSync(input.file);
  } catch (error) {
    return fail('invalidInput', `${basename(input.file)} ${readFault(error)}.`, input.file);
  }
  const read = await readAttachments(file);
  const checked = checkParts(read);
  const attachments = read.attachments.map((one) => ({ name: one.name, bytes: one.ok ? one.content.length : null }));
  const verified = await verifyRead(input, file, checked, report);
  return ok({ verified, snapshot: checked.snapshot, attachments });
}

async function verifyRead(
  input: VerifyPackInput,
  file: Uint8Array,
  checked: CheckedParts,
  report: Report,
): Promise<VerifiedPack> {
  report({ text: 'Checking every part', fraction: 0.2 });
  const { snapshot } = checked;
  const { state, problems: outside } = await checkCompanion(input.file, checked.files);
  const companion = state === null ? {} : { companion: state };
  const signatures = snapshot === null ? [] : checkSignatures(snapshot);
  const problems = [...checked.problems, ...outside, ...signatures.flatMap(brokenSignature)];
  const notChecked = { ok: false, pages: 'notChecked', signatures, ...companion } as const;
  if (checked.problems.length > 0 || snapshot === null) return { ...notChecked, problems };
  const { renderer = rendererVersion } = input;
  if (snapshot.identity.renderer !== renderer)
    return { ...notChecked, problems: [...problems, otherRenderer(snapshot, input.appVersion)] };
  report({ text: 'Rendering the pages anew', fraction: 0.4 });
  const compared = await comparePages(file, snapshot, checked, input.work);
  if (!compared.ok) {
    const sentence = `The pages could not be rendered anew, so they were not checked: ${compared.error.message}`;
    return { ...notChecked, problems: [...problems, { part: 'pages', sentence }] };
  }
  problems.push(...compared.value);
  return { ok: problems.length === 0, pages: 'checked', problems, signatures, ...companion };
}

/** A signature that its key did not make proves nothing; one on other facts is told, and is no fault of the file. */
function brokenSignature({ state, organisation, by }: CheckedSignature): readonly PackProblem[] {
  if (state !== 'broken') return [];
  const whose = [by, organisation].filter((word) => word !== '').join(', ') || 'nobody named';
  const sentence = `The signature of ${whose} was not made by the key that it names, so it proves nothing.`;
  return [{ part: `signature:${organisation}`, sentence }];
}

/** Hashes that fit each other say nothing of the pages: whoever recomputes them can print anything on these. */
function otherRenderer({ identity }: PackSnapshot, appVersion: string): PackProblem {
  return {
    part: 'pages',
    sentence: `The pages were not checked, so this is no proof of them: the pack was made with SEC Go-Live ${identity.appVersion}, which renders them otherwise than this version, ${appVersion}. Verify it with version ${identity.appVersion}, or compare the file’s SHA-256 with the one that was read out in the meeting and printed in the decision record.`,
  };
}

/** What differs from the pages as they are rendered anew; fails where they cannot be. */
async function comparePages(
  file: Uint8Array,
  snapshot: PackSnapshot,
  checked: CheckedParts,
  work: string,
): Promise<Result<readonly PackProblem[]>> {
  const again = await renderAgain(snapshot, checked, work, () => undefined);
  if (!again.ok) return again;
  const expected = readFileSync(again.value.path);
  if (Buffer.compare(expected, file) === 0) return ok([]);
  const at = firstDifference(expected, file);
  const done = await whatWasDone(expected, file, again.value.pages);
  const sentence = `This is not the file as it was made: rendered anew from the facts attached to it, it differs from byte ${at} on.`;
  return ok([{ part: 'pages', sentence }, ...done.map((one) => ({ part: 'pages', sentence: one }))]);
}

/** A pack as its own facts and evidence give it again, in `work`; `pages`: its own, without those of the evidence. */
export async function renderAgain(
  snapshot: PackSnapshot,
  checked: CheckedParts,
  work: string,
  report: Report,
): Promise<Result<{ readonly path: string; readonly pages: number }>> {
  const path = join(work, 'again.pdf');
  const plan = await planFrom(snapshot, checked, work);
  if (!plan.ok) return plan;
  const rendered = await renderPack(snapshot, plan.value, path, report, checked.written);
  if (!rendered.ok) return rendered;
  if (snapshot.identity.edition === 'reading') await appendEvidence(path, plan.value, report);
  return ok({ path, pages: rendered.value.pages });
}

/** The evidence as it lies in the pack, written out so that it is read as it was when the pack was made. */
function planFrom(
  snapshot: PackSnapshot,
  { files, contents }: CheckedParts,
  work: string,
): Promise<Result<EvidencePlan>> {
  const titles = new Map(snapshot.facts.evidence.map((item) => [evidenceKey(item), item.title]));
  const attached = [...files].flatMap(([key, file], index): readonly PlannedFile[] => {
    const content = file.attachment === null ? undefined : contents.get(file.attachment);
    if (file.attachment === null || content === undefined) return [];
    const path = join(work, `evidence-${index}`);
    writeFileSync(path, content);
    const source = {
      key,
      name: file.attachment,
      path,
      sha256: file.sha256 ?? '',
      bytes: content.length,
      mediaType: file.mediaType ?? 'application/octet-stream',
    };
    return [{ key, attachment: file.attachment, title: titles.get(key) ?? key, source }];
  });
  return withFirstPagesAgain({ files, attached, outside: [] });
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) if (left[at] !== right[at]) return at;
  return shared;
}
