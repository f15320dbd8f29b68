import { rmSync } from 'node:fs';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { lookOver } from '../../../store/check/lookOver.ts';
import { closeDb } from '../../../store/db.ts';
import { temporaryBeside } from '../../../store/durableFile.ts';
import { noteElsewhere, readElsewhere } from '../../../store/elsewhere.ts';
import { openStore } from '../../../store/openStore.ts';
import { restoreBackup } from '../../../store/restoreBackup.ts';
import { storePaths } from '../../../store/storePaths.ts';
import type { EngineContext } from '../../context.ts';
import { storeVerb } from '../../verb.ts';

/** A backup that was never restored is a hope: this one is restored, looked over, and taken away again. */
export const storeTestRestore = storeVerb('store.testRestore', async (context, store) => {
  const elsewhere = readElsewhere(store.db);
  if (!elsewhere?.last) return fail('notFound', 'There is no backup in a second folder yet; choose one in Settings.');
  // Named as what a killed run leaves, so that the next one sweeps it away.
  const scratch = temporaryBeside(store.paths.database);
  try {
    const problems = await problemsOf(context, elsewhere.last.file, scratch);
    noteElsewhere(store, elsewhere.folder, { tested: { at: context.stamps.now(), day: context.today(), problems } });
    return ok({ problems });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

async function problemsOf({ stamps }: EngineContext, backup: string, scratch: string): Promise<string[]> {
  const restored = await restoreBackup(storePaths(scratch), backup, stamps, () => undefined);
  if (!restored.ok) return [restored.error.message];
  const opened = openStore(scratch, stamps);
  if (!opened.ok) return [opened.error.message];
  try {
    return (await lookOver(opened.value)).map(({ sentence }) => sentence);
  } finally {
    closeDb(opened.value.db);
  }
}
