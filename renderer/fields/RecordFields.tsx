import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { type Mark, marksOf } from '../../shared/domain/roles/onBehalf.ts';
import { useRole } from '../stores/appStore.ts';
import { formOf } from '../stores/begunRecords.ts';
import { confirmBehalf } from '../stores/confirmBehalf.ts';
import { BehalfMark } from './BehalfMark.tsx';
import { BehalfSummary } from './BehalfSummary.tsx';
import { useIsOnBehalf } from './behalf.ts';
import type { FieldSpec } from './fieldSpec.ts';
import fieldGrid from './fields.module.css';
import { isOnlyRead, lockOf } from './locks.ts';
import { ReadField } from './ReadField.tsx';
import { RecordField } from './RecordField.tsx';
import { recordAttribute } from './recordAttribute.ts';
import { isNothing } from './ShownField.tsx';
import { fieldValue } from './saveField.ts';

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
  const isShown = (spec: FieldSpec) => spec.type !== 'shown' || !isNothing(fieldValue(kind, record, spec.field));
  const shown = specs.filter(isShown);
  const marks = markOfFirst(kind, record, shown);
  return (
    <div className={fieldGrid.fields} data-fields data-record={recordAttribute(kind, id)}>
      {shown.map((spec) => {
        const isRead = isOnlyRead(lockOf(role, kind, spec.field, record), isOnBehalf);
        const mark = marks.get(spec.field);
        return (
          // What is only read takes no cursor; who is led to it lands beside it.
          <div key={spec.field} data-span={spec.span} tabIndex={isRead ? -1 : undefined}>
            {spec.field === 'onBehalf' ? (
              <BehalfSummary kind={kind} record={record} />
            ) : isRead && spec.type !== 'shown' ? (
              <ReadField spec={spec} value={fieldValue(kind, record, spec.field)} />
            ) : (
              <RecordField
                key={formOf(id)}
                kind={kind}
                id={id}
                record={record}
                spec={spec}
                suggestions={suggestions[spec.field] ?? null}
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
