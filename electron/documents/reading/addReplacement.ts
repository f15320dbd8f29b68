import { type PDFDocument, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { PlannedFile } from '../evidencePlan.ts';

const A4: [number, number] = [595.28, 841.89];
const LEFT = 60;
const WIDTH = A4[0] - 2 * LEFT;
const INK = rgb(0.106, 0.161, 0.212);
const SOFT = rgb(0.3, 0.357, 0.408);

/** A page that stands in the place of a file whose own pages cannot be shown: which file, its hash, and why. */
export async function addReplacement(document: PDFDocument, item: PlannedFile, reason: string): Promise<PDFPage> {
  const { key, title, attachment, source } = item;
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const mono = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage(A4);
  let y = A4[1] - 120;
  const write = (text: string, font: typeof plain, size: number, color = INK) => {
    const shown = text.replace(/[^\x20-\x7e\u00a0-\u00ff]/g, '?');
    page.drawText(shown, { x: LEFT, y, size, font, color, maxWidth: WIDTH, lineHeight: size * 1.35 });
    y -= size * 1.35 * Math.max(1, Math.ceil(font.widthOfTextAtSize(shown, size) / WIDTH)) + size * 0.6;
  };
  write(`${key} ${title}`.slice(0, 300), bold, 15);
  y -= 8;
  write(`The pages of this file cannot be shown here: ${reason}.`, plain, 10.5);
  write('It travels in this document as an attachment, to be opened by itself:', plain, 10.5);
  write(attachment.slice(0, 300), plain, 10.5, SOFT);
  y -= 8;
  write('SHA-256', plain, 8.5, SOFT);
  write(source.sha256, mono, 9);
  return page;
}
