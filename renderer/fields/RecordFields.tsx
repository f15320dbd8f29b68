import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { type Mark, marksOf } from '../../shared/domain/roles/onBehalf.ts';
import { useRole } from '../stores/appStore.ts';
import { formOf, isUnsaved, saveRecord } from '../stores/begunRecords.ts';
import { confirmBehalf } from '../stores/confirmBehalf.ts';
import { draftKey, keepDraft, useDraftStore } from '../stores/draftStore.ts';
import { recordNow } from '../stores/releaseStore.ts';
import { BehalfMark } from './BehalfMark.tsx';
import { useIsOnBehalf } from './behalf.ts';
import { Field } from './Field.tsx';
import type { FieldSpec } from './fieldSpec.ts';
import fieldGrid from './fields.module.css';
import { lockOf } from './locks.ts';
import { ReadField } from './ReadField.tsx';
import { recordAttribute } from './recordAttribute.ts';
import { isNothing } from './ShownField.tsx';

interface RecordFieldsProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly specs: readonly FieldSpec[];
  /** Words to offer for a field's tags, by field. */
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The fields of one record; each saves by itself as soon as it is left. What another side keeps is read as text, unless
 * the panel around records for it.
 */
export function RecordFields({ kind, id, record, specs, suggestions = {} }: RecordFieldsProps) {
  const role = useRole();
  const isOnBehalf = useIsOnBehalf();
  const drafts = useDraftStore((state) => state.drafts);
  const isShown = (spec: FieldSpec) => spec.type !== 'shown' || !isNothing(fieldValue(kind, record, spec.field));
  const shown = specs.filter(isShown);
  const marks = markOfFirst(kind, record, shown);
  return (
    <div className={fieldGrid.fields} data-fields data-record={recordAttribute(kind, id)}>
      {shown.map((spec) => {
        const lock = lockOf(role, kind, spec.field, record);
        const isRead = lock !== null && !(isOnBehalf && lock.side !== null);
        const value = fieldValue(kind, record, spec.field);
        const mark = marks.get(spec.field);
        return (
          // What is only read takes no cursor; who is led to it lands beside it.
          <div key={spec.field} data-span={spec.span} tabIndex={isRead ? -1 : undefined}>
            {isRead && spec.type !== 'shown' ? (
              <ReadField spec={spec} value={value} />
            ) : (
              <Field
                key={formOf(id)}
                spec={spec}
                value={value}
                save={(next, over) => saveField({ kind, id, record, field: spec.field, isOnBehalf }, next, over)}
                suggestions={suggestions[spec.field] ?? null}
                drafts={{
                  left: drafts.get(draftKey(id, spec.field)),
                  // A record that is not there yet has nothing to keep them with; they save with it.
                  keep: (typed) => {
                    if (!isUnsaved(id)) keepDraft(kind, id, spec.field, typed);
                  },
                }}
              />
            )}
            {mark ? (
              <BehalfMark
                mark={mark}
                label={spec.label}
                confirm={() => void confirmBehalf(kind, [{ record: { ...record, id }, fields: [mark.field] }])}
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** Each mark by the field that it is of; one of a field in parts stands below the first part. */
function markOfFirst(
  kind: RecordKind,
  record: Readonly<Record<string, unknown>>,
  specs: readonly FieldSpec[],
): ReadonlyMap<string, Mark> {
  const isOf = (field: string, mark: Mark) =>
    field === mark.field || (kind !== 'release' && field.startsWith(`${mark.field}.`));
  const placed = marksOf(record).flatMap((mark): [string, Mark][] => {
    const spec = specs.find(({ field }) => isOf(field, mark));
    return spec ? [[spec.field, mark]] : [];
  });
  return new Map(placed);
}

/** `needs.minimumItems` stands inside the field `needs`; the release's own dotted fields are fields themselves. */
function fieldValue(kind: RecordKind, record: Readonly<Record<string, unknown>>, field: string): unknown {
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
async function saveField(place: Place, value: unknown, over: unknown): Promise<AppError | null> {
  const { kind, id, record, field, isOnBehalf } = place;
  const save = (value: unknown, over: unknown) => saveRecord(kind, id, { [head]: value }, { [head]: over }, isOnBehalf);
  const [head = '', part] = kind === 'release' ? [field] : field.split('.');
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
