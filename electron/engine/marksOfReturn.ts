import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { sideOf, sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { isMerged } from '../store/knowledge.ts';
import { readEntry } from '../store/ledger.ts';
import { readRemovedIn, type StoredRecord } from '../store/records.ts';
import type { ChangeSet } from './changeSet.ts';
import type { Fields } from './fields.ts';
import { marksForThem } from './judge.ts';

/**
 * The marks of a removed record that this one is about to bring back. One of the other side's stands again by this one's word,
 * and awaits its owner's; what one's own side took away, or one's own, comes back as it stood.
 */
export function marksOfReturn(
  set: ChangeSet,
  kind: RecordKind,
  { id, fields }: Pick<StoredRecord, 'id' | 'fields'>,
): Fields {
  const mine = sideOfAuthority(set.role);
  if (mine === null) return {};
  const removedIn = readRemovedIn(set.db, kind, id);
  const removal = removedIn === null ? null : readEntry(set.db, removedIn);
  // What a merge removed is told under the name of whoever took the bundle in.
  const isOurs = removal !== null && sideOf(removal.organisation) === mine;
  if (isOurs && !isMerged(set.db, removal.seq)) return {};
  return marksForThem(set, kind, fields);
}
