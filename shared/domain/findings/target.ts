import { z } from 'zod';
import { keyOf, type ListKind, listKinds, type RecordKind, type RecordOf } from '../records/recordKinds.ts';

/** Where a finding is mended: a field of one record, or a list that lacks a record. The screen resolves it. */
export const targetSchema = z.strictObject({
  kind: z.enum(['release', ...listKinds] as [RecordKind, ...RecordKind[]]),
  /** The record's id; null where it carries none, for the release itself, and for a record that is not there yet. */
  id: z.string().nullable(),
  /** Its key, for what carries no id (a pack that is read back) and for what a new record is to be (`TAG/AC-01`). */
  key: z.string().nullable(),
  /** The field as the record names it (`selfStatus`, `goLive.approvedDate`, `needs.kinds`); null: the record as a whole. */
  field: z.string().nullable(),
});
export type Target = Readonly<z.output<typeof targetSchema>>;

/** A field of a record that stands in a list. */
export function fieldOf<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>, field: string): Target {
  return { kind, id: (record as { readonly id?: string }).id ?? null, key: keyOf(kind, record), field };
}

/** A record as a whole. */
export function recordTarget<Kind extends ListKind>(kind: Kind, record: RecordOf<Kind>): Target {
  return { ...fieldOf(kind, record, ''), field: null };
}

/** A field of the release and its single sections. */
export function fieldOfRelease(field: string): Target {
  return { kind: 'release', id: null, key: null, field };
}

/** A list that lacks a record; `key` says which one and `field` what of it is asked for, where that is known. */
export function newRecord(kind: ListKind, key: string | null = null, field: string | null = null): Target {
  return { kind, id: null, key, field };
}

/** `criterion:AC-01#selfStatus`: a target in one line, for tests and logs. */
export function targetInLine({ kind, key, field }: Target): string {
  return `${kind}:${key ?? ''}#${field ?? ''}`;
}
