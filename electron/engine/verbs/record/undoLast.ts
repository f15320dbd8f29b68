import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { type ChangeGroup, hasMerged, lastStanding } from '../../../store/changeGroups.ts';
import type { ReadableDb } from '../../../store/db.ts';
import { readRemovedReleases } from '../../../store/facts.ts';
import { readEntry } from '../../../store/ledger.ts';
import type { Change, ChangeSet } from '../../changes.ts';
import { findEvenRemoved, removedInWords } from '../../releaseByName.ts';
import { takeBack } from '../../takeBack.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const recordUndoLast = storeVerb('record.undoLast', (context, store, { release, onBehalf, ...asker }) => {
  const found = findEvenRemoved(store.db, release);
  if (!found.ok) return found;
  const last = lastStanding(store.db, found.value.id);
  if (!last)
    return fail(
      'notFound',
      hasMerged(store.db, found.value.id)
        ? `There is nothing to take back in ${found.value.name}: of what was changed in this store, nothing still stands; what an exchange brought is taken back by whoever sent it.`
        : `There is nothing to take back in ${found.value.name}: of what was changed in this store, nothing still stands.`,
      release,
    );
  const unseen = removedByOthers(store.db, found.value.id, last);
  if (unseen !== null) return fail('conflict', unseen, release);
  const made = readEntry(store.db, last.entry);
  if (!made) return fail('storeCorrupt', `Entry ${last.entry} of the history is missing; run “store check”.`);
  const { id } = found.value;
  const work = (set: ChangeSet) => {
    const taken = takeBack(set, last.entry, last.through);
    // A change may be one of several releases; the answer is about the one that was asked for.
    return taken.ok ? ok(taken.value.toSorted((left, right) => isOf(id, right) - isOf(id, left))) : taken;
  };
  const done = change(context, store, asker, work, { onBehalf, restates: true, takesBack: last.entry });
  if (!done.ok) return done;
  const { actor: by, organisation, at } = made;
  return ok({ ...done.value, takenBack: { by, organisation, at } });
});

/**
 * Why nothing is taken back in a release that is removed: its removal came from elsewhere, and whatever else were taken back
 * would change it where nobody sees it. Null: it lives, or its removal is what is taken back.
 */
function removedByOthers(db: ReadableDb, id: string, { entry, through }: ChangeGroup): string | null {
  const gone = readRemovedReleases(db).find((one) => one.id === id);
  if (!gone) return null;
  for (let seq = entry; seq <= through; seq += 1) {
    const one = readEntry(db, seq);
    if (one?.action === 'remove' && one.recordId === id) return null;
  }
  return removedInWords(db, gone);
}

function isOf(releaseId: string, change: Change): number {
  return Number(change.releaseId === releaseId);
}
