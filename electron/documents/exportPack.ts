import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { describeProblem } from '../../shared/domain/records/describeIssue.ts';
import { askBeside } from './beside/askBeside.ts';
import { readBack } from './check/readBack.ts';
import { placeAt, textPlaces } from './check/textPlaces.ts';
import { companionOf } from './companion/companionName.ts';
import { writeCompanion } from './companion/writeCompanion.ts';
import { packDocument } from './definition/packDocument.ts';
import { planEvidence } from './evidencePlan.ts';
import { loadFaces } from './fonts/faces.ts';
import { layOut } from './pdf/engine.ts';
import { loadPdfium } from './pdfium/library.ts';
import { openThread, withFirstPages } from './pictures/drawFirstPages.ts';
import { appendEvidence } from './reading/appendEvidence.ts';
import { fittingModels, type Report, renderPack } from './renderPack.ts';
import { sealPack } from './sealPack.ts';
import type { ExportedPack, ExportPackInput } from './tasks.ts';

/** Makes the pack at `input.out` and reads it back: every word that went in must have come out. */
export async function exportPack(input: ExportPackInput, report: Report): Promise<Result<ExportedPack>> {
  // Read as the pack's readers will read it: a snapshot that could not be read back must not be issued.
  const parsed = packSnapshotSchema.safeParse(input.snapshot);
  if (!parsed.success) {
    const { where, what } = describeProblem(parsed.error, input.snapshot);
    const [first, ...path] = parsed.error.issues[0]?.path ?? [];
    const place = first === 'facts' ? placeAt(input.snapshot.facts, path) : null;
    const named = place === null ? `in its facts, ${where}` : `${place.record}, ${place.field}:`;
    return fail('renderFailed', `The pack was not made: ${named} ${what}.`, place?.record ?? where);
  }
  const snapshot = { ...parsed.data, identity: { ...parsed.data.identity, renderer: rendererVersion } };
  report({ text: 'Drawing the first pages of the evidence', fraction: 0 });
  const plan = await withFirstPages(snapshot, planEvidence(snapshot, input.evidence, input.mostEvidenceBytes));
  openReaders(input);
  const rendered = await renderPack(snapshot, plan, input.out, report);
  if (!rendered.ok) return rendered;
  const { pages, manifestSha256, words, notes } = rendered.value;
  if (input.toLookAt === true) return ok({ pages, manifestSha256, companion: false, notes });
  report({ text: 'Reading every word back', fraction: 0.75 });
  const checked = await readBack(words, input.out, pages, () => textPlaces(snapshot.facts));
  if (!checked.ok) return checked;
  // The foreign pages come after the check of words, which is about our own.
  const all = snapshot.identity.edition === 'reading' ? await appendEvidence(input.out, plan, report) : pages;
  if (plan.outside.length > 0) {
    report({ text: 'Writing the companion zip', fraction: 0.95 });
    const written = await writeCompanion(input.companion ?? companionOf(input.out), plan.outside);
    if (!written.ok) return written;
  }
  return ok({ pages: all, manifestSha256, companion: plan.outside.length > 0, notes });
}

/** They get ready while pages are laid out, and after first pages were drawn, whose memory is watched; what fails here is told when they read. */
function openReaders({ snapshot, toLookAt }: ExportPackInput): void {
  if (toLookAt === true) return;
  loadPdfium().catch(() => undefined);
  if (snapshot.facts.criteria.length > mostCriteriaWarmed) void askBeside('openReader', null);
}

/** A larger pack would still be being laid out when the next one is asked for. */
const mostCriteriaWarmed = 60;

/**
 * Lays out a pack much like the one to come, and draws its first pages: when that comes, fonts are read, words are known,
 * code is compiled, and only what is new is drawn. What fails here is told by the job itself.
 */
export async function warmUp(input: ExportPackInput): Promise<void> {
  const { snapshot, evidence, mostEvidenceBytes } = input;
  openThread();
  const faces = loadFaces();
  const plan = planEvidence(snapshot, evidence, mostEvidenceBytes);
  const [model] = fittingModels(snapshot, sealPack(snapshot, plan), faces);
  if (model && snapshot.facts.criteria.length <= mostCriteriaWarmed)
    await layOut(packDocument(model, faces).definition, faces);
  await withFirstPages(snapshot, plan);
  openReaders(input);
}
