import { inflateSync } from 'node:zlib';

/** Pixels and unpacked bytes that a picture in the reading copy may have; it is held whole, several times over. */
const MOST_PIXELS = 60_000_000;
const MOST_BYTES = 240_000_000;
/** Of one text or profile beside the picture. */
const MOST_ASIDE = 4_000_000;

const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const HEAD = 8;

/**
 * Why a PNG cannot be unpacked within bounds; null where it can. A few bytes may call themselves a picture of billions of
 * pixels, or unpack to more than they say: each part is unpacked once, and no further than its size.
 */
export function pngTooLarge(content: Uint8Array): string | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const pixels: Uint8Array[] = [];
  let size = 0;
  for (let at = HEAD; at + 12 <= content.length; ) {
    const length = view.getUint32(at);
    const type = Buffer.from(content.subarray(at + 4, at + 8)).toString('latin1');
    const data = content.subarray(at + 8, at + 8 + length);
    if (data.length < length) break;
    at += 12 + length;
    if (type === 'IHDR' && length >= 13) {
      const [width, height, depth] = [view.getUint32(HEAD + 8), view.getUint32(HEAD + 12), data[8] ?? 8];
      const bits = depth * (samples[data[9] ?? 6] ?? 4);
      size = height * (Math.ceil((width * bits) / 8) + 1);
      if (width * height > MOST_PIXELS || size > MOST_BYTES) return 'the picture has more than 60 million pixels';
    } else if (type === 'IDAT') pixels.push(data);
    else if (/^(acTL|fcTL|fdAT)$/.test(type)) return 'the picture moves';
    else if (/^(zTXt|iTXt|iCCP)$/.test(type) && !unpacksWithin(partPacked(data, type), MOST_ASIDE)) return tooMuch;
    else if (type === 'IEND') break;
  }
  // Interlaced pictures have a byte more for each line of each of their seven passes.
  return unpacksWithin(Buffer.concat(pixels), size * 2 + 65_536) ? null : tooMuch;
}

const tooMuch = 'the picture unpacks to more than it says';

/** What of a text or a profile is packed: it follows the name, and what is told of the packing. */
function partPacked(data: Uint8Array, type: string): Uint8Array {
  const name = data.indexOf(0);
  if (type !== 'iTXt') return data.subarray(name + 2);
  const language = data.indexOf(0, name + 3);
  return data[name + 1] === 1 ? data.subarray(data.indexOf(0, language + 1) + 1) : new Uint8Array(0);
}

/** Damage is for the reader to find; only too much is told here. */
function unpacksWithin(packed: Uint8Array, most: number): boolean {
  if (packed.length === 0) return true;
  try {
    inflateSync(packed, { maxOutputLength: most });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE';
  }
}
