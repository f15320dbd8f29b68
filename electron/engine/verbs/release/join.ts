import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../../../shared/domain/foundation/result.ts';
import { branchName } from '../../../../shared/domain/merge/branches.ts';
import { nameOfRecord } from '../../../../shared/domain/merge/conflicts.ts';
import {
  type HeldRelease,
  type JoinedRecord,
  joinReleases,
  type ReleaseJoin,
} from '../../../../shared/domain/merge/joinReleases.ts';
import { type Authority, keeperOf, sideOfAuthority } from '../../../../shared/domain/roles/mayChange.ts';
import { type Mark, marksAfter, marksOf } from '../../../../shared/domain/roles/onBehalf.ts';
import type { ReadableDb } from '../../../store/db.ts';
import type { ReleaseRow } from '../../../store/facts.ts';
import { readFinalPacks } from '../../../store/finalPacks.ts';
import { readRecord, readRecords } from '../../../store/records.ts';
import { type ChangeSet, checkFields, createRecord, editRecord, removeRecord } from '../../changes.ts';
import type { Fields } from '../../fields.ts';
import { markFor } from '../../judge.ts';
import { findRelease } from '../../releaseByName.ts';
import { refusalOf, transact } from '../../transact.ts';
import { storeVerb } from '../../verb.ts';

/**
 * Makes one release of two that were set up for the same slot on both sides. The one with the lower id stays, so that two
 * who join at once keep the same one, and what goes over gets an id that follows from its own. The other is removed: the
 * history keeps it whole, with every value that was not chosen. What was recorded on its owner's behalf stays marked, and so
 * is what this side chooses of the other's. A dry run is refused by what refuses the join.
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
  const plan = (db: ReadableDb) => {
    const join = joinReleases(held(db, stays), held(db, goes), isMine, input.choices);
    return whyNot(db, stays, goes, join) ?? ok(join);
  };
  const asked = { allowed: 'sides', restates: true, onBehalf: input.onBehalf } as const;
  const role = context.role();
  if (input.dryRun) {
    const refused = refusalOf(context, asked);
    if (refused) return refused;
    const join = plan(store.db);
    if (!join.ok) return join;
    const judging = { actor: context.actor(), today: context.today(), onBehalf: input.onBehalf === true };
    for (const record of join.value.edited) {
      const judged = judgeJoined({ db: store.db, role, ...judging }, record, true);
      if (!judged.ok) return judged;
    }
    return ok(answer(stays, goes, join.value));
  }
  const work = (set: ChangeSet) => {
    const join = plan(set.db);
    if (!join.ok) return join;
    const written = writeJoin(set, role, stays, goes, join.value);
    return written.ok ? ok(answer(stays, goes, join.value)) : written;
  };
  return transact(context, store, work, asked);
});

/** Why two cannot be joined so; null: they can. */
function whyNot(
  db: ReadableDb,
  stays: ReleaseRow,
  goes: ReleaseRow,
  { strayChoices: [stray] }: ReleaseJoin,
): Result<never> | null {
  if (stays.archived)
    return fail(
      'conflict',
      `${stays.name}, which would stay, is in the archive, and ${goes.name} would go there with it; take it out of the archive first.`,
      stays.id,
    );
  if (readFinalPacks(db, goes.id).length > 0)
    return fail('conflict', `A final pack of ${goes.name} was issued, so it cannot go into another release.`, goes.id);
  if (stray === undefined) return null;
  return fail('invalidInput', `The two releases do not differ in “${stray}”, so there is nothing to choose.`, stray);
}

function held(db: ReadableDb, { id }: ReleaseRow): HeldRelease {
  return {
    release: { id, fields: readRecord(db, 'release', id)?.fields ?? {} },
    records: (kind) => readRecords(db, kind, id),
  };
}

/** Who joins, and what of that decides whether they may. */
type Joiner = Pick<ChangeSet, 'actor' | 'today' | 'onBehalf'> & {
  readonly db: ReadableDb;
  readonly role: Authority;
};

/** What stays to be confirmed: whoever joins states what is its own side's. */
const awaited = (role: Authority, marks: readonly Mark[]) => marks.filter((mark) => mark.for !== sideOfAuthority(role));

/**
 * The fields to write in a record of the release that stays. Where both state something, the choice is its owner's, so the
 * other side makes it on behalf only; what was recorded for its owner before is still to be confirmed.
 * @param isOpen nobody has chosen yet, so that a side's own word that stands by default may still be chosen otherwise
 */
function judgeJoined(by: Joiner, { kind, id, fields, replaced, marks }: JoinedRecord, isOpen: boolean): Result<Fields> {
  const before = readRecord(by.db, kind, id)?.fields ?? {};
  const after = { ...before, ...fields };
  const fresh: Mark[] = [];
  for (const field of Object.keys(fields)) {
    const over = replaced.get(field);
    const keeper = over ? keeperOf(by.role, kind, field, before, after) : null;
    const mark = keeper
      ? markFor({ ...by, restates: true, leftOut: null }, field, keeper)
      : (awaited(by.role, marks).find((one) => one.field === field) ?? null);
    const isStillOpen = isOpen && by.onBehalf && over?.isChosen === false;
    if (keeper && !mark && !isStillOpen)
      return fail('notAllowed', keeper.sentence, `${nameOfRecord(kind, before)}#${field}`);
    if (mark) fresh.push(mark);
  }
  return ok({ ...fields, onBehalf: marksAfter(marksOf(before), Object.keys(fields), fresh) });
}

function writeJoin(
  set: ChangeSet,
  role: Authority,
  stays: ReleaseRow,
  goes: ReleaseRow,
  join: ReleaseJoin,
): Result<null> {
  set.range.releaseId = stays.id;
  for (const record of join.edited) {
    const judged = judgeJoined({ ...set, role }, record, false);
    const checked = judged.ok ? checkFields(record.kind, judged.value, true) : judged;
    const edited = checked.ok ? editRecord(set, record.kind, record.id, checked.value) : checked;
    if (!edited.ok) return edited;
  }
  for (const { kind, from, fields } of join.added) {
    const stated = { ...fields, onBehalf: marksAfter(awaited(role, marksOf(fields)), [], []) };
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
