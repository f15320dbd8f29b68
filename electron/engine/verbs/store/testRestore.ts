import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { lookOver } from '../../../store/check/lookOver.ts';
import { closeDb } from '../../../store/db.ts';
import { temporaryBeside } from '../../../store/durableFile.ts';
import { noteElsewhere, readElsewhere } from '../../../store/elsewhere.ts';
import { freeBytes } from '../../../store/freeBytes.ts';
import { openStore } from '../../../store/openStore.ts';
import { restoreBackup } from '../../../store/restoreBackup.ts';
import { storePaths } from '../../../store/storePaths.ts';
import type { EngineContext } from '../../context.ts';
import { storeVerb } from '../../verb.ts';

/** Left free on the disk of the store, in bytes. */
const left = 1024 ** 3;

/** A backup that was never restored is a hope: this one is restored, looked over, and taken away again. */
export const storeTestRestore = storeVerb('store.testRestore', async (context, store) => {
  const elsewhere = readElsewhere(store.db);
  if (!elsewhere?.last) return fail('notFound', 'There is no backup in a second folder yet; choose one in Settings.');
  const needed = bytesIn(elsewhere.last.file) + bytesIn(`${elsewhere.last.file}.files`);
  // The space that people's own work needs is not for trying out.
  if (needed + left > freeBytes(store.paths.folder))
    return fail('storeFailed', 'There is no room to try the backup out beside the store; free some space.');
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

/** Of a file, or of all in a folder; 0 where there is nothing. */
function bytesIn(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.size ?? 0;
  return readdirSync(place).reduce((sum, name) => sum + bytesIn(join(place, name)), 0);
}

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
