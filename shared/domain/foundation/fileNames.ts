/** Names that mean a device on Windows, with any ending: a file of that name can be neither made nor deleted there. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(\.|$)/i;

/** Whether Windows takes this name for one of its devices. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}

/** The name without the dots and blanks at its end, which Windows leaves out of every name. */
export function withoutEndDots(name: string): string {
  return name.replace(/[. ]+$/, '');
}

/** What two names have in common that some system takes for one: they differ in case or composition only. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
