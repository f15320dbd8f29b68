import { fail } from '../../../../shared/domain/foundation/result.ts';
import { lastStanding } from '../../../store/changeGroups.ts';
import type { ChangeSet } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { takeBack } from '../../takeBack.ts';
import { change } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

export const recordUndoLast = storeVerb('record.undoLast', (context, store, { release, onBehalf, ...asker }) => {
  const found = findRelease(store.db, release);
  if (!found.ok) return found;
  const last = lastStanding(store.db, found.value.id);
  if (!last) return fail('notFound', `There is nothing to take back in ${found.value.name}.`, release);
  const work = (set: ChangeSet) => takeBack(set, last.entry, last.through);
  return change(context, store, asker, work, { onBehalf, restates: true, takesBack: last.entry });
});
