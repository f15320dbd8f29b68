import { isDeepStrictEqual } from 'node:util';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import { withTogether } from '../../shared/domain/merge/together.ts';
import { followAcceptance, whoInWords, withoutUnsaidAcceptance } from '../../shared/domain/records/acceptance.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { type Authority, type Keeper, keeperOf, sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { isAllOnBehalf, type Mark, marksAfter, marksOf } from '../../shared/domain/roles/onBehalf.ts';
import { type ChangeSet, nameOf } from './changeSet.ts';
import type { Fields } from './fields.ts';

/*
 * Every change of facts is judged here before it is written: whose it is, whether it is recorded for the other side, and
 * what follows from it (an acceptance that was of other content). Nothing reaches the store past these three functions.
 */

/** What of a hand decides: a row that is only looked at yet is judged like one that is written. */
export type Judging = Pick<ChangeSet, 'role' | 'onBehalf' | 'actor' | 'today' | 'restates' | 'leadsBack' | 'leftOut'>;

/** The fields to write for a new record; fails with notAllowed, naming whom to ask. */
export function judgeAddition(set: Judging, kind: RecordKind, fields: Fields): Result<Fields> {
  const allowed = isUnasked(set.role) ? withoutOwnWords(set, kind, null, fields) : ownAddition(set, kind, fields);
  return allowed.ok ? ok({ ...allowed.value, ...following(set, kind, null, allowed.value) }) : allowed;
}

/** The fields that an edit writes: those that differ, those that their owner confirms, the marks, and what follows. */
export function judgeEdit(set: Judging, kind: RecordKind, before: Fields, asked: Fields): Result<Fields> {
  const isOfFile = kind === 'evidence' && set.restates && set.leadsBack !== true;
  const fields = isOfFile ? withoutUnsaidAcceptance(before, asked) : asked;
  const allowed = isUnasked(set.role)
    ? withoutOwnWords(set, kind, before, differing(before, fields))
    : ownEdit(set, kind, before, fields);
  if (!allowed.ok) return allowed;
  const more = following(set, kind, before, { ...before, ...allowed.value });
  if ('status' in more && 'status' in allowed.value && more.status !== allowed.value.status)
    set.leftOut?.push(`${kind}:${nameOf(kind, before)}#status`);
  const written = Object.entries(allowed.value).filter(([field]) => !(field in more));
  return ok(withTogether(kind, before, { ...Object.fromEntries(written), ...differing(before, more) }));
}

/**
 * Removing and bringing back: whose the record is. For the other side it is done where that is asked for by name, and
 * where all of the record was recorded for it. What a file leaves out when it replaces a release asks for no removal.
 */
export function judgeRemoval(set: Judging, kind: RecordKind, fields: Fields): Result<null> {
  const { role } = set;
  if (isUnasked(role)) return ok(null);
  const keepers = [
    keeperOf(role, kind, namingField(kind), fields, fields),
    keeperOf(role, kind, 'signedOff', fields, {}),
    keeperOf(role, kind, 'signatures', fields, {}),
  ].filter((one) => one !== null);
  const [keeper] = keepers;
  if (!keeper) return ok(null);
  const mine = sideOfAuthority(role);
  const theirs = mine === 'DCC' ? 'SECAS' : 'DCC';
  const ownWord = keepers.find(({ onBehalf }) => onBehalf === null);
  const isForThem = set.onBehalf && set.leftOut === null;
  if (mine !== null && ((isForThem && !ownWord) || isAllOnBehalf(fields, theirs))) return ok(null);
  return fail('notAllowed', (ownWord && isForThem ? ownWord : keeper).sentence, kind);
}

/** The marks of a record of the other side's whose fields this one states anew for it; nothing where it is its own. */
export function marksForThem(set: Judging, kind: RecordKind, fields: Fields): Fields {
  const { role } = set;
  if (isUnasked(role) || !keeperOf(role, kind, namingField(kind), fields, fields)) return {};
  const marks = marksOf(fields);
  const fresh = statedIn(kind, fields).flatMap((field) => {
    const keeper = marks.some((mark) => mark.field === field) ? null : keeperOf(role, kind, field, fields, fields);
    const mark = keeper && markFor(set, field, keeper);
    return mark ? [mark] : [];
  });
  return fresh.length > 0 ? { onBehalf: marksAfter(marks, [], fresh) } : {};
}

/** Nobody has to be asked whose it is: it was judged where it was written, or nobody is named who could be judged. */
function isUnasked(role: Authority | null): role is 'unnamed' | null {
  return role === null || role === 'unnamed';
}

/**
 * What nobody in particular writes: a side's own word (an acceptance, a recommendation, a sign-off) was given by somebody,
 * so it is refused, or left out of a file that replaces a release. Taking a change back gives no word; it restores one.
 */
