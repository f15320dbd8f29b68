import type { ReleaseRow } from '../store/facts.ts';
import { markArchived } from '../store/records.ts';
import { type Change, type ChangeSet, noteEvent } from './changes.ts';

/** Puts a release out of the daily list, or back into it. */
export function archiveRelease(set: ChangeSet, { id, name }: ReleaseRow, archived: boolean): Change {
  const seq = noteEvent(set, archived ? 'archive' : 'unarchive', id, name, null);
  markArchived(set.db, id, archived ? seq : null);
  return { kind: 'release', id, releaseId: id, seq };
}
