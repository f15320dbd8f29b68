import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { saveRecord } from '../stores/begunRecords.ts';
import { recordNow } from '../stores/releaseStore.ts';
import { alsoSaid } from './alsoSaid.ts';

/** `needs.minimumItems` stands inside the field `needs`; the release's own dotted fields are fields themselves. */
export function fieldValue(kind: RecordKind, record: Readonly<Record<string, unknown>>, field: string): unknown {
  const [head = '', part] = kind === 'release' ? [field] : field.split('.');
  const value = record[head] ?? null;
  if (part === undefined) return value;
  return (value as Record<string, unknown> | null)?.[part] ?? null;
}

interface Place {
  readonly kind: RecordKind;
  readonly id: string;
  /** As it was drawn: what the window holds in pages only is known from nowhere else. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly field: string;
  /** Whether it is recorded for the side that keeps it. */
  readonly isOnBehalf: boolean;
}

/**
 * Saves over the value that was typed over, and over nothing else. A part of a field is saved within the whole as the
 * window knows it; where only another part became different meanwhile, it is saved within that.
 */
export async function saveField(place: Place, value: unknown, over: unknown): Promise<AppError | null> {
  const { kind, id, record, field, isOnBehalf } = place;
  const [head = '', part] = kind === 'release' ? [field] : field.split('.');
  const also = alsoSaid(kind, recordNow(kind, id) ?? record, field, value);
  const overAlso = Object.fromEntries(Object.keys(also).map((name) => [name, null]));
  const save = (value: unknown, over: unknown) =>
    saveRecord(kind, id, { [head]: value, ...also }, { [head]: over, ...overAlso }, isOnBehalf);
  if (part === undefined) return save(value, over);
  const known = (recordNow(kind, id) ?? record)[head];
  const refused = await save(withPart(known, part, value), known ?? null);
  const now = (recordNow(kind, id) ?? record)[head];
  const isOtherPart =
    refused?.kind === 'conflict' && refused.where === head && partOf(known, part) === partOf(now, part);
  return isOtherPart ? save(withPart(now, part, value), now ?? null) : refused;
}

function withPart(whole: unknown, part: string, value: unknown): Readonly<Record<string, unknown>> | null {
  const changed = { ...(whole as Record<string, unknown> | null), [part]: value };
  return Object.values(changed).every((each) => each === null) ? null : changed;
}

function partOf(whole: unknown, part: string): string {
  return JSON.stringify((whole as Record<string, unknown> | null)?.[part] ?? null);
}
