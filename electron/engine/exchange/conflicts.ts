import type { KnownConflict } from '../../../shared/contract/exchange.ts';
import { entryOf } from '../../../shared/domain/catalogue/entries.ts';
import { fail, ok, type Result } from '../../../shared/domain/foundation/result.ts';
import { uncapitalise } from '../../../shared/domain/foundation/words.ts';
import { authorOf, nameOfRecord } from '../../../shared/domain/merge/conflicts.ts';
import { isOpenIn } from '../../../shared/domain/merge/openConflicts.ts';
import type { Author, Choice, Conflict, LocalEdit } from '../../../shared/domain/merge/plan.ts';
import { asEntered, differenceOf, goesWith, isSameThing, makerOf } from '../../../shared/domain/merge/sameThing.ts';
import type { RecordState, Stamp } from '../../../shared/domain/merge/state.ts';
import { sameValue, writtenWith } from '../../../shared/domain/merge/winner.ts';
import type { RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import type { ReadableDb } from '../../store/db.ts';
import { createStateReader, type StateReader } from '../../store/exchange.ts';
import { settledByPurge } from '../../store/ledgerTexts.ts';
import { type NotedConflict, noteChoice, readNotedConflicts } from '../../store/notedConflicts.ts';
import { isTakenOut } from '../../store/purge/applyPurges.ts';
import { readRecord } from '../../store/records.ts';
import { type Change, type ChangeSet, checkFields } from '../changes.ts';
import { judgeEdit, judgeRemoval } from '../judge.ts';
import { editWithPointers } from '../saveRecord.ts';
import { writeEdits } from './applyPlan.ts';
import { type FoundTaken, findOpen, findTaken, settleTaken } from './takenTwice.ts';

/** With what `settleConflict` needs to write. */
interface FoundConflict extends KnownConflict, Pick<NotedConflict, 'type' | 'id' | 'taken'> {
  /** The two records of one thing, of which the one goes that is not chosen; null: it is none. */
  readonly goes: Pick<Conflict, 'mine' | 'theirs'> | null;
}

/** Every conflict that an exchange brought to light here, newest first. */
export function listConflicts(db: ReadableDb, releaseId: string): readonly KnownConflict[] {
  return findConflicts(db, releaseId).map(
    ({ type: _type, id: _id, taken: _taken, goes: _goes, ...conflict }) => conflict,
  );
}

/**
 * Open: nobody wrote there since, here or elsewhere; of several that were met in one register the last one, which knows
 * what stands there now. A reference that was taken twice is open until somebody says whose record has it.
 */
function findConflicts(db: ReadableDb, releaseId: string): readonly FoundConflict[] {
  const reader = createStateReader(db, releaseId);
  const registers = new Set<string>();
  return readNotedConflicts(db, releaseId).map((row) => {
    // A reference is between two records, and several may want the same one.
    const register = row.taken ? `${row.taken.mine.id} ${row.taken.theirs.id}` : `${row.id}#${row.field}`;
    const isLast = !registers.has(register);
    registers.add(register);
    if (row.type === 'sameThing') return { ...row, ...bothRecords(db, reader, row.kind, row), goes: row };
    if (row.taken) {
      const found = isLast && row.chosen === null ? findOpen(db, releaseId, reader, row) : null;
      return { ...row, ...bothNames(reader, row, row.taken, found), goes: null };
    }
    const state = reader.state(row.kind, row.id);
    return {
      ...row,
      record: nameNow(db, row),
      mineBy: writerOf(state, row, row.mine),
      theirsBy: writerOf(state, row, row.theirs),
      isOpen: isLast && state !== null && isStillOpen(db, releaseId, row, state),
      goes: null,
    };
  });
}

/** The record as it is called now; it may have been renamed since. */
function nameNow(db: ReadableDb, { kind, id, record }: NotedConflict): string {
  const stored = readRecord(db, kind, id);
  return stored ? nameOfRecord(kind, stored.fields) : record;
}

function isStillOpen(db: ReadableDb, releaseId: string, row: NotedConflict, state: RecordState): boolean {
  if (row.type === 'sameKey') return row.chosen === null && findTaken(db, releaseId, row) !== null;
  return isOpenIn(state, row.type, row.field) && !isSettledByPurge(db, row);
}

/** A reference that two took, as the two records are called now. @param found null: nobody may choose any more */
function bothNames(
  reader: StateReader,
  row: NotedConflict,
  taken: NonNullable<NotedConflict['taken']>,
  found: FoundTaken | null,
) {
  const madeBy = ({ id }: { readonly id: string }) => authorOf(firstStamp(reader.state(row.kind, id)));
  return {
    mine: found?.mine.reference ?? row.mine,
    theirs: found?.theirs.reference ?? row.theirs,
    mineBy: madeBy(taken.mine),
    theirsBy: madeBy(taken.theirs),
    isOpen: found !== null,
  };
}

/** Whoever wrote first of what stands in the record: its reference was written by whoever joined the two. */
function firstStamp(state: RecordState | null): Stamp | undefined {
  const stamps = [...(state?.life ?? []), ...[...(state?.fields.values() ?? [])].flat()].map(({ stamp }) => stamp);
  return stamps.reduce<Stamp | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined);
}