function withoutOwnWords(set: Judging, kind: RecordKind, before: Fields | null, fields: Fields): Result<Fields> {
  if (set.role === null || (set.restates && set.leftOut === null)) return ok(fields);
  const kept: Record<string, unknown> = { ...fields };
  const after = { ...before, ...fields };
  for (const [field, value] of Object.entries(fields)) {
    if (before === null && value === null) continue;
    const keeper = keeperOf(set.role, kind, field, before ?? {}, after);
    if (!keeper) continue;
    if (set.leftOut === null) return fail('notAllowed', keeper.sentence, field);
    if (before === null) kept[field] = null;
    else delete kept[field];
    set.leftOut.push(`${kind}:${nameOf(kind, after)}#${field}`);
  }
  return ok(kept);
}

/**
 * A new record's fields are asked for one by one. Evidence may be recorded by whoever received it, whoever provided it;
 * once it is there it is its provider's.
 */
function ownAddition(set: Judging, kind: RecordKind, fields: Fields): Result<Fields> {
  const judged = kind === 'evidence' ? { ...fields, provider: null } : fields;
  const isOurs = set.role && !keeperOf(set.role, kind, namingField(kind), {}, judged);
  const kept: Record<string, unknown> = { ...fields };
  const marks: Mark[] = [];
  for (const field of statedIn(kind, fields)) {
    const keeper = set.role && keeperOf(set.role, kind, field, {}, judged);
    if (!keeper) continue;
    const mark = markFor(set, field, keeper);
    if (mark) marks.push(mark);
    else if (set.leftOut === null || !isOurs) return fail('notAllowed', keeper.sentence, kind);
    else {
      kept[field] = null;
      set.leftOut.push(`${kind}:${nameOf(kind, fields)}#${field}`);
    }
  }
  return ok({ ...kept, onBehalf: marksAfter([], [], marks) });
}

/**
 * A file that replaces a release states marks, too: what stands here with the same mark is not confirmed by it, and what its
 * owner wrote, here or by this file, is marked by nobody (`shared/domain/merge/winner.ts`): then the mark is left out.
 */
function ownEdit(set: Judging, kind: RecordKind, before: Fields, fields: Fields): Result<Fields> {
  const after = { ...before, ...fields };
  const marks = marksOf(before);
  const stated = set.leftOut === null ? [] : marksOf(fields);
  const kept: Record<string, unknown> = {};
  const fresh: Mark[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'onBehalf') continue;
    const differs = !isDeepStrictEqual(before[field] ?? null, value ?? null);
    const statedMark = stated.find((mark) => mark.field === field);
    const isMarked = marks.some((mark) => mark.field === field);
    if (!differs && isMarked === (statedMark !== undefined)) continue;
    const keeper = set.role && keeperOf(set.role, kind, field, before, after);
    if (statedMark && (!keeper || !differs)) set.leftOut?.push(`${kind}:${nameOf(kind, before)}#onBehalf`);
    if (!differs && (keeper || statedMark)) continue;
    const mark = keeper ? markFor(set, field, keeper) : null;
    if (keeper && !mark) {
      if (set.leftOut === null) return fail('notAllowed', keeper.sentence, field);
      set.leftOut.push(`${kind}:${nameOf(kind, before)}#${field}`);
      continue;
    }
    kept[field] = value;
    if (mark) fresh.push(mark);
  }
  if (Object.keys(kept).length === 0) return ok({});
  const onBehalf = marksAfter(marks, Object.keys(kept), fresh);
  // Said anew for each value, so that its owner, who may have taken the last one over elsewhere, is told of this one too.
  const isSaid = fresh.length > 0 || !isDeepStrictEqual(onBehalf ?? [], marks);
  return ok(isSaid ? { ...kept, onBehalf } : kept);
}

/** The mark of a field that is recorded for whoever keeps it; null where that was not asked for, or nobody can. */
export function markFor(set: Judging, field: string, keeper: Keeper): Mark | null {
  if (!set.onBehalf || keeper.onBehalf === null) return null;
  return { field, by: whoInWords(set.actor), for: keeper.onBehalf, on: set.today };
}

function following(set: Judging, kind: RecordKind, before: Fields | null, after: Fields): Fields {
  if (kind !== 'evidence') return {};
  const { actor, today: on, restates, leadsBack = false } = set;
  return followAcceptance(before, after, { actor, on, restates, leadsBack });
}

function differing(before: Fields, fields: Fields): Fields {
  const changed = Object.entries(fields).filter(
    ([name, value]) => !isDeepStrictEqual(before[name] ?? null, value ?? null),
  );
  return Object.fromEntries(changed);
}

/** The fields that say something; a criterion without evidence says nothing for its owner yet. */
function statedIn(kind: RecordKind, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === null || name === 'onBehalf' || (kind === 'criterion' && value === 'notSubmitted') ? [] : [name],
  );
}

/** The field by which a record is somebody's. */
function namingField(kind: RecordKind): string {
  return kind === 'release' ? 'name' : kind === 'evidence' ? 'title' : 'reference';
}
