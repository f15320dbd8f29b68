import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { sideOfAuthority } from '../../shared/domain/roles/mayChange.ts';
import { type Mark, marksOf } from '../../shared/domain/roles/onBehalf.ts';

type AnyRecord = Readonly<Record<string, unknown>> & { readonly id?: string | undefined };

/** What of one record awaits its owner's word in one panel. */
export interface Unconfirmed {
  readonly record: AnyRecord;
  readonly marks: readonly Mark[];
}

/**
 * What awaits its owner's word in a panel. The release is one record in many panels, and each counts its own fields only;
 * a record of a list stands whole in its own panel.
 * @param fields those that the panel shows
 */
export function unconfirmedIn(
  kind: RecordKind,
  fields: readonly string[],
  records: readonly AnyRecord[],
): readonly Unconfirmed[] {
  return records
    .map((record) => ({
      record,
      marks: marksOf(record).filter(({ field }) => kind !== 'release' || fields.includes(field)),
    }))
    .filter(({ marks }) => marks.length > 0);
}

/** Of these, the fields that this person's side is to confirm. */
export function awaitingMine(
  role: Parameters<typeof sideOfAuthority>[0],
  unconfirmed: readonly Unconfirmed[],
): readonly { readonly record: AnyRecord; readonly fields: readonly string[] }[] {
  const mine = sideOfAuthority(role);
  return unconfirmed
    .map(({ record, marks }) => ({
      record,
      fields: marks.filter((mark) => mine !== null && mark.for === mine).map(({ field }) => field),
    }))
    .filter(({ fields }) => fields.length > 0);
}
