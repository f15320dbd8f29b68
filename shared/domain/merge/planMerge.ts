import { inOneGo, type Steps } from '../foundation/steps.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import { contradictions, fieldConflicts, lifeConflict, nameOfRecord } from './conflicts.ts';
import { followingEdit, isOfPaper } from './following.ts';
import { joinRecord } from './join.ts';
import { marksIn } from './marks.ts';
import { heardConflicts } from './openConflicts.ts';
import { outcomeOf } from './outcome.ts';
import type { Choice, Conflict, LocalEdit, MergedRecord, MergeInput, MergePlan } from './plan.ts';
import { type KeyedKind, keyedKinds } from './pointers.ts';
import { mendSameKeys } from './sameKey.ts';
import { findSameThings, goesWith, tellsThings, twiceKinds } from './sameThing.ts';
import type { RecordDelta, RecordState, SeenRecord } from './state.ts';
import { isOfOne, togetherWith } from './together.ts';
import { sameValue, seen, shownOf } from './winner.ts';

const none: ReadonlySet<string> = new Set();

type Fields = Readonly<Record<string, unknown>>;

/**
 * What applying a bundle would do. Pure: the same input gives the same plan, and nothing is changed by asking. In steps, for
 * a bundle may hold a hundred thousand records; whoever leaves time between them sees to it that the input stays.
 */
export function* planMerge(input: MergeInput): Steps<MergePlan> {
  const records = new Map<string, MergedRecord>();
  const conflicts: Conflict[] = [];
  const heard: Conflict[] = [];
  const marked: { readonly id: string; readonly names: readonly string[] }[] = [];
  const edits = editing();
  const used = new Set<string>();
  const choice = (name: string): Choice | null => {
    used.add(name);
    return Object.hasOwn(input.choices, name) ? (input.choices[name] ?? null) : null;
  };
  const sides = { mine: input.known, theirs: input.theirKnowledge };

  for (const delta of input.deltas) {
    yield;
    const mine = input.mine(delta.kind, delta.id);
    const state = joinRecord(mine, delta, sides);
    const merged = mergedRecord(mine, state);
    const record = nameOfRecord(delta.kind, (merged.before ?? merged.after).fields);
    const against = mine ? contradictions(mine, delta, sides, record) : [];
    const isNews = !mine || merged.rewritten.length > 0;
    if (isNews) records.set(delta.id, merged);
    if (isNews && !input.isNewRelease)
      marked.push({ id: delta.id, names: marksIn(merged, mine, record, input.sender ?? null) });
    const met = mine && isNews ? conflictsOf(mine, delta, state, sides, record, input.copies ?? none) : [];
    for (const conflict of [...met, ...against]) {
      if (isOfPaper(state, conflict.field) || input.isGoing?.(delta.id, conflict.field)) continue;
      const asked = choice(`${record}#${conflict.field}`);
      const chosen = input.isTakenOut?.(delta.id, conflict.field) ? null : asked;
      conflicts.push({ ...conflict, chosen });
      // A write into a record that stays removed would bring it back elsewhere, where nobody chose that.
      if (chosen && (merged.after.alive || conflict.type === 'life'))
        edits.add(
          conflict.kind,
          conflict.id,
          chosenEdit(conflict, chosen === 'mine' ? mine : delta, merged.after, chosen),
        );
    }
    if (!isNews) continue;
    for (const one of heardConflicts(mine, delta, state, record))
      if (
        !input.isGoing?.(delta.id, one.field) &&
        ![...met, ...against].some(({ field }) => isOfOne(delta.kind, field, one.field))
      )
        heard.push({ ...one, chosen: null });
  }

  const mending = mendingOf(input, records, edits, choice);
  const kinds = new Set([...records.values()].map(({ state }) => state.kind));
  const merged = [...records.values()];
  const known = { mending, fresh: freshIn(merged), own: input.own ?? null, isNoted: input.isNoted ?? (() => false) };
  for (const kind of [...twiceKinds, ...keyedKinds]) if (kinds.has(kind)) yield* mending.read(kind);
  // What says the same as another record needs no other name either.
  for (const kind of twiceKinds)
    if (kinds.has(kind)) for (const id of findSameThings(kind, known).spare) mending.remove(kind, id);
  for (const kind of keyedKinds) if (kinds.has(kind)) conflicts.push(...mendSameKeys(kind as KeyedKind, mending));

  // What was renamed takes along what names it, which may be another thing then.
  const touched = new Set([...kinds, ...edits.all().map(({ kind }) => kind)]);
  for (const kind of twiceKinds) {
    if (!touched.has(kind)) continue;
    const found = findSameThings(kind, known);
    for (const id of found.spare) mending.remove(kind, id);
    for (const conflict of found.conflicts)
      if (conflict.chosen) mending.remove(kind, goesWith(conflict, conflict.chosen));
    conflicts.push(...found.conflicts);
    heard.push(...found.heard);
  }

  const submittedAgain: Fields[] = [];
  for (const { state, after } of merged) {
    yield;
    if (!after.alive || edits.of(state.id)?.alive === false) continue;
    const joined = { ...after.fields, ...edits.of(state.id)?.fields };
    const follows = followingEdit(state, joined);
    if (!follows) continue;
    edits.add(state.kind, state.id, { alive: null, fields: follows });
    if (state.kind === 'evidence') submittedAgain.push(joined);
  }
  const outcome = outcomeOf(records, edits, input.mine);
  // What says the same as a record that stays is not let in, so nobody need be asked for it.
  const goesAtOnce = (id: string) => edits.of(id)?.alive === false && !records.get(id)?.before;
  return {
    records: merged,
    edits: edits.all(),
    conflicts,
    heard,
    marked: marked.flatMap(({ id, names }) => (goesAtOnce(id) ? [] : names)),
    submittedAgain,
    ...outcome,
    strayChoices: Object.keys(input.choices).filter((name) => !used.has(name)),
  };
}

