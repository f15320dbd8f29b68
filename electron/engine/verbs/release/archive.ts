import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { archiveRelease } from '../../archiveRelease.ts';
import type { ChangeSet } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { write } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/** Puts a release out of the daily list, or back; nothing of it is lost. */
export const releaseArchive = storeVerb('release.archive', (context, store, input) => {
  const found = findRelease(store.db, input.release);
  if (!found.ok) return found;
  const { id, name, archived } = found.value;
  if (archived === input.archived) {
    return fail('conflict', `${name} is ${archived ? 'already' : 'not'} archived.`, name);
  }
  const work = (set: ChangeSet) => ok(archiveRelease(set, found.value, input.archived));
  const written = write(context, store, { allowed: 'sides' }, work);
  return written.ok ? ok({ id, name, entry: written.value.entry, through: written.value.through }) : written;
});
