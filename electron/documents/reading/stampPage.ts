import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

/** Room for one line below the page, in points. */
const STRIP = 22;
const SIZE = 7.5;
const INK = rgb(0.3, 0.357, 0.408);

/** The text at both ends of the strip. */
export interface StampText {
  readonly left: string;
  readonly right: string;
}

/**
 * Adds a strip below the page as it is seen and writes into it, so that nothing on the page is covered. A turned page
 * gets its strip at the side that is its foot when it is shown.
 */
export function stampPage(page: PDFPage, text: StampText, font: PDFFont): void {
  const { x, y, width, height } = page.getCropBox();
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const box = {
    0: { x, y: y - STRIP, width, height: height + STRIP },
    90: { x, y, width: width + STRIP, height },
    180: { x, y, width, height: height + STRIP },
    270: { x: x - STRIP, y, width: width + STRIP, height },
  }[turn];
  page.setMediaBox(box.x, box.y, box.width, box.height);
  page.setCropBox(box.x, box.y, box.width, box.height);
  page.setTrimBox(box.x, box.y, box.width, box.height);
  page.setBleedBox(box.x, box.y, box.width, box.height);
  page.setArtBox(box.x, box.y, box.width, box.height);
  const across = turn === 0 || turn === 180 ? width : height;
  /** From the strip's own coordinates (along, up), as the reader sees it, to those of the page. */
  const at = (along: number, up: number) =>
    ({
      0: { x: x + along, y: y - STRIP + up },
      90: { x: x + width + STRIP - up, y: y + along },
      180: { x: x + width - along, y: y + height + STRIP - up },
      270: { x: x - STRIP + up, y: y + height - along },
    })[turn];
  const rotate = degrees(turn);
  page.drawRectangle({ ...at(0, 0), width: across, height: STRIP, color: rgb(1, 1, 1), rotate });
  page.drawLine({
    start: at(12, STRIP - 1),
    end: at(across - 12, STRIP - 1),
    thickness: 0.5,
    color: rgb(0.81, 0.835, 0.85),
  });
  const room = across - 24;
  const right = fitting(text.right, room * 0.45, font);
  const left = fitting(text.left, room - right.width - 10, font);
  page.drawText(left.text, { ...at(12, 7.5), size: SIZE, font, color: INK, rotate });
  page.drawText(right.text, { ...at(across - 12 - right.width, 7.5), size: SIZE, font, color: INK, rotate });
}

/** What the standard font can write and the page has room for. */
function fitting(wanted: string, room: number, font: PDFFont): { readonly text: string; readonly width: number } {
  let text = wanted.replace(/[^\x20-\x7e\u00a0-\u00ff]/g, '?');
  while (text.length > 1 && font.widthOfTextAtSize(text, SIZE) > room)
    text = `${text.slice(0, -4)}...`.replace(/\.{4,}/, '...');
  return { text, width: font.widthOfTextAtSize(text, SIZE) };
}
