/** How a picture is to be turned to stand upright: quarters clockwise after a mirroring from left to right. */
export interface Orientation {
  readonly mirrored: boolean;
  readonly quarters: 0 | 1 | 2 | 3;
}

const upright: Orientation = { mirrored: false, quarters: 0 };

/** The eight values of Exif's Orientation (tag 0x0112), from 1. */
const orientations: readonly Orientation[] = [
  upright,
  { mirrored: true, quarters: 0 },
  { mirrored: false, quarters: 2 },
  { mirrored: true, quarters: 2 },
  { mirrored: true, quarters: 3 },
  { mirrored: false, quarters: 1 },
  { mirrored: true, quarters: 1 },
  { mirrored: false, quarters: 3 },
];

const ORIENTATION = 0x0112;

/** What a JPEG says of its orientation (Exif 2.3, §4.6); one that says nothing, or nonsense, stands as it is. */
export function orientationOf(jpeg: Uint8Array): Orientation {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  try {
    const tiff = exifAt(view);
    return tiff === null ? upright : (orientations[orientationIn(view, tiff) - 1] ?? upright);
  } catch {
    // An offset that leads out of the file: the picture itself may be sound all the same.
    return upright;
  }
}

/** Where the TIFF structure of the Exif segment begins. */
function exifAt(view: DataView): number | null {
  for (let at = 2; at + 4 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // From the start of the scan on there are only pixels.
    if (marker === 0xda) return null;
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return at + 10;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function orientationIn(view: DataView, tiff: number): number {
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return 1;
}
