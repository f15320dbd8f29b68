import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { branchName } from '../../../../shared/domain/merge/branches.ts';
import { type HeldRelease, joinReleases, type ReleaseJoin } from '../../../../shared/domain/merge/joinReleases.ts';
import type { ReadableDb } from '../../../store/db.ts';
import type { ReleaseRow } from '../../../store/facts.ts';
import { readFinalPacks } from '../../../store/finalPacks.ts';
import { readRecord, readRecords } from '../../../store/records.ts';
import { type ChangeSet, checkFields, createRecord, editRecord, removeRecord } from '../../changes.ts';
import { findRelease } from '../../releaseByName.ts';
import { transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Makes one release of two that were set up for the same slot on both sides. The one with the lower id stays, so that two
 * who join at once keep the same one, and what goes over gets an id that follows from its own. The other is removed: the
 * history keeps it whole, with every value that was not chosen.
 */
export const releaseJoin = storeVerb('release.join', (context, store, input) => {
  const [mine, theirs] = [findRelease(store.db, input.release), findRelease(store.db, input.other)];
  if (!mine.ok) return mine;
  if (!theirs.ok) return theirs;
  if (mine.value.id === theirs.value.id)
    return fail(
      'invalidInput',
      `Both names are those of ${mine.value.name}; name another release to join it with.`,
      input.other,
    );
  const isMine = mine.value.id < theirs.value.id;
  const [stays, goes] = isMine ? [mine.value, theirs.value] : [theirs.value, mine.value];
  const plan = (db: ReadableDb) => joinReleases(held(db, stays), held(db, goes), isMine, input.choices);
  if (input.dryRun) return ok(answer(stays, goes, plan(store.db)));
  const work = (set: ChangeSet) => {
    if (readFinalPacks(set.db, goes.id).length > 0)
      return fail(
        'conflict',
        `A final pack of ${goes.name} was issued, so it cannot go into another release.`,
        goes.id,
      );
    const join = plan(set.db);
    const [stray] = join.strayChoices;
    if (stray !== undefined)
      return fail(
        'invalidInput',
        `The two releases do not differ in “${stray}”, so there is nothing to choose.`,
        stray,
      );
    const written = writeJoin(set, stays, goes, join);
    return written.ok ? ok(answer(stays, goes, join)) : written;
  };
  return transact(context, store, work, { allowed: 'sides', restates: true });
});

function held(db: ReadableDb, { id }: ReleaseRow): HeldRelease {
  return {
    release: { id, fields: readRecord(db, 'release', id)?.fields ?? {} },
    records: (kind) => readRecords(db, kind, id),
  };
}

function writeJoin(set: ChangeSet, stays: ReleaseRow, goes: ReleaseRow, join: ReleaseJoin): Result<null> {
  set.range.releaseId = stays.id;
  for (const { kind, id, fields } of join.edited) {
    const checked = checkFields(kind, fields, true);
    const edited = checked.ok ? editRecord(set, kind, id, checked.value) : checked;
    if (!edited.ok) return edited;
  }
  for (const { kind, from, fields } of join.added) {
    // Whoever joins states it; who recorded it for whom before stays in the history of the one that goes.
    const stated = { ...fields, onBehalf: null };
    const made = createRecord(set, kind, { id: idIn(stays.id, from), releaseId: stays.id }, stated);
    if (!made.ok) return made;
  }
  const removed = removeRecord(set, 'release', goes.id);
  return removed.ok ? ok(null) : removed;
}

/** The same wherever the two are joined. */
function idIn(releaseId: string, from: string): string {
  return branchName(createHash('sha256').update(`${releaseId}/${from}`).digest('hex'));
}

function answer(stays: ReleaseRow, goes: ReleaseRow, { added, edited, differences }: ReleaseJoin) {
  return {
    id: stays.id,
    name: stays.name,
    removed: goes.id,
    added: added.length,
    changed: edited.length,
    differences: [...differences],
  };
}
