import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { ReadPackInput } from '../documents/tasks.ts';
import { listBackups } from '../store/backups.ts';
import { readReleases } from '../store/facts.ts';
import { readFinalPacks } from '../store/finalPacks.ts';
import { readFormerIds } from '../store/formerIds.ts';
import { headInBackup } from '../store/headInBackup.ts';
import { readStoreId } from '../store/metadata.ts';
import type { Store } from '../store/openStore.ts';
import { lostSinceRecorded } from '../store/signedHead.ts';
import type { EngineContext } from './context.ts';
import { keptSnapshot } from './keptSnapshot.ts';
import { runTask } from './runTask.ts';

/**
 * Holds the history to what its own final packs and backups knew of it: one that was cut at its end, computed anew or
 * put back verifies in itself, and is found out only so. A sentence for each that knew another history.
 */
export async function checkKnownHeads(context: EngineContext, store: Store): Promise<readonly string[]> {
  // A store restored on purpose goes on under another id, and what its former self knew since is no fault of it; one that
  // only found itself elsewhere still answers for what it knew before.
  const answersFor = new Set([
    readStoreId(store.db),
    ...readFormerIds(store.db)
      .filter(({ isGone }) => !isGone)
      .map(({ id }) => id),
  ]);
  const problems: (string | null)[] = listBackups(store.paths).map(({ name, path }) => {
    const known = headInBackup(path);
    if (!known || known.head.comparable === false || !answersFor.has(known.storeId)) return null;
    return lostSinceRecorded(store.db, known.head, `the backup ${name}`);
  });
  for (const release of readReleases(store.db)) {
    for (const pack of readFinalPacks(store.db, release.id)) {
      const read = await keptSnapshot(context, store, pack);
      // One that cannot be read is told by its hash.
      if (read.ok && read.value.history)
        problems.push(lostSinceRecorded(store.db, read.value.history, `the final pack ${pack.reference}`));
    }
  }
  return problems.filter((sentence) => sentence !== null);
}

/** The same for a final pack or a backup from elsewhere, which nobody who changed this store could change with it. */
export async function checkAgainst(context: EngineContext, store: Store, file: string): Promise<Result<string | null>> {
  if (file.endsWith('.sqlite')) {
    const known = headInBackup(file);
    if (!known) return fail('invalidInput', `The backup ${file} cannot be read, or does not say what it knew.`, file);
    if (known.head.comparable === false)
      return fail(
        'invalidInput',
        `The history in ${file} was written anew since, so it tells nothing of this one.`,
        file,
      );
    return ok(lostSinceRecorded(store.db, known.head, `the backup ${file}`));
  }
  const job: ReadPackInput = { file };
  const read = await runTask(context, 'documents', 'readPack', job);
  if (!read.ok) return read;
  const { history, identity } = read.value;
  if (!history)
    return fail(
      'invalidInput',
      `${identity.reference} does not say where the history ended; choose a final pack.`,
      file,
    );
  return ok(lostSinceRecorded(store.db, history, identity.reference));
}
