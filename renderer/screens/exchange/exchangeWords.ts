import type { BundleConflict } from '../../../shared/contract/bundle.ts';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { type ListKind, recordKinds } from '../../../shared/domain/records/recordKinds.ts';
import { wordedKey } from '../../stores/wordedKey.ts';
import { labelOf, valueInWords } from '../history/historyWords.ts';

type Kind = HistoryEntry['kind'];
type Author = BundleConflict['mineBy'];

/** `27 July 2026 at 14:05`, where the person is. */
export function momentInWords(at: string): string {
  const when = new Date(at);
  const day = when.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} at ${when.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}

/** `Bo Test, DCC, on 27 July 2026 at 14:05`. */
export function authorInWords(author: Author): string {
  if (!author) return 'written over meanwhile';
  const who = author.organisation ? `${author.name}, ${author.organisation},` : author.name;
  return `${who} on ${momentInWords(author.at)}`;
}

/** `criterion:AC-01` → kind and key; a key may hold a colon itself. */
function partsOf(record: string): { readonly kind: Kind; readonly key: string } {
  const colon = record.indexOf(':');
  return { kind: record.slice(0, colon) as Kind, key: record.slice(colon + 1) };
}

/** `Criterion AC-01`. */
export function recordInWords(record: string): string {
  const { kind, key } = partsOf(record);
  return namedInWords(kind, key);
}

/** `View TAG on AC-01`. */
export function namedInWords(kind: Kind, key: string): string {
  return capital(`${nounOf(kind)} ${kind === 'release' ? key : wordedKey(kind, key)}`.trim());
}

export function nounOf(kind: Kind): string {
  return kind === null || kind === 'release' ? 'release' : recordKinds[kind as ListKind].noun;
}

export function fieldInWords(record: string, field: string): string {
  if (field === 'twice') return 'entered twice';
  return field === 'removed' ? 'whether it stays' : labelOf(partsOf(record).kind, field);
}

/** `criterion:AC-01#text` → `Criterion AC-01: Wording`; `decision:CSC#added` → `Decision CSC: added`. */
export function markInWords(name: string): string {
  const hash = name.lastIndexOf('#');
  const record = name.slice(0, hash);
  const done = name.slice(hash + 1);
  if (done === 'added' || done === 'removed' || done === 'restored') return `${recordInWords(record)}: ${done}`;
  if (done === 'purged') return `${recordInWords(record)}: its file and words taken out for good`;
  return `${recordInWords(record)}: ${fieldInWords(record, done)}`;
}

/** A whole record or one field of it, as an import names what it left. */
export function leftOutInWords(name: string): string {
  return name.includes('#') ? markInWords(name) : recordInWords(name);
}

/** One of two values that a person has to choose from. */
export function sideInWords(record: string, field: string, value: unknown): string {
  if (field === 'twice') return differenceInWords(partsOf(record).kind, value);
  if (field === 'removed') return value === true ? 'removed' : 'kept, and worked on';
  // What is to be decided is shown whole.
  return typeof value === 'string' && value.length > 160 ? value : valueInWords(value);
}

/** Of one thing that two entered, what one of the two records says otherwise. */
function differenceInWords(kind: Kind, value: unknown): string {
  const fields = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
  if (fields.length === 0) return 'says the same';
  return fields.map(([name, part]) => `${labelOf(kind, name)}: ${valueInWords(part)}`).join('; ');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whom this side exchanges with, in the middle of a sentence. */
export function otherSide(side: 'DCC' | 'SECAS' | null): string {
  if (side === null) return 'the other side';
  return side === 'DCC' ? 'SECAS' : 'the DCC';
}
