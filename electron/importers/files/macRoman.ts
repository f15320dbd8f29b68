/** 0x80 to 0xFF of Mac Roman, which programs of old Macintoshes wrote. */
const UPPER =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** The bytes that Windows-1252 leaves without a sign. */
const unused: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export function decodeMacRoman(chunk: Buffer): string {
  return chunk.toString('latin1').replace(/[\u0080-\u00ff]/g, (sign) => UPPER[sign.charCodeAt(0) - 0x80] as string);
}

/** Counts what tells a text of an old Macintosh: lines that end in a carriage return alone, and its own bytes. */
export function createMacSigns() {
  let returns = 0;
  let feeds = 0;
  let own = 0;
  return {
    see(chunk: Buffer): void {
      for (const byte of chunk) {
        if (byte === 13) returns += 1;
        else if (byte === 10) feeds += 1;
        else if (unused.has(byte)) own += 1;
      }
    },
    isMac: () => own > 0 || (returns > 0 && feeds === 0),
  };
}
