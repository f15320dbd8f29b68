import { crc32 } from 'node:zlib';
import { deflate } from '../pdf/deterministicDeflate.ts';
import type { DrawnPage } from './drawFirstPage.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const grey = { bits: 4, colourType: 0 } as const;
const coloured = { bits: 8, colourType: 2 } as const;

/** Of the frame around the page, which is as white as the paper that it is printed on: one step of sixteen. */
const frame = 12;

/** The drawn page, framed, as a PNG of sixteen steps of grey, or of each colour where it has any: it is small, and shown small. */
export function pngOf(page: DrawnPage): Uint8Array {
  const { across, down } = page;
  const isColoured = hasColour(page.pixels);
  const { bits, colourType } = isColoured ? coloured : grey;
  const perRow = 1 + (isColoured ? across * 3 : Math.ceil(across / 2));
  // Each row begins with the number of its filter: none.
  const rows = new Uint8Array(perRow * down);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const isFrame = x === 0 || y === 0 || x === across - 1 || y === down - 1;
      const [red, green, blue] = isFrame ? [frame, frame, frame] : stepsAt(page.pixels, 4 * (y * across + x));
      const start = y * perRow + 1;
      if (isColoured) rows.set([red * 17, green * 17, blue * 17], start + 3 * x);
      else rows[start + (x >> 1)] = (rows[start + (x >> 1)] ?? 0) | (green << (x % 2 === 0 ? 4 : 0));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(across, 0);
  header.writeUInt32BE(down, 4);
  header.set([bits, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', deflate(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Red, green and blue of one pixel, 0 to 15. */
function stepsAt(pixels: Uint8Array, at: number): readonly [red: number, green: number, blue: number] {
  const step = (value = 0) => Math.round(value / 17);
  return [step(pixels[at + 2]), step(pixels[at + 1]), step(pixels[at])];
}

function hasColour(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = stepsAt(pixels, at);
    if (red !== green || green !== blue) return true;
  }
  return false;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
