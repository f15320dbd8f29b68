/** What a preview shows at most, and what it may read to find it. People open the file itself for more. */
export const limits = {
  rows: 200,
  columns: 50,
  sheets: 20,
  cellCharacters: 1000,
  textBytes: 200_000,
  /** Of a CSV file or a message. */
  csvBytes: 2_000_000,
  mailBytes: 25_000_000,
  /** Of one part of a zip, unpacked: a bomb is left alone long before it fills the memory. */
  partBytes: 64_000_000,
  xmlDepth: 200,
  /** Of an SVG: its file, what it draws with every repetition counted, and its width or height. */
  svgBytes: 10_000_000,
  svgDrawn: 200_000,
  svgSide: 20_000,
} as const;

/** What the readers of imports call a file that has no name here. */
export const unnamed = 'This file';

/** The file is not what it says, or is made to do harm; the sentence says so to the person. */
export class Refusal extends Error {}
