/** A bundle that is not taken, with the one sentence that says why. */
export class BundleRefusal extends Error {}

export function refuse(sentence: string): never {
  throw new BundleRefusal(sentence);
}

/** What a bundle is refused with; each stands alone and says what to do. */
export const sentences = {
  empty: 'This file is empty: it holds 0 bytes; ask for it again, or let it be kept on this device first.',
  damaged: 'This bundle was cut short or changed on its way; ask for it again.',
  notABundle: 'This file is not a bundle of SEC Go-Live.',
  sealed: 'This bundle is protected with a passphrase; give the passphrase that its sender chose.',
  wrongPassphrase: 'The passphrase is wrong, or the bundle was changed on its way.',
  newer: 'This bundle was made by a newer version of SEC Go-Live; update the app to read it.',
  forged:
    'The signature of this bundle does not fit its contents: somebody changed it after it was signed; do not use it.',
  outside: 'This bundle holds a part whose name leads outside of it, as files made to do harm do; it was not read.',
  link: 'This bundle holds a link instead of a file, as files made to do harm do; it was not read.',
  twice: 'This bundle holds two parts of the same name, as files made to do harm do; it was not read.',
  stranger: 'This bundle holds a part that its list of contents does not name; it was not read.',
  missing: 'A part of this bundle is missing; ask for it again.',
  differs: 'A part of this bundle is not what its signed list of contents says; ask for it again.',
  tooMany: 'This bundle holds more parts than any release has; it was not read.',
  tooLarge: 'This bundle unpacks to far more than a release holds, as files made to do harm do; it was not read.',
  encrypted: 'A part of this bundle is encrypted by another program; it was not read.',
  badList: 'The list of contents of this bundle is written in a way that this version cannot read.',
  another: 'This file is not the bundle that was looked at; look at it again.',
  badLine: 'A line of this bundle is longer or more deeply nested than any record is; it was not read.',
} as const;
