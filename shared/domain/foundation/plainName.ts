/**
 * What two names have in common that nobody tells apart by reading them aloud: they differ in capitals, in how a letter is
 * composed (é of one sign or of two), in the kind and number of blanks, or in signs that are not shown.
 */
export function plainName(name: string): string {
  return shownAlike(name).toLowerCase();
}

/** The same with capitals as they are: what looks the same on a page. */
export function shownAlike(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
