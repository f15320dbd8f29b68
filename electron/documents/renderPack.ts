import { createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { readFault, writeFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { DocumentModel, PackModel } from '../../shared/domain/pack/blocks.ts';
import { buildDecisions, buildDocument, buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import { manifestName, snapshotName } from '../../shared/domain/pack/manifest.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { textPlaces } from './check/textPlaces.ts';
import type { SectionWords } from './check/wordsIn.ts';
import { missingSentence } from './definition/blocks.ts';
import { decisionDocument, type PackDocument, packDocument } from './definition/packDocument.ts';
import type { EvidencePlan, PlannedFile } from './evidencePlan.ts';
import { type Faces, loadFaces } from './fonts/faces.ts';
import { attach } from './pdf/attach.ts';
import { addBookmarks } from './pdf/bookmarks.ts';
import { countPages, layOut } from './pdf/engine.ts';
import { linkLabels } from './pdf/linkLabels.ts';
import type { PackFile } from './pdf/packFile.ts';
import type { PdfkitDocument } from './pdf/pdfkitDocument.ts';
import { measureEvidence } from './reading/measureEvidence.ts';
import { type SealedPack, sealPack, sha256, type Written } from './sealPack.ts';

export type Report = (report: { readonly text: string; readonly fraction: number | null }) => void;

export interface RenderedPack {
  readonly pages: number;
  readonly manifestSha256: string;
  readonly words: readonly SectionWords[];
  readonly notes: readonly string[];
}

/**
 * Writes the PDF at `out` (for a reading copy without the evidence's pages): the same bytes from the same snapshot and files, on any machine with this version of the app.
 * Verification renders with it, too.
 * @param written the texts of a pack that is rendered anew; null: they are made from the snapshot
 */
export async function renderPack(
  snapshot: PackSnapshot,
  plan: EvidencePlan,
  out: string,
  report: Report,
  written: Written | null = null,
): Promise<Result<RenderedPack>> {
  const faces = loadFaces();
  const isReading = snapshot.identity.edition === 'reading';
  const sealed = sealPack(snapshot, plan, isReading ? await measureEvidence(plan) : null, written);
  report({ text: 'Fitting the decision page', fraction: 0.05 });
  const models = snapshot.identity.document
    ? [buildDocument(snapshot, sealed.seal)]
    : fittingModels(snapshot, sealed, faces);
  const laidOut = await layOutFitting(models, plan, faces, report);
  if (!laidOut) return tooLong(snapshot.facts);
  const { document, model, words, drawing } = laidOut;
  document.archival = !isReading;
  const pages = document._root.data.Pages.data.Count;
  addBookmarks(document, model);
  const done = await writeDocument(document, snapshot, sealed, plan, out, report);
  if (!done.ok) return done;
  const missing = drawing.notes.missing.size === 0 ? [] : [missingSentence(drawing)];
  return ok({ pages, manifestSha256: sealed.seal.manifestSha256, words, notes: [...missing, ...absenceNotes(plan)] });
}

interface LaidOut extends Pick<PackDocument, 'words' | 'drawing'> {
  readonly document: PackFile;
  readonly model: DocumentModel;
}

/**
 * Lays out the first model whose decision page is one page beside the others: alone, its references to them take other room
 * (a page of two figures, or of three), and a line more may be one too many.
 */
async function layOutFitting(
  models: Iterable<DocumentModel>,
  plan: EvidencePlan,
  faces: Faces,
  report: Report,
): Promise<LaidOut | null> {
  for (const model of models) {
    report({ text: 'Laying out the pages', fraction: 0.1 });
    const { definition, words, drawing } = fittingDocument(model, faces);
    const document = await layOut(definition, faces, linkLabels(model), plan.firstPages);
    if (isOnePage(document, model)) return { document, model, words, drawing };
  }
  return null;
}

/** A file of one page (a decision record) is set tighter where that keeps it on one; nothing of it is ever cut. */
function fittingDocument(model: DocumentModel, faces: Faces): PackDocument {
  if (model.sections.length > 0 || countPages(packDocument(model, faces).definition, faces) === 1)
    return packDocument(model, faces);
  return packDocument(model, faces, true);
}

/** Names the longest text that people entered (a hash is none): shortening it is all that they can do. */
function tooLong(facts: ReleaseFacts): Result<never> {
  const [longest] = textPlaces(facts)
    .filter(({ text }) => /\s/.test(text))
    .sort((one, other) => other.text.length - one.text.length);
  const what = longest ? ` Shorten the longest text (${longest.record}, ${longest.field}) and export again.` : '';
  return fail(
    'renderFailed',
    `The pack was not made: its decision page does not fit on one page even when shortened.${what} This is a fault of the app, please report it.`,
    longest?.record,
  );
}

/** What follows the decision page begins on the page after it. */
function isOnePage(document: PdfkitDocument, model: DocumentModel): boolean {
  if (model.decision === null) return true;
  const pageOf = (place: string) =>
    document._root.data.Pages.data.Kids.indexOf(document._root.data.Names.data.Dests.get(place)?.[0]);
  const after = model.sections[0];
  return after === undefined || pageOf(after.id) === pageOf(model.decision.id) + 1;
}

/** The models whose decision page is one page by itself, the fullest first. */
export function* fittingModels(snapshot: PackSnapshot, { seal }: SealedPack, faces: Faces): Generator<PackModel> {
  const model = buildPackModel(snapshot, seal);
  for (const { decision, whole } of buildDecisions(snapshot, seal)) {
    const sections = whole === null ? model.sections : [whole, ...model.sections];
    const fitted = { ...model, decision, sections };
    if (countPages(decisionDocument(fitted, faces).definition, faces) === 1) yield fitted;
  }
}

async function writeDocument(
  document: PackFile,
  snapshot: PackSnapshot,
  sealed: SealedPack,
  plan: EvidencePlan,
  out: string,
  report: Report,
): Promise<Result<null>> {
  const date = new Date(`${snapshot.asOf}T12:00:00Z`);
  const target = createWriteStream(out);
  const written = pipeline(document, target);
  // A full disk speaks up while files are being added: it must find somebody who listens.
  written.catch(() => undefined);
  const json = { mediaType: 'application/json', date } as const;
  attach(document, {
    ...json,
    name: snapshotName,
    content: Buffer.from(sealed.snapshotText),
    description: 'The facts, findings and settings that every page was made from',
    relationship: 'Source',
  });
  attach(document, {
    ...json,
    name: manifestName,
    content: Buffer.from(sealed.manifestText),
    description: 'Each part of the pack with its SHA-256',
    relationship: 'Data',
  });
  for (const [index, file] of plan.attached.entries()) {
    report({ text: `Adding ${file.attachment}`, fraction: 0.4 + (0.3 * index) / plan.attached.length });
    const content = readEvidence(file);
    if (!content.ok) {
      target.destroy();
      return content;
    }
    attach(document, {
      name: file.attachment,
      content: content.value,
      mediaType: file.source.mediaType,
      description: `${file.key}: ${file.title}`.slice(0, 300),
      relationship: 'Supplement',
      date,
    });
    await drained(document);
  }
  document.end();
  try {
    await written;
  } catch (error) {
    return fail('storeFailed', `The pack ${writeFault(error)}.`);
  }
  return ok(null);
}

function readEvidence({ key, source }: PlannedFile): Result<Uint8Array> {
  let content: Uint8Array;
  try {
    content = readFileSync(source.path);
  } catch (error) {
    return fail('renderFailed', `The file of ${key}, ${source.name}, ${readFault(error)}.`, `evidence:${key}`);
  }
  if (sha256(content) === source.sha256) return ok(content);
  return fail(
    'renderFailed',
    `The file of ${key}, ${source.name}, is not the one that was recorded: its SHA-256 differs. Attach it anew.`,
    `evidence:${key}`,
  );
}

/** Lets what is in memory reach the disk before the next large file is read. */
async function drained(document: PackFile): Promise<void> {
  await document.written();
  while (!document.destroyed && document.readableLength > 8_000_000)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

function absenceNotes(plan: EvidencePlan): readonly string[] {
  const tooLarge = [...plan.files].filter(([, file]) => file.absent === 'tooLarge').map(([key]) => key);
  if (tooLarge.length === 0) return [];
  return [
    `${tooLarge.length} evidence ${tooLarge.length === 1 ? 'file lies' : 'files lie'} in the companion zip, for a pack holds 200 MB of evidence at most; keep the two together: ${tooLarge.slice(0, 10).join(', ')}${tooLarge.length > 10 ? ' and more' : ''}.`,
  ];
}
