import { ParseSpeeds } from '@cantoo/pdf-lib';

/** How PDF files are read: as they are, and without the pauses for a window's sake, which this process has none of. */
export const asItIs = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest } as const;

/** The same of files that other people made: what can be read of a damaged or encrypted one is read. */
export const asFarAsItGoes = { ...asItIs, throwOnInvalidObject: false, ignoreEncryption: true } as const;

/** How they are written: nothing is added, and nothing drawn anew. */
export const nothingAdded = {
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: Number.POSITIVE_INFINITY,
} as const;
