import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { markArchived } from '../../../store/records.ts';
import { noteEvent } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Puts a release out of the daily list, or back; nothing of it is lost. */
export const releaseArchive = storeVerb('release.archive', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name, archived } = found.value;
  if (archived === input.archived) {
    return fail('conflict', `${name} is ${archived ? 'already' : 'not'} archived.`, name);
  }
  return transact(
    context,
    store,
    (set) => {
      const seq = noteEvent(set, input.archived ? 'archive' : 'unarchive', id, name, null);
      markArchived(set.db, id, input.archived ? seq : null);
      return ok({ id });
    },
    'sides',
  );
});
