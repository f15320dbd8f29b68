import { statSync } from 'node:fs';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { SourceFault } from '../../../store/copyHashed.ts';
import { backUpElsewhere, isBackupDue, noteElsewhere, readElsewhere } from '../../../store/elsewhere.ts';
import { storeVerb } from '../../verb.ts';

/** What cannot be written is kept with the folder, so that the health page says it until a later one can. */
export const storeBackupElsewhere = storeVerb('store.backupElsewhere', async (context, store) => {
  const elsewhere = store.readOnly === undefined ? readElsewhere(store.db) : null;
  if (!elsewhere || !isBackupDue(elsewhere, context.today())) return ok({ made: false, lost: 0 });
  const { folder } = elsewhere;
  const refuse = (sentence: string) => {
    noteElsewhere(store, folder, { problem: sentence });
    return fail('storeFailed', sentence, folder);
  };
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return refuse(
      'The folder for the daily backup is not there; connect its disk, or choose another folder in Settings.',
    );
  try {
    const { file, missing, damaged } = await backUpElsewhere(store, elsewhere, context.today());
    const lost = missing.length + damaged.length;
    noteElsewhere(store, folder, {
      last: { at: context.stamps.now(), day: context.today(), file, lost },
      problem: null,
    });
    return ok({ made: true, lost });
  } catch (error) {
    if (error instanceof SourceFault)
      return refuse('The daily backup was not made, for a file of the store itself cannot be read; check the store.');
    // Whatever the system says of the other folder: full, not to be written, its disk taken out meanwhile.
    if ((error as { readonly code?: unknown } | null)?.code === undefined) throw error;
    return refuse(
      'The daily backup cannot be written to its folder; make room there, or choose another folder in Settings.',
    );
  }
});
