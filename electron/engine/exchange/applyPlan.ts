import { joinKnowledge } from '../../../shared/domain/merge/knowledge.ts';
import type { Conflict, LocalEdit, MergedRecord, MergePlan } from '../../../shared/domain/merge/plan.ts';
import { takenOut } from '../../../shared/domain/records/evidence.ts';
import { listKinds, type RecordKind } from '../../../shared/domain/records/recordKinds.ts';
import { noteForks } from '../../store/branches.ts';
import { touchLife, writeNewVersions, writeVersions } from '../../store/exchange.ts';
import { markMerged, readKnowledge, writeKnowledge } from '../../store/knowledge.ts';
import type { FieldChange, LedgerAction, RecordChange } from '../../store/ledger.ts';
import { purgeableFields } from '../../store/ledgerTexts.ts';
import { noteConflicts } from '../../store/notedConflicts.ts';
import { isTakenOut } from '../../store/purge/applyPurges.ts';
import { insertRecord, insertRecords, markRemoved, readRecord, updateRecord } from '../../store/records.ts';
import { keepForeignEntries } from '../../store/releaseHistory.ts';
import { append, type ChangeSet, nameOf } from '../changeSet.ts';
import type { NamedBundle } from './inOurNames.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The ledger entries that `record.undo` takes back as a whole; null where nothing reads otherwise than before. */
export interface AppliedMerge {
  readonly entry: number | null;
  readonly through: number | null;
}

const perEntry = 1000;

/**
 * Writes a plan. First an entry that names the bundle and holds both values of every conflict, then what the other side
 * wrote, then what follows from it here (choices, references that were taken twice): only these are writes of our own.
 */
export function applyPlan(
  set: ChangeSet,
  plan: MergePlan,
  { manifest, history, found, isPartial }: NamedBundle,
): AppliedMerge {
  const releaseId = manifest.release.id;
  const known = readKnowledge(set.db, releaseId);
  const { from } = manifest;
  const note = `from ${from.name}${from.organisation ? `, ${from.organisation}` : ''}`;
  const conflicts = plan.conflicts.map((conflict) => withoutPurged(set, conflict));
  const head = appendTo(set, releaseId, {
    action: 'merge',
    kind: 'release',
    recordId: releaseId,
    recordKey: manifest.release.name,
    changes: conflicts
      .filter((conflict) => !holdsText(conflict))
      .map(({ record, field, mine, theirs }) => ({ field: `${record}#${field}`, before: mine, after: theirs })),
    note,
  });
  // Texts that may have to go one day stand in entries of their own record, where a purge finds them.
  for (const { id, record, field, mine, theirs } of conflicts.filter(holdsText))
    appendTo(set, releaseId, {
      action: 'merge',
      kind: 'evidence',
      recordId: id,
      recordKey: record.slice('evidence:'.length),
      changes: [{ field, before: mine, after: theirs }],
      note,
    });
  // Of a bundle that builds on what was lost here, nothing may be said to be known: what it leaves out still has to come.
  const after = isPartial ? {} : manifest.knowledge.after;
  writeKnowledge(set.db, releaseId, head, joinKnowledge(known, after));
  noteForks(set.db, releaseId, found);
  const entries: number[] = [];
  for (const kind of ['release', ...listKinds] as readonly RecordKind[]) {
    const records = plan.records.filter(({ state }) => state.kind === kind);
    for (let from = 0; from < records.length; from += perEntry)
      entries.push(...writeMerged(set, kind, releaseId, records.slice(from, from + perEntry), `merged ${note}`));
  }
  for (const kind of ['release', ...listKinds] as readonly RecordKind[]) {
    const edits = plan.edits.filter((edit) => edit.kind === kind);
    if (edits.length > 0) entries.push(writeEdits(set, kind, releaseId, edits, `settled after merging ${note}`));
  }
  noteConflicts(set.db, releaseId, head, [...conflicts, ...plan.heard.map((conflict) => withoutPurged(set, conflict))]);
  keepForeignEntries(set.db, releaseId, history);
  return { entry: entries[0] ?? null, through: entries.at(-1) ?? null };
}

function holdsText({ kind, type, field }: Conflict): boolean {
  return kind === 'evidence' && type === 'field' && purgeableFields.includes(field);
}

/** A conflict as it is kept: of an item that was taken out for good, without the words of either side. */
function withoutPurged(set: ChangeSet, conflict: Conflict): Conflict {
  if (!holdsText(conflict) || !isTakenOut(set.db, conflict.id)) return conflict;
  return { ...conflict, mine: takenOut, theirs: takenOut };
}

