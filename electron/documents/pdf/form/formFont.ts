import type { PdfkitDocument, PdfReference } from '../pdfkitDocument.ts';
import type { FontProgram } from '../shaping.ts';
import { winAnsiCodePoint } from './winAnsi.ts';

const FIRST = 32;
const LAST = 255;
/** Not symbolic: read by its characters, not by its glyphs' numbers (ISO 32000-1, table 123). */
const NONSYMBOLIC = 32;

/**
 * The face of what is typed into the form: whole, for nobody knows what will be typed, and as a simple font, which is the
 * only kind that every viewer can write with.
 */
export function formFont(document: PdfkitDocument, font: FontProgram): PdfReference {
  const scale = 1000 / font.unitsPerEm;
  const scaled = (value: number) => Math.round(value * scale);
  const { buffer } = font.stream;
  const file = document.ref({ Length1: buffer.length });
  file.end(Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength));
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: font.postscriptName,
    Flags: NONSYMBOLIC,
    FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scaled),
    ItalicAngle: 0,
    Ascent: scaled(font.ascent),
    Descent: scaled(font.descent),
    CapHeight: scaled(font.capHeight),
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  const bytes = Array.from({ length: LAST - FIRST + 1 }, (_, at) => at + FIRST);
  const reference = document.ref({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: font.postscriptName,
    Encoding: 'WinAnsiEncoding',
    FirstChar: FIRST,
    LastChar: LAST,
    Widths: bytes.map((byte) => scaled(font.glyphForCodePoint(winAnsiCodePoint(byte)).advanceWidth)),
    FontDescriptor: descriptor,
  });
  reference.end();
  return reference;
}
