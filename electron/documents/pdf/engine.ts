import { createRequire } from 'node:module';
import pdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { type Faces, signFamily, textFamily } from '../fonts/faces.ts';
import { deflate } from './deterministicDeflate.ts';
import type { PdfkitDocument, PdfReference } from './pdfkitDocument.ts';

interface PdfMake {
  readonly virtualfs: { readonly writeFileSync: (name: string, content: Buffer) => void };
  readonly setFonts: (fonts: Record<string, unknown>) => void;
  readonly setUrlAccessPolicy: (allowed: (url: string) => boolean) => void;
  readonly setLocalAccessPolicy: (allowed: (path: string) => boolean) => void;
  readonly createPdf: (definition: TDocumentDefinitions) => { readonly getStream: () => Promise<PdfkitDocument> };
}

let prepared: PdfMake | null = null;

/** Lays a definition out. The document is complete but not ended: attachments and bookmarks are still to be added. */
export async function layOut(definition: TDocumentDefinitions, faces: Faces): Promise<PdfkitDocument> {
  prepared ??= prepare(faces);
  return prepared.createPdf(definition).getStream();
}

/** How many pages a definition fills; nothing is written. */
export async function countPages(definition: TDocumentDefinitions, faces: Faces): Promise<number> {
  const document = await layOut(definition, faces);
  return document._root.data.Pages.data.Count;
}

function prepare(faces: Faces): PdfMake {
  const maker = pdfMake as unknown as PdfMake;
  maker.virtualfs.writeFileSync('signs.ttf', Buffer.from(faces.signs));
  const signs = { normal: 'signs.ttf', bold: 'signs.ttf', italics: 'signs.ttf', bolditalics: 'signs.ttf' };
  const { regular, strong } = faces.paths;
  maker.setFonts({
    [textFamily]: { normal: regular, bold: strong, italics: regular, bolditalics: strong },
    [signFamily]: signs,
  });
  // The process reads nothing but its own fonts, whatever a definition says.
  maker.setUrlAccessPolicy(() => false);
  maker.setLocalAccessPolicy((path) => path === regular || path === strong);
  compressAlike();
  return maker;
}

/** Replaces pdfkit's compression, which differs between runtimes, by one that does not. */
function compressAlike(): void {
  const require = createRequire(import.meta.url);
  const { prototype } = require('pdfmake/js/PDFDocument').default as {
    prototype: { ref: (data: Record<string, unknown>) => PdfReference };
  };
  const original = prototype.ref;
  prototype.ref = function ref(this: unknown, data) {
    const reference = original.call(this, data);
    const finalize = reference.finalize;
    reference.finalize = function finalizeAlike(this: PdfReference) {
      if (this.compress && Array.isArray(this.buffer) && this.buffer.length > 0) {
        this.buffer = [deflate(Buffer.concat(this.buffer))];
        this.compress = false;
      }
      finalize.call(this);
    };
    return reference;
  };
}
