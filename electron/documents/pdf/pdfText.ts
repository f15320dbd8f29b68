/** A text string as it stands in the file: as it is where it is plain ASCII, otherwise UTF-16 in hexadecimal. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, (sign) => `\\${sign}`)})`;
  const units = Buffer.from(`\ufeff${text.toWellFormed()}`, 'utf16le').swap16();
  return `<${units.toString('hex')}>`;
}
