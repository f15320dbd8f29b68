import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { hasMerged, lastStanding } from '../../../store/changeGroups.ts';
import { readEntry } from '../../../store/ledger.ts';
import type { Change, ChangeSet } from '../../changes.ts';
import { findEvenRemoved } from '../../releaseByName.ts';
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

function isOf(releaseId: string, change: Change): number {
  return Number(change.releaseId === releaseId);
}
