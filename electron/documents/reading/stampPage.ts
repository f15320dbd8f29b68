import { degrees, type PDFFont, PDFName, PDFNumber, type PDFPage, rgb } from '@cantoo/pdf-lib';

/** Room for one line below the page, in points. */
const STRIP = 22;
const SIZE = 7.5;
const INK = rgb(0.3, 0.357, 0.408);

/** The text at both ends of the strip. */
export interface StampText {
  readonly left: string;
  readonly right: string;
}

/** A narrower page gets a wider foot, with room for its item and the mark: a label may be a few points wide. */
const NARROWEST = 240;
const WIDENED = 360;

/**
 * Adds a strip below the page as it is seen and writes into it, so that nothing on the page is covered. A turned page
 * gets its strip at the side that is its foot when it is shown. Measures are in points, whatever the page's own unit is.
 */
export function stampPage(page: PDFPage, text: StampText, font: PDFFont): void {
  const { x, y, width, height } = page.getCropBox();
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const unit = 1 / userUnitOf(page);
  const strip = STRIP * unit;
  const own = turn === 0 || turn === 180 ? width : height;
  const across = own < NARROWEST * unit ? WIDENED * unit : own;
  const more = across - own;
  const box = {
    0: { x, y: y - strip, width: across, height: height + strip },
    90: { x, y, width: width + strip, height: across },
    180: { x: x - more, y, width: across, height: height + strip },
    270: { x: x - strip, y: y - more, width: width + strip, height: across },
  }[turn];
  page.setMediaBox(box.x, box.y, box.width, box.height);
  page.setCropBox(box.x, box.y, box.width, box.height);
  page.setTrimBox(box.x, box.y, box.width, box.height);
  page.setBleedBox(box.x, box.y, box.width, box.height);
  page.setArtBox(box.x, box.y, box.width, box.height);
  /** From the strip's own coordinates (along, up), in points as the reader sees it, to those of the page. */
  const at = (along: number, up: number) => {
    const [right, above] = [along * unit, up * unit];
    return {
      0: { x: x + right, y: y - strip + above },
      90: { x: x + width + strip - above, y: y + right },
      180: { x: x + width - right, y: y + height + strip - above },
      270: { x: x - strip + above, y: y + height - right },
    }[turn];
  };
  const length = across / unit;
  const rotate = degrees(turn);
  page.drawRectangle({ ...at(0, 0), width: across, height: strip, color: rgb(1, 1, 1), rotate });
  page.drawLine({
    start: at(12, STRIP - 1),
    end: at(length - 12, STRIP - 1),
    thickness: 0.5 * unit,
    color: rgb(0.81, 0.835, 0.85),
  });
  const room = length - 24;
  const right = fitting(text.right, room * 0.45, font);
  const left = fitting(text.left, room - right.width - 10, font);
  const style = { size: SIZE * unit, font, color: INK, rotate };
  page.drawText(left.text, { ...at(12, 7.5), ...style });
  page.drawText(right.text, { ...at(length - 12 - right.width, 7.5), ...style });
}

/** How many points one unit of the page is (PDF 1.6, UserUnit): large drawings count in larger ones. */
function userUnitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  const value = unit instanceof PDFNumber ? unit.asNumber() : 1;
  return Number.isFinite(value) && value > 0 ? value : 1;
}

/** What the standard font can write and the page has room for; each step is shorter, down to nothing. */
function fitting(wanted: string, room: number, font: PDFFont): { readonly text: string; readonly width: number } {
  const plain = wanted.replace(/[^\x20-\x7e\u00a0-\u00ff]/g, '?');
  for (let signs = plain.length; signs >= 0; signs -= 1) {
    const text = signs === plain.length ? plain : `${plain.slice(0, signs)}...`;
    const width = font.widthOfTextAtSize(text, SIZE);
    if (width <= room) return { text, width };
  }
  return { text: '', width: 0 };
}
