import { PDFDocument } from '@cantoo/pdf-lib';
import { drawPicture, embedPicture } from '../reading/drawPicture.ts';
import { orientationOf } from '../reading/exif.ts';
import { pngTooLarge } from '../reading/pngSize.ts';

/** A PNG or JPEG as a PDF of one page of its own format, upright. Null where it is damaged or unpacks to too much. */
export async function pictureAsPdf(content: Uint8Array, mediaType: string): Promise<Uint8Array | null> {
  if (mediaType === 'image/png' && pngTooLarge(content) !== null) return null;
  try {
    const document = await PDFDocument.create({ updateMetadata: false });
    const picture = await embedPicture(document, content, mediaType);
    const orientation = orientationOf(content);
    const isTurned = orientation.quarters % 2 === 1;
    const format = isTurned ? [picture.height, picture.width] : [picture.width, picture.height];
    drawPicture(document.addPage([format[0] ?? 1, format[1] ?? 1]), picture, orientation, 0);
    return await document.save({ useObjectStreams: false });
  } catch {
    return null;
  }
}
