import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { writeFault } from '../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { DocumentModel } from '../../shared/domain/pack/blocks.ts';
import { readBack } from './check/readBack.ts';
import { missingSentence } from './definition/blocks.ts';
import { packDocument } from './definition/packDocument.ts';
import { loadFaces } from './fonts/faces.ts';
import { addBookmarks } from './pdf/bookmarks.ts';
import { layOut } from './pdf/engine.ts';
import { linkLabels } from './pdf/linkLabels.ts';
import type { PackFile } from './pdf/packFile.ts';
import type { Report } from './renderPack.ts';
import type { ExportedReport, ExportReportInput } from './tasks.ts';

/** Makes a report at `input.out`, in the pack's design: the fullest of its models whose sections are one page each. */
export async function exportReport(
  { models, out }: ExportReportInput,
  report: Report,
): Promise<Result<ExportedReport>> {
  const faces = loadFaces();
  report({ text: 'Laying out the pages', fraction: 0.1 });
  for (const model of models) {
    const { definition, words, drawing } = packDocument(model, faces);
    const document = await layOut(definition, faces, linkLabels(model));
    if (!isOnePageEach(document, model)) continue;
    document.archival = true;
    addBookmarks(document, model);
    const pages = document._root.data.Pages.data.Count;
    const written = await writeAt(document, out);
    if (!written.ok) return written;
    report({ text: 'Reading every word back', fraction: 0.75 });
    const checked = await readBack(words, out, pages, () => []);
    if (!checked.ok) return checked;
    return ok({ pages, notes: drawing.notes.missing.size === 0 ? [] : [missingSentence(drawing)] });
  }
  return fail(
    'renderFailed',
    'The file was not made: one of its parts does not fit on one page even when shortened. This is a fault of the app, please report it.',
  );
}

/** Every section begins on the page after the one before it, and the last one ends the file. */
function isOnePageEach(document: PackFile, { sections }: DocumentModel): boolean {
  const { Pages, Names } = document._root.data;
  const pages = sections.map(({ id }) => Pages.data.Kids.indexOf(Names.data.Dests.get(id)?.[0]));
  const last = pages.at(-1);
  return (
    pages.every((page, at) => at === 0 || page === (pages[at - 1] ?? 0) + 1) &&
    (last === undefined || last === Pages.data.Count - 1)
  );
}

async function writeAt(document: PackFile, out: string): Promise<Result<null>> {
  const written = pipeline(document, createWriteStream(out));
  document.end();
  try {
    await written;
    return ok(null);
  } catch (error) {
    return fail('storeFailed', `The report ${writeFault(error)}.`);
  }
}