/** Records that stand here since this merge, or are known by something else since. */
function freshIn(merged: readonly MergedRecord[]): ReadonlySet<string> {
  const fresh = merged.filter(
    ({ state, before, after, changed }) => after.alive && (!before?.alive || tellsThings(state.kind, changed)),
  );
  return new Set(fresh.map(({ state }) => state.id));
}

function mergedRecord(mine: RecordState | null, state: RecordState): MergedRecord {
  const before = mine ? seen(mine) : null;
  const after = seen(state);
  const names = [...state.fields.keys()];
  const changed = names.filter(
    (name) => !before || !sameValue(before.fields[name] ?? null, after.fields[name] ?? null),
  );
  const rewritten = names.filter((name) => mine?.fields.get(name) !== state.fields.get(name));
  if (!mine || mine.life !== state.life) rewritten.push('');
  return { state, before, after, changed, rewritten };
}

function conflictsOf(
  mine: RecordState,
  delta: RecordDelta,
  state: RecordState,
  sides: Parameters<typeof lifeConflict>[2],
  record: string,
  copies: ReadonlySet<string>,
) {
  const life = lifeConflict(mine, state, sides, record);
  return [...fieldConflicts(mine, delta, state, record, copies), ...(life ? [life] : [])];
}

/** @param side the record as the side that was chosen holds it; what it does not tell reads as joined */
function chosenEdit(
  { type, kind, field, ...values }: Omit<Conflict, 'chosen'>,
  side: Pick<RecordState, 'kind' | 'fields'> | null,
  joined: SeenRecord,
  chosen: Choice,
) {
  const value = chosen === 'mine' ? values.mine : values.theirs;
  if (type === 'life') return { alive: !value, fields: {} };
  const others = togetherWith(kind, field).map((name) => {
    const shown = side?.fields.has(name) ? shownOf(side, name)?.value : joined.fields[name];
    return [name, shown ?? null] as const;
  });
  return { alive: null, fields: { ...Object.fromEntries(others), [field]: value } };
}

type Edits = ReturnType<typeof editing>;

function editing() {
  const edits = new Map<string, LocalEdit>();
  return {
    add: (kind: RecordKind, id: string, edit: Pick<LocalEdit, 'alive' | 'fields'>) => {
      const known = edits.get(id);
      const fields = { ...known?.fields, ...edit.fields };
      edits.set(id, { kind, id, fields, alive: edit.alive ?? known?.alive ?? null });
    },
    of: (id: string) => edits.get(id) ?? null,
    all: () => [...edits.values()],
  };
}

/** The release as it will read: ours, overlaid with what was joined and chosen, made only for the kinds that are asked. */
function mendingOf(
  input: MergeInput,
  records: ReadonlyMap<string, MergedRecord>,
  edits: Edits,
  choice: (name: string) => Choice | null,
) {
  const kinds = new Map<RecordKind, Map<string, Fields>>();
  const read = function* (kind: RecordKind): Steps<Map<string, Fields>> {
    const known = kinds.get(kind);
    if (known) return known;
    const all = new Map<string, Fields>();
    for (const { id, fields } of input.living(kind)) {
      yield;
      all.set(id, fields);
    }
    for (const [id, { state, after }] of records) {
      yield;
      if (state.kind !== kind) continue;
      const edit = edits.of(id);
      if (edit?.alive ?? after.alive) all.set(id, { ...after.fields, ...edit?.fields });
      else all.delete(id);
    }
    kinds.set(kind, all);
    return all;
  };
  const living = (kind: RecordKind) => inOneGo(read(kind));
  return {
    read,
    living,
    choice,
    stateOf: (kind: RecordKind, id: string) => records.get(id)?.state ?? input.mine(kind, id),
    wasMine: (kind: RecordKind, id: string) => {
      const merged = records.get(id);
      return merged ? merged.before !== null : input.mine(kind, id) !== null;
    },
    remove: (kind: RecordKind, id: string) => {
      living(kind).delete(id);
      edits.add(kind, id, { alive: false, fields: {} });
    },
    edit: (kind: RecordKind, id: string, fields: Fields) => {
      const all = living(kind);
      all.set(id, { ...all.get(id), ...fields });
      edits.add(kind, id, { alive: null, fields });
    },
  };
}
