import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import type { Orientation } from './exif.ts';

const A4 = [595.28, 841.89] as const;
const MARGIN = 40;

/** The format of the page on which a picture of this orientation stands best. */
export function pictureFormat(picture: PDFImage, { quarters }: Orientation): [number, number] {
  const turned = quarters % 2 === 1;
  const isWide = turned ? picture.height > picture.width : picture.width > picture.height;
  return isWide ? [A4[1], A4[0]] : [A4[0], A4[1]];
}

/** A PNG or JPEG, held by the document. @throws where it is damaged */
export function embedPicture(document: PDFDocument, content: Uint8Array, mediaType: string): Promise<PDFImage> {
  return mediaType === 'image/png' ? document.embedPng(content) : document.embedJpg(content);
}

/** Draws the picture upright in the middle of the page, as large as it is or as fits within the margin, in points. */
export function drawPicture(
  page: PDFPage,
  picture: PDFImage,
  { mirrored, quarters }: Orientation,
  margin = MARGIN,
): void {
  const turned = quarters % 2 === 1;
  const { width, height } = page.getSize();
  const shown = turned
    ? { width: picture.height, height: picture.width }
    : { width: picture.width, height: picture.height };
  const scale = Math.min(1, (width - 2 * margin) / shown.width, (height - 2 * margin) / shown.height);
  const [w, h] = [picture.width * scale, picture.height * scale];
  // The picture is the unit square: mirrored, scaled and turned about its middle, and moved to the middle of the page.
  const [cos, sin] = (
    [
      [1, 0],
      [0, -1],
      [-1, 0],
      [0, 1],
    ] as const
  )[quarters];
  const across = mirrored ? -w : w;
  const [a, b, c, d] = [across * cos, across * sin, -h * sin, h * cos];
  const name = page.node.newXObject('Picture', picture.ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(a, b, c, d, width / 2 - (a + c) / 2, height / 2 - (b + d) / 2),
    drawObject(name),
    popGraphicsState(),
  );
}
