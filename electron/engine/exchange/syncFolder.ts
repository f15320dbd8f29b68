import { existsSync } from 'node:fs';
import type { AppliedBundle } from '../../../shared/contract/bundle.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { stoppedSentence } from '../disposable.ts';
import { shareEvidence } from './folderEvidence.ts';
import { listBundles, noteAbsence } from './folderPass.ts';
import { beginReading } from './folderReading.ts';
import { readFolder } from './readFolder.ts';
import { keepSharing, readSharing, waitingIn } from './sharing.ts';
import { writeFolder } from './writeFolder.ts';

export interface Synced {
  readonly applied: number;
  readonly sent: number;
  readonly waiting: number;
  /** Conflicts that came with what was taken, open until somebody settles them. */
  readonly conflicts: number;
  /** What could not be put there, in a sentence; null: all of it. */
  readonly problem: string | null;
  /** What went for good with what was taken, and which acceptances fell with it. */
  readonly purged: AppliedBundle['purged'];
  readonly submittedAgain: AppliedBundle['submittedAgain'];
}

/**
 * Reads what the others put into the shared folder, then puts there what no file in it says. Each file builds on what the
 * folder said before it, so that whoever reads all of them knows all of it, and nobody says again what lies there: one
 * that is late, doubled, out of order or half there does no harm, and what was lost is written anew. What is not its
 * sender's to change, or comes from a key that nobody vouches for, waits for a person (docs/decisions/0035).
 */
export async function syncFolder(context: EngineContext, store: Store): Promise<Result<Synced>> {
  const start = readSharing(store.db);
  if (!start) return fail('notFound', 'No shared folder is chosen; choose one first.');
  const { folder } = start;
  if (!existsSync(folder)) {
    const sentence = `The shared folder ${folder} cannot be reached now, and nothing was lost; connect its disk or network drive, and exchange again.`;
    keepSharing(store.db, (sharing) => ({ ...sharing, problem: sentence }));
    return fail('notFound', sentence, folder);
  }
  const names = listBundles(folder);
  noteAbsence(store, names);
  const reading = beginReading(context, store, folder);
  const applied = await readFolder(reading, names);
  let lost: string | null = null;
  try {
    // Before the bundles that name it.
    lost = await shareEvidence(context, store, folder, readSharing(store.db)?.releases ?? []);
  } catch (error) {
    if (!context.signal.aborted) throw error;
  }
  if (context.signal.aborted) return fail('cancelled', stoppedSentence);
  const sent = await writeFolder(context, store, names);
  if (!sent.ok) {
    keepSharing(store.db, (sharing) => ({ ...sharing, problem: sent.error.message }));
    return sent;
  }
  keepSharing(store.db, (sharing) => ({ ...sharing, lastSync: context.stamps.now(), problem: lost }));
  const waiting = waitingIn(store.db).length;
  return ok({ applied, sent: sent.value, waiting, conflicts: reading.conflicts(), problem: lost, ...reading.told() });
}
