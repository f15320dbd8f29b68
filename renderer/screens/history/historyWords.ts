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

/** Each as the rest of a sentence about somebody, around what it was done to. */
const verbs: Readonly<Record<string, (subject: string) => string>> = {
  create: (subject) => `added ${subject}`,
  edit: (subject) => `changed ${subject}`,
  remove: (subject) => `removed ${subject}`,
  restore: (subject) => `brought back ${subject}`,
  import: (subject) => `imported ${subject}`,
  replace: (subject) => `put what a file states in the place of ${subject}`,
  merge: (subject) => `took a bundle into ${subject}`,
  archive: (subject) => `archived ${subject}`,
  unarchive: (subject) => `took ${subject} out of the archive`,
  attach: (subject) => `kept the ${subject}`,
  finalPack: (subject) => `issued the final pack ${subject}`,
};

/** What a deed is told from; a history that came from elsewhere says no more. */
type Deed = Pick<HistoryEntry, 'action' | 'kind' | 'recordKey'> & {
  readonly batch: { readonly did: BatchCounts };
};

/** `changed criterion AC-01`: what was done, as the rest of a sentence about somebody. */
export function deedOf({ action, kind, recordKey, batch }: Deed): string {
  if (action === 'batch') return batchInWords(batch.did, kind === 'release' ? null : kind);
  if (action === 'exportPack') return exportInWords(recordKey ?? '');
  if (action === 'purge') return purgeInWords(kind, recordKey);
  const subject = !kind || kind === 'release' ? (recordKey ?? '') : recordInWords(kind, recordKey ?? '');
  return (verbs[action]?.(subject) ?? `${action} ${subject}`).trim();
}

/** `criterion AC-01`; a record whose key says nothing yet is named by its kind alone. */
function recordInWords(kind: ListKind, key: string): string {
  const { noun } = recordKinds[kind];
  if (key.startsWith('?')) return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
  return `${noun} ${wordedKey(kind, key)}`.trim();
}

/** Whose line it is, where a button is named by it: `the release`, `TAG on AC-01`. */
export function subjectOf({ kind, recordKey }: Pick<HistoryEntry, 'kind' | 'recordKey'>): string {
  if (kind === null || kind === 'release') return 'the release';
  const key = recordKey ?? '';
  return key === '' || key.startsWith('?') ? recordInWords(kind, key || '?') : wordedKey(kind, key);
}

/** What took something back and did it again says so once; an earlier version wrote it once for each time. */
export function noteInWords(note: string): string {
  const [, times = '', what = ''] = /^((?:took back: )*)(.*)$/s.exec(note) ?? [];
  const taken = times.length / 'took back: '.length;
  const said = what.replace(/^merged from /, 'taken in from ');
  if (taken === 0) return said;
  return `${taken % 2 === 1 ? 'took back' : 'did again'}: ${said}`;
}

/** What came from elsewhere names the file by its hash alone, as the history itself does. */
function purgeInWords(kind: Deed['kind'], key: string | null): string {
  const hash = /^sha256:(.{12})/.exec(key ?? '')?.[1];
  if (hash !== undefined) return `took out a file for good, SHA-256 ${hash}…`;
  if (kind === 'evidence') return `took out the file${key === null ? '' : ` of ${recordInWords(kind, key)}`} for good`;
  return `took the store’s own copy of ${key ?? 'a document'} out for good`;
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
  return [entry.actor, entry.organisation, deedOf(entry), noteInWords(entry.note ?? ''), ...changes, ...batch]
    .join(' ')
    .toLowerCase();
}
