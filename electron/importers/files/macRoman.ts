import { isAscii } from 'node:buffer';

/** 0x80 to 0xFF of Mac Roman, which programs of old Macintoshes wrote. */
const UPPER =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** The bytes that Windows-1252 leaves without a sign. */
const unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

export function decodeMacRoman(chunk: Buffer): string {
  return chunk.toString('latin1').replace(/[\u0080-\u00ff]/g, (sign) => UPPER[sign.charCodeAt(0) - 0x80] as string);
}

/** Looks for what tells a text of an old Macintosh: lines that end in a carriage return alone, and its own bytes. */
export function createMacSigns() {
  let returns = false;
  let feeds = false;
  let own = false;
  return {
    // Every byte of a table is looked at, so nothing here goes through them one by one.
    see(chunk: Buffer): void {
      returns ||= chunk.includes(13);
      feeds ||= chunk.includes(10);
      own ||= !isAscii(chunk) && unused.some((byte) => chunk.includes(byte));
    },
    isMac: () => own || (returns && !feeds),
  };
}
