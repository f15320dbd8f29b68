import { closeSync, openSync, readSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { SignedHead } from '../../shared/domain/pack/signedHead.ts';
import type { ReadPackInput } from '../documents/tasks.ts';
import { listBackups } from '../store/backups.ts';
import { readReleases } from '../store/facts.ts';
import { readFinalPacks } from '../store/finalPacks.ts';
import { ownIds, readFormerIds } from '../store/formerIds.ts';
import { headInBackup } from '../store/headInBackup.ts';
import { publicKeysOf } from '../store/keyFile.ts';
import { type LedgerHead, lostSince } from '../store/ledger.ts';
import { readStoreId } from '../store/metadata.ts';
import type { Store } from '../store/openStore.ts';
import { isSignedHead, lostSinceRecorded } from '../store/signedHead.ts';
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

/**
 * The same for a final pack or a backup from elsewhere, which nobody who changed this store could change with it. What such a
 * file is, its content says. One of another store knew another history: that is no fault of this one.
 */
export async function checkAgainst(context: EngineContext, store: Store, file: string): Promise<Result<string | null>> {
  const beginning = beginningOf(file);
  if (beginning === null) return fail('invalidInput', `The file ${file} is not there, or cannot be read.`, file);
  if (beginning.startsWith('SQLite format 3\0')) {
    const known = headInBackup(file);
    if (!known) return fail('invalidInput', `The backup ${file} cannot be read, or does not say what it knew.`, file);
    if (known.head.comparable === false)
      return fail(
        'invalidInput',
        `The history in ${file} was written anew since, so it tells nothing of this one.`,
        file,
      );
    const isOwn = ownIds(store.db).includes(known.storeId) || isOurs(store, known.head);
    return isOwn
      ? ok(lostSinceRecorded(store.db, known.head, `the backup ${file}`))
      : fail('invalidInput', `The backup ${file} is of another store, so it tells nothing of the history here.`, file);
  }
  if (!beginning.includes('%PDF-'))
    return fail(
      'invalidInput',
      `The file ${file} is neither a final pack nor a backup of a store; choose one of them.`,
      file,
    );
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
  return isOurs(store, history)
    ? ok(lostSinceRecorded(store.db, history, identity.reference))
    : fail(
        'invalidInput',
        `${identity.reference} is signed with another key than this store's, so it was issued from another store, or before this one had its key, and tells nothing of the history here.`,
        file,
      );
}

/** The first characters of a file, by which its kind is told; null: it cannot be read. */
function beginningOf(path: string): string | null {
  const bytes = Buffer.alloc(1024);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * Whether a head is one of this store's history: signed with a key that is or was its own, or standing in it. A signature that
 * does not hold is told as that, whoever it names.
 */
function isOurs(store: Store, head: LedgerHead | SignedHead): boolean {
  if (lostSince(store.db, head, '') === null) return true;
  return 'key' in head && (!isSignedHead(head) || publicKeysOf(store.db).includes(head.key));
}
