import { ok } from '../../../../shared/domain/foundation/result.ts';
import { removeRecord } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Takes a wrong release away: the history keeps it, and it can be brought back. */
export const releaseRemove = storeVerb('release.remove', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name } = found.value;
  const written = write(context, store, { onBehalf: input.onBehalf }, (set) => removeRecord(set, 'release', id));
  return written.ok ? ok({ id, name, entry: written.value.entry, through: written.value.through }) : written;
});
