import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { isSlot, slotInWords } from '../../../shared/domain/calendar/slots.ts';
import { entryOf } from '../../../shared/domain/catalogue/entries.ts';
import { wordFor } from '../../../shared/domain/catalogue/words.ts';
import { joinWords } from '../../../shared/domain/foundation/words.ts';
import type { BatchCounts } from '../../../shared/domain/records/batchCounts.ts';
import { type ListKind, type RecordKind, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { behalfField } from '../../../shared/domain/roles/behalfWords.ts';
import { countOfRecords } from '../../stores/countOfRecords.ts';
import { wordedKey } from '../../stores/wordedKey.ts';

const verbs: Readonly<Record<string, string>> = {
  create: 'added',
  edit: 'changed',
  remove: 'removed',
  restore: 'brought back',
  import: 'imported',
  replace: 'replaced by an import',
  merge: 'took in from a bundle',
  archive: 'archived',
  unarchive: 'took out of the archive',
  purge: 'took out a file of',
  attach: 'kept the',
  finalPack: 'issued the final pack',
};

/** What a deed is told from; a history that came from elsewhere says no more. */
type Deed = Pick<HistoryEntry, 'action' | 'kind' | 'recordKey'> & {
  readonly batch: { readonly did: BatchCounts };
};

/** `changed criterion AC-01`: what was done, as the rest of a sentence about somebody. */
export function deedOf({ action, kind, recordKey, batch }: Deed): string {
  if (action === 'batch') return batchInWords(batch.did, kind === 'release' ? null : kind);
  if (action === 'exportPack') return exportInWords(recordKey ?? '');
  const subject =
    !kind || kind === 'release' ? (recordKey ?? '') : `${recordKinds[kind].noun} ${wordedKey(kind, recordKey ?? '')}`;
  return `${verbs[action] ?? action} ${subject}`.trim();
}

/** `added 2 test issues, changed 3 and removed 1`: an import, what came with a bundle, and either taken back. */
function batchInWords(did: BatchCounts, kind: ListKind | null): string {
  const parts = (['added', 'changed', 'removed'] as const)
    .filter((verb) => did[verb] > 0)
    .map((verb, at) => `${verb} ${at === 0 ? countOfRecords(did[verb], kind) : did[verb].toLocaleString('en-GB')}`);
  return joinWords(parts);
}

/** Drafts are told from what was issued by their reference; an earlier version wrote no more of them into the history. */
function exportInWords(reference: string): string {
  if (/ · draft(, \w+)?$/.test(reference)) return `exported a draft pack, ${reference}`;
  if (/ decision \d{4}-\d{2}-\d{2}( · \d+)?$/.test(reference)) return `issued the record of ${reference}`;
  return `issued ${reference}`;
}

/** The label of a field as the catalogue words it; an entry of an older version may name one that is gone. */
export function labelOf(kind: HistoryEntry['kind'], field: string): string {
  return (kind === null ? undefined : entryOf(kind, field)?.facts.label) ?? field;
}

/** What was recorded for another side: which field, for whom, by whom and when. */
interface Behalf {
  readonly field: string;
  readonly for: string;
  readonly by: string | null;
  readonly on: string | null;
}

/** The value of one field as people read it: its parts and what was recorded for another side by their labels, a slot by its month. */
export function fieldValueInWords(kind: HistoryEntry['kind'], field: string, value: unknown): string {
  if (kind !== null && field === 'onBehalf' && Array.isArray(value) && value.length > 0)
    return (value as readonly Behalf[]).map((mark) => behalfInWords(kind, mark)).join('; ');
  const isOfSlot = kind !== null && entryOf(kind, field)?.facts.control.type === 'slot';
  return isOfSlot && isSlot(value) ? slotInWords(value) : valueInWords(value, partLabelsOf(kind, field));
}

function behalfInWords(kind: RecordKind, mark: Behalf): string {
  const by = mark.by ? ` by ${mark.by}` : '';
  const on = mark.on ? ` on ${valueInWords(mark.on)}` : '';
  return `${behalfField(kind, mark.field)}, for ${mark.for === 'DCC' ? 'the DCC' : mark.for}${by}${on}`;
}

/** The labels of the parts of a field's value, by their names. */
function partLabelsOf(kind: HistoryEntry['kind'], field: string): (part: string) => string {
  const parts = (kind === null ? undefined : entryOf(kind, field)?.parts) ?? [];
  return (name) => parts.find((part) => part.name === name)?.facts.label ?? name;
}

/** A value as people read it; `labelOfPart` words the parts of a value that has some. */
export function valueInWords(value: unknown, labelOfPart: (part: string) => string = (name) => name): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => valueInWords(one, labelOfPart)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([name, part]) => `${labelOfPart(name)} ${valueInWords(part, labelOfPart)}`)
      .join(', ');
  if (typeof value === 'string' && isCalendarDate(value)) return formatDate(value);
  const text = typeof value === 'string' ? wordFor(value) : String(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

/** The key of one of the records that an entry took in. */
export function batchKeyInWords(entry: HistoryEntry, key: string): string {
  return wordedKey(entry.kind === 'release' ? null : entry.kind, key);
}

/** Everything of an entry in one text, for the filter. */
export function textOf(entry: HistoryEntry): string {
  const changes = entry.changes.flatMap(({ field, before, after }) => [
    labelOf(entry.kind, field),
    ...[before, after].map((value) => fieldValueInWords(entry.kind, field, value)),
  ]);
  // By their words, and by the keys that the terminal and bundles say.
  const batch = entry.batch.first.flatMap((one) => [batchKeyInWords(entry, one.key), one.key]);
  return [entry.actor, entry.organisation, deedOf(entry), entry.note, ...changes, ...batch].join(' ').toLowerCase();
}
