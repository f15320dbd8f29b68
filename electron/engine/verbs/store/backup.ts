import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { backUpWithFiles } from '../../../store/backups.ts';
import { noteBackup } from '../../../store/health.ts';
import { isWriteRefused } from '../../../store/storeError.ts';
import { storeVerb } from '../../verb.ts';

export const storeBackup = storeVerb('store.backup', async (context, store, input) => {
  const out = resolve(input.out);
  if (!existsSync(dirname(out)))
    return fail('invalidInput', `There is no folder ${dirname(out)}; make it, or choose another.`, input.out);
  if (existsSync(out)) return fail('invalidInput', `${out} is already there; choose another name.`, input.out);
  try {
    const { missing, damaged } = await backUpWithFiles(store.db, store.paths, out);
    noteBackup(store, context.stamps.now(), missing.length + damaged.length);
    return ok({ file: out, missingFiles: missing.length, damagedFiles: [...damaged] });
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
    const sentence = `The backup cannot be written to ${out}, or to ${out}.files beside it; choose another place.`;
    return fail('invalidInput', sentence, input.out);
  }
});