/** Records of one kind as the other side wrote them, under one ledger entry. */
function writeMerged(
  set: ChangeSet,
  kind: RecordKind,
  releaseId: string,
  records: readonly MergedRecord[],
  note: string,
): readonly number[] {
  const visible = records.filter(
    ({ before, after, changed }) => !before || before.alive !== after.alive || changed.length > 0,
  );
  const seq = visible.length === 0 ? 0 : appendRecords(set, kind, releaseId, visible.map(changeOf), note);
  if (seq > 0) markMerged(set.db, seq);
  const fresh = visible.filter(({ before }) => !before);
  const made = fresh.map(({ state, after }) => ({ id: state.id, fields: after.fields }));
  if (kind !== 'release') insertRecords(set.db, kind, releaseId, made, seq);
  else for (const { id, fields } of made) insertRecord(set.db, kind, { id, releaseId, fields }, seq);
  for (const { state, before, after, changed } of visible) {
    const { id } = state;
    if (before && changed.length > 0) updateRecord(set.db, kind, id, pick(after.fields, changed), seq);
    if ((before?.alive ?? true) !== after.alive) markRemoved(set.db, kind, id, after.alive ? null : seq);
  }
  for (const { state, before, after, changed, rewritten } of records) {
    // An edit can bring a record back that stays removed in its own register: this entry is no restoration of ours.
    const lives = before && before.alive !== after.alive && !rewritten.includes('') ? [''] : [];
    // A field may read otherwise without another write of its own: marks follow from what was written beside them.
    const names = new Set([...rewritten, ...lives, ...changed]);
    if (before) writeVersions(set.db, state, after.fields, [...names], new Map(changed.map((name) => [name, seq])));
  }
  const states = fresh.map(({ state, after }) => ({ state, shown: after.fields }));
  writeNewVersions(set.db, states, seq);
  return seq > 0 ? [seq] : [];
}

/** What of a merged record the history tells, so that undo can take it back. */
function changeOf({ state, before, after, changed }: MergedRecord): RecordChange {
  const { kind, id } = state;
  const key = nameOf(kind, after.fields);
  if (!before || (!before.alive && after.alive))
    return { id, key, before: null, after: after.alive ? stated(after.fields) : null };
  if (before.alive && !after.alive) return { id, key, before: stated(before.fields), after: null };
  return { id, key, before: pick(before.fields, changed), after: pick(after.fields, changed) };
}

/** Our own writes; each overwrites what stood in its register, even where it reads the same. */
export function writeEdits(
  set: ChangeSet,
  kind: RecordKind,
  releaseId: string,
  edits: readonly LocalEdit[],
  note: string,
): number {
  const planned = edits.map((edit) => {
    const fields = readRecord(set.db, kind, edit.id)?.fields ?? {};
    const after = { ...fields, ...edit.fields };
    const key = nameOf(kind, after);
    const names = Object.keys(edit.fields);
    // A record that is kept reads as before: one of its fields stands for it, for an entry must name something.
    const shown = names.length > 0 ? names : Object.keys(fields).slice(0, 1);
    const change: RecordChange =
      edit.alive === false
        ? { id: edit.id, key, before: stated(fields), after: null }
        : { id: edit.id, key, before: pick(fields, shown), after: pick(after, shown) };
    return { edit, change };
  });
  const seq = appendRecords(
    set,
    kind,
    releaseId,
    planned.map(({ change }) => change),
    note,
  );
  for (const { edit } of planned) {
    if (Object.keys(edit.fields).length > 0) updateRecord(set.db, kind, edit.id, edit.fields, seq);
    if (edit.alive === false) markRemoved(set.db, kind, edit.id, seq);
    if (edit.alive !== null) touchLife(set.db, edit.id, seq);
  }
  return seq;
}

/** Lists as one batch; the release, of which there is one, as its own entry. */
function appendRecords(
  set: ChangeSet,
  kind: RecordKind,
  releaseId: string,
  changes: readonly RecordChange[],
  note: string,
): number {
  const [only] = changes;
  if (kind !== 'release' || !only) return appendTo(set, releaseId, { action: 'batch', kind, batch: changes, note });
  const added: LedgerAction = readRecord(set.db, 'release', only.id) ? 'restore' : 'create';
  const action: LedgerAction = only.after === null ? 'remove' : only.before === null ? added : 'edit';
  const names = Object.keys({ ...only.before, ...only.after });
  const fields = names.map(
    (field): FieldChange => ({ field, before: only.before?.[field] ?? null, after: only.after?.[field] ?? null }),
  );
  return appendTo(set, releaseId, { action, kind, recordId: only.id, recordKey: only.key, changes: fields, note });
}

interface EntryParts {
  readonly action: LedgerAction;
  readonly kind: RecordKind;
  readonly note: string;
  readonly recordId?: string;
  readonly recordKey?: string;
  readonly changes?: readonly FieldChange[];
  readonly batch?: readonly RecordChange[];
}

function appendTo(set: ChangeSet, releaseId: string, parts: EntryParts): number {
  const nothing = { recordId: null, recordKey: null, changes: [], batch: [] };
  return append(set, { releaseId, ...nothing, ...parts });
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

function stated(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
