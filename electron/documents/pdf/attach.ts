import { createHash } from 'node:crypto';
import type { PdfkitDocument } from './pdfkitDocument.ts';

export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly description: string;
  /** How it relates to the document (PDF 2.0, PDF/A-3): the facts it was made from, or what supports a claim in it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly date: Date;
}

/** Larger text is stored as it is: the compressor is slow, and the limit is on the original size anyway. */
const COMPRESS_UP_TO = 24_000_000;

/**
 * Attaches one file. Own code instead of pdfmake's `files`: pdfkit writes the checksum as text where the format asks for
 * sixteen bytes, loses an empty file, and knows no media type for a path.
 */
export function attach(document: PdfkitDocument, file: Attachment): void {
  const compress = file.content.length === 0 || (isText(file.mediaType) && file.content.length <= COMPRESS_UP_TO);
  const embedded = document.ref({
    Type: 'EmbeddedFile',
    Subtype: pdfName(file.mediaType),
    Params: {
      Size: file.content.length,
      CheckSum: createHash('md5').update(file.content).digest(),
      CreationDate: file.date,
      ModDate: file.date,
    },
    ...(compress ? { Filter: 'FlateDecode' } : {}),
  });
  embedded.compress = compress;
  embedded.end(file.content);
  const specification = document.ref({
    Type: 'Filespec',
    AFRelationship: file.relationship,
    F: new String(asciiName(file.name)),
    UF: new String(file.name),
    Desc: new String(file.description),
    EF: { F: embedded, UF: embedded },
  });
  specification.end();
  document.addNamedEmbeddedFile(asciiName(file.name), specification);
  document._root.data.AF = [...(document._root.data.AF ?? []), specification];
}

function isText(mediaType: string): boolean {
  return /^text\/|json|xml|csv|svg/.test(mediaType) && !/officedocument|opendocument|zip/.test(mediaType);
}

/** A PDF name may hold regular characters only; others are written as `#2F`. */
function pdfName(text: string): string {
  return text.replace(/[^A-Za-z0-9.+-]/g, (sign) =>
    [...Buffer.from(sign)].map((byte) => `#${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
}

/** For old readers, and for the name tree, whose order is defined for bytes: everything beyond ASCII as `~e9;`, with its end, so that two names never become one. */
function asciiName(name: string): string {
  return [...name]
    .map((sign) => (/^[\x20-\x7d]$/.test(sign) ? sign : `~${(sign.codePointAt(0) ?? 0).toString(16)};`))
    .join('');
}
