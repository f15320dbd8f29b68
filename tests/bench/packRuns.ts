import { once } from 'node:events';
import pdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { packDocument } from '../../electron/documents/definition/packDocument.ts';
import { exportPack } from '../../electron/documents/exportPack.ts';
import { type Faces, loadFaces, signFamily, textFamily } from '../../electron/documents/fonts/faces.ts';
import { layOut } from '../../electron/documents/pdf/engine.ts';
import type { PackModel } from '../../shared/domain/pack/blocks.ts';
import { buildPackModel } from '../../shared/domain/pack/buildPackModel.ts';
import type { PackSnapshot } from '../../shared/domain/pack/packSnapshot.ts';
import { packSnapshotOf } from '../documents/fixtures.ts';
import { largeFacts } from '../documents/largeFacts.ts';

/** pdfmake as it is used everywhere, which its published types describe only for browsers. */
interface PlainPdfmake {
  readonly virtualfs: { readonly writeFileSync: (name: string, content: Buffer) => void };
  readonly setFonts: (fonts: unknown) => void;
  readonly setUrlAccessPolicy: (allowed: () => boolean) => void;
  readonly setLocalAccessPolicy: (allowed: () => boolean) => void;
  readonly createPdf: (definition: TDocumentDefinitions) => { readonly getBuffer: () => Promise<Uint8Array> };
}

const faces: Faces = loadFaces();

export function largeSnapshot(criteria: number): PackSnapshot {
  return packSnapshotOf(largeFacts(criteria));
}

/** The definition that both are given, without the making of it. */
export function largeModel(snapshot: PackSnapshot): PackModel {
  return buildPackModel(snapshot);
}

/** Plain pdfmake: untagged, with its own compression. */
export async function makePlain(model: PackModel): Promise<Uint8Array> {
  const maker = pdfMake as unknown as PlainPdfmake;
  const { regular, strong } = faces.paths;
  maker.virtualfs.writeFileSync('signs.ttf', Buffer.from(faces.signs));
  maker.setFonts({
    [textFamily]: { normal: regular, bold: strong, italics: regular, bolditalics: strong },
    [signFamily]: { normal: 'signs.ttf', bold: 'signs.ttf', italics: 'signs.ttf', bolditalics: 'signs.ttf' },
  });
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy(() => true);
  return maker.createPdf(packDocument(model, faces).definition).getBuffer();
}

/** The same definition with tags, packed objects, and compression in JavaScript. */
export async function makeTagged(model: PackModel): Promise<Uint8Array> {
  const document = await layOut(packDocument(model, faces).definition, faces);
  const chunks: Buffer[] = [];
  document.on('data', (chunk) => chunks.push(chunk as Buffer));
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

/** What the app does: the snapshot checked and hashed, the decision page fitted, tags, and every word read back. */
export async function makeWhole(snapshot: PackSnapshot, out: string): Promise<number> {
  const made = await exportPack({ snapshot, evidence: [], out }, () => undefined);
  if (!made.ok) throw new Error(made.error.message);
  return made.value.pages;
}
