import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readFault } from '../../../shared/domain/foundation/fileFault.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { quietly } from '../quietly.ts';
import { asFarAsItGoes } from '../wholeFile.ts';

export interface ForeignFile {
  readonly content: Uint8Array;
  readonly document: PDFDocument;
}

/** Opens a PDF that came from somebody, for reading; each way in which it cannot be read is a sentence of its own. */
export async function openForeign(file: string): Promise<Result<ForeignFile>> {
  const name = basename(file);
  let content: Uint8Array;
  try {
    content = readFileSync(file);
  } catch (error) {
    return fail('invalidInput', `${name} ${readFault(error)}.`, file);
  }
  if (content.length === 0)
    return fail('invalidInput', `${name} is empty: it holds 0 bytes; have it sent again.`, file);
  if (!Buffer.from(content.buffer, content.byteOffset, Math.min(1024, content.byteLength)).includes('%PDF-'))
    return fail('invalidInput', `${name} is not a PDF file.`, file);
  try {
    const document = await quietly(() => PDFDocument.load(content, asFarAsItGoes));
    if (document.isEncrypted)
      return fail(
        'invalidInput',
        `${name} is protected with a password, so nothing in it can be read; have it saved without one and sent again.`,
        file,
      );
    document.getPageCount();
    return ok({ content, document });
  } catch {
    return fail(
      'invalidInput',
      `${name} is damaged: it begins as a PDF file, and its parts cannot be found; have it sent again.`,
      file,
    );
  }
}
