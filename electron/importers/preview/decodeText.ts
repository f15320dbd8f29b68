/** Windows-1252 where it differs from Latin-1; decoders disagree about these, so they are listed. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text of an unknown encoding: UTF-16 or UTF-8 with a mark, UTF-8 where it is valid, otherwise Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return utf16be(bytes);
  const shape = zerosOf(bytes);
  if (shape !== null) return shape === 'odd' ? new TextDecoder('utf-16le').decode(bytes) : utf16be(bytes);
  try {
    // A character may be cut at the end of what was read; `stream` waits for its rest instead of refusing.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] as string);
  }
}

function utf16be(bytes: Uint8Array): string {
  const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
  return new TextDecoder('utf-16le').decode(swapped);
}

/** Western text in UTF-16 without a mark has a zero in every other byte. */
function zerosOf(bytes: Uint8Array): 'odd' | 'even' | null {
  const head = bytes.subarray(0, 512);
  if (head.length < 8) return null;
  let odd = 0;
  let even = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 1) odd += 1;
    else even += 1;
  }
  if (odd > head.length / 3 && even === 0) return 'odd';
  return even > head.length / 3 && odd === 0 ? 'even' : null;
}
