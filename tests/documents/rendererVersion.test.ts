import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planEvidence } from '../../electron/documents/evidencePlan.ts';
import { withFirstPages } from '../../electron/documents/pictures/drawFirstPages.ts';
import { renderPack } from '../../electron/documents/renderPack.ts';
import { sha256 } from '../../electron/documents/sealPack.ts';
import { asWrittenToday } from '../../shared/domain/pack/olderSnapshot.ts';
import { packSnapshotSchema } from '../../shared/domain/pack/packSnapshot.ts';
import { rendererVersion } from '../../shared/domain/pack/rendererVersion.ts';
import { evidenceKey } from '../../shared/domain/records/evidence.ts';
import { pdfDrawing } from './drawnPdfs.ts';
import { quiet, scratchFolder, succeeded } from './packs.ts';

const folder = scratchFolder();

/**
 * The SHA-256 of the file that the frozen snapshot gives, by the version of the renderer. Where this fails, the pages
 * have changed, and packs that were issued with the last release of the app cannot be verified by this one any more:
 * raise `rendererVersion`, once for each release, and put the new hash here.
 */
const fileOf: Readonly<Record<string, string>> = {
  '1': 'e0dd713fc0fc21bbd457dc6f59099d5090f6b6f1c551936af4d1a09eb3914ccc',
  '2': '380aea0693a43d0af2ae16f55f776ad8c8fda18c5d49fcd5be2a46f400748dd3',
  '3': 'fac3f8c43997a9d679dbaac69ca8a744d7b957c7c31b4989b7fbdc6680aa5944',
  // Other words for what is out of a scope, and for the next date of a Documentation Release: neither is in these facts.
  '4': 'fac3f8c43997a9d679dbaac69ca8a744d7b957c7c31b4989b7fbdc6680aa5944',
  '5': '44a1725fccc6036979a5cb07137d18cd8488acd7efbdd3de2dcb7861cad00fe2',
};

it('makes the file of its version from a frozen snapshot, to the byte', async () => {
  // Its texts are given, so that a field that is added to the facts, and stands on no page, changes nothing.
  const snapshotText = readFileSync(new URL('./frozen.snapshot.txt', import.meta.url), 'utf8');
  const snapshot = packSnapshotSchema.parse(asWrittenToday(JSON.parse(snapshotText)));
  const out = join(folder, 'frozen.pdf');
  const written = { snapshotText, manifestText: '{}' };
  // With pictures of first pages, for a later PDFium may draw them otherwise.
  const contents: Readonly<Record<string, Uint8Array>> = {
    'application/pdf': pdfDrawing('0 0 1 rg 60 500 300 90 re f BT /F1 40 Tf 60 700 Td (Exit report) Tj ET'),
    'image/jpeg': readFileSync(new URL('../fixtures/inputs/phone-photo-exif-6.jpg', import.meta.url)),
  };
  const sources = snapshot.facts.evidence.flatMap((item, at) => {
    const [mediaType, content] = Object.entries(contents)[at] ?? [];
    if (mediaType === undefined || content === undefined) return [];
    const path = join(folder, `evidence-${at}`);
    writeFileSync(path, content);
    const name = `first.${mediaType.slice(-3)}`;
    return [{ key: evidenceKey(item), name, path, sha256: sha256(content), bytes: content.length, mediaType }];
  });
  const plan = await withFirstPages(snapshot, planEvidence(snapshot, sources));
  expect(plan.firstPages?.size).toBe(2);
  succeeded(await renderPack(snapshot, plan, out, quiet, written));
  expect(sha256(readFileSync(out))).toBe(fileOf[rendererVersion]);
});