/** One thing that two entered, as the two records read now; open while both stay and are one thing. */
function bothRecords(
  db: ReadableDb,
  reader: StateReader,
  kind: RecordKind,
  ids: { readonly mine: unknown; readonly theirs: unknown },
) {
  const [mine, theirs] = [readRecord(db, kind, String(ids.mine)), readRecord(db, kind, String(ids.theirs))];
  const [left, right] = [asEntered(kind, mine?.fields ?? {}), asEntered(kind, theirs?.fields ?? {})];
  const madeBy = (id: unknown) => authorOf(makerOf(reader.state(kind, String(id))) ?? undefined);
  return {
    mine: differenceOf(left, right),
    theirs: differenceOf(right, left),
    mineBy: madeBy(ids.mine),
    theirsBy: madeBy(ids.theirs),
    isOpen: mine?.removed === false && theirs?.removed === false && isSameThing(kind, left, right),
  };
}

/** Whoever wrote this value, as long as nobody has written over it; of a removal, whoever removed. */
function writerOf(state: RecordState | null, { type, field }: Pick<NotedConflict, 'type' | 'field'>, value: unknown) {
  if (!state) return null;
  const found: Author | null =
    type === 'life'
      ? authorOf(value === true ? state.life.find(({ alive }) => !alive)?.stamp : undefined)
      : authorOf(state.fields.get(field)?.find((version) => sameValue(version.value, value))?.stamp);
  return found;
}

/** Somebody decides an open conflict later: a write of our own, which goes to the other side like any other. */
export function settleConflict(set: ChangeSet, releaseId: string, number: number, choice: Choice): Result<Change> {
  const conflict = findConflicts(set.db, releaseId).find((one) => one.number === number);
  if (conflict?.type === 'field' && readRecord(set.db, conflict.kind, conflict.id)?.removed)
    return fail(
      'conflict',
      `${conflict.record} was removed, so there is nothing to settle; restore it first.`,
      conflict.field,
    );
  if (conflict && isSettledByPurge(set.db, conflict))
    return fail(
      'conflict',
      `${conflict.record} was taken out for good, so there is nothing to settle of its ${uncapitalise(entryOf(conflict.kind, conflict.field)?.facts.label ?? conflict.field)}.`,
      conflict.field,
    );
  if (!conflict?.isOpen) return settledAlready(number);
  const { kind, field } = conflict;
  if (conflict.type === 'sameKey') return settleReference(set, releaseId, conflict, choice);
  const chosen = conflict.goes
    ? removalOf(set, conflict, conflict.goes, choice)
    : editOf(set, releaseId, conflict, choice);
  if (!chosen.ok) return chosen;
  const edit = chosen.value;
  const seq = writeEdits(set, kind as RecordKind, releaseId, [edit], `settled ${conflict.record}#${field}`);
  const named = conflict.goes ? nameAsEntered(set, kind, String(conflict.goes[choice])) : ok(null);
  if (!named.ok) return named;
  noteChoice(set.db, number, choice);
  return ok({ kind, id: edit.id, releaseId, seq });
}

function settleReference(set: ChangeSet, releaseId: string, conflict: FoundConflict, choice: Choice): Result<Change> {
  const settled = settleTaken(set, releaseId, conflict, choice);
  if (!settled.ok) return settled;
  noteChoice(set.db, conflict.number, choice);
  const last = settled.value.at(-1);
  return last ? ok(last) : settledAlready(conflict.number);
}

/** What was taken out for good is nobody's to choose, and its words must not be written again. */
function isSettledByPurge(db: ReadableDb, { kind, id, field }: Pick<NotedConflict, 'kind' | 'id' | 'field'>): boolean {
  return kind === 'evidence' && settledByPurge.has(field) && isTakenOut(db, id);
}

function settledAlready(number: number): Result<never> {
  return fail('conflict', 'This conflict is settled already; change the field itself.', String(number));
}

/** Of one thing that two entered, the record that was not chosen goes, by whoever may remove it. */
function removalOf(
  set: ChangeSet,
  { kind }: FoundConflict,
  goes: Pick<Conflict, 'mine' | 'theirs'>,
  choice: Choice,
): Result<LocalEdit> {
  const id = goesWith(goes, choice);
  const judged = judgeRemoval(set, kind, readRecord(set.db, kind, id)?.fields ?? {});
  return judged.ok ? ok({ kind, id, fields: {}, alive: false }) : judged;
}

/** The one that stays is called as it was entered, and so is everything that names it. */
function nameAsEntered(set: ChangeSet, kind: RecordKind, id: string): Result<unknown> {
  const fields = readRecord(set.db, kind, id)?.fields ?? {};
  const renamed = differenceOf(asEntered(kind, fields), fields);
  return Object.keys(renamed).length === 0 ? ok(null) : editWithPointers(set, kind, id, renamed);
}

function editOf(set: ChangeSet, releaseId: string, conflict: FoundConflict, choice: Choice): Result<LocalEdit> {
  const { kind, id, field, type } = conflict;
  const value = choice === 'mine' ? conflict.mine : conflict.theirs;
  const state = createStateReader(set.db, releaseId).state(kind, id);
  const written = state && writtenWith(state, field, value);
  if (type === 'field' && !written) return settledAlready(conflict.number);
  const checked = type === 'life' ? ok({}) : checkFields(kind, written ?? { [field]: value }, true);
  if (!checked.ok) return checked;
  const current = readRecord(set.db, kind, id)?.fields ?? {};
  const judged =
    type === 'life' && value === true ? judgeRemoval(set, kind, current) : judgeEdit(set, kind, current, checked.value);
  if (!judged.ok) return judged;
  return ok({ kind, id, fields: { ...checked.value, ...judged.value }, alive: type === 'life' ? !value : null });
}
