import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { attachmentPath, hashFile } from '../../../store/attachments.ts';
import { publishFile, temporaryBeside } from '../../../store/durableFile.ts';
import { readFinalPacks } from '../../../store/finalPacks.ts';
import { readIssuedPapers } from '../../../store/issuedPapers.ts';
import { takenOutSentence } from '../../keptSnapshot.ts';
import { findRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** Writes a final pack or a paper again, byte for byte as it was issued: the store keeps each of them. */
export const packCopy = storeVerb('pack.copy', async (_context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name } = found.value;
  const issued = [...readFinalPacks(store.db, id), ...readIssuedPapers(store.db, id)];
  const kept = issued.find((one) => one.reference === input.reference);
  if (!kept)
    return fail(
      'notFound',
      `Nothing was issued for ${name} as ${input.reference}; there ${issued.length === 1 ? 'is' : 'are'} ${issued.map((one) => one.reference).join(', ') || 'none'}.`,
      input.reference,
    );
  const gone = takenOutSentence(store, kept);
  if (gone) return fail('notFound', gone, kept.reference);
  const source = attachmentPath(store.paths.files, kept.sha256);
  if (!existsSync(source) || (await hashFile(source)) !== kept.sha256)
    return fail('storeFailed', `The store has lost the file of ${kept.reference}; run “store check”.`, kept.reference);
  const out = resolve(input.out);
  const temporary = temporaryBeside(out);
  try {
    copyFileSync(source, temporary);
    publishFile(temporary, out);
  } finally {
    rmSync(temporary, { force: true });
  }
  return ok({ file: out, sha256: kept.sha256 });
});
