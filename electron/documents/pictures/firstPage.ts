/** The first page of an evidence file as a small picture. */
export interface FirstPage {
  /** A PNG file: the same bytes from the same evidence file on any machine, so that a pack can be verified. */
  readonly png: Uint8Array;
  /** Points on the page of a pack. */
  readonly width: number;
  readonly height: number;
  /** How many pages the file has. */
  readonly pages: number;
}

/** What the thread that draws is asked: the file of one evidence item. */
export interface DrawingJob {
  readonly path: string;
  readonly mediaType: string;
}

/** Points: as wide as its column, and an A4 page in its proportions. */
const room = { width: 56, height: 79 } as const;

/** Sharp in print and when looked at closely. */
const pixelsPerPoint = 2.5;

/** How large a page of this format (any unit) stands in a pack, in points and in pixels: whole within its room, however long and thin. */
export function sizeOfPage(
  width: number,
  height: number,
): {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
} {
  const scale = Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1));
  const [across = 1, down = 1] = [width, height].map((length) =>
    Math.max(1, Math.round(length * scale * pixelsPerPoint)),
  );
  return { width: across / pixelsPerPoint, height: down / pixelsPerPoint, across, down };
}
