import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { isUnsaved } from '../stores/begunRecords.ts';
import { draftKey, keepDraft, useDraftStore } from '../stores/draftStore.ts';
import { useIsOnBehalf } from './behalf.ts';
import { Field, type FieldProps } from './Field.tsx';
import { fieldValue, saveField } from './saveField.ts';

interface RecordFieldProps extends Pick<FieldProps, 'spec' | 'suggestions' | 'cell'> {
  readonly kind: RecordKind;
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** One field of a record with its drafts and its saving, in a form or in a cell. */
export function RecordField({ kind, id, record, ...field }: RecordFieldProps) {
  const isOnBehalf = useIsOnBehalf();
  const name = field.spec.field;
  const left = useDraftStore((state) => state.drafts.get(draftKey(id, name)));
  return (
    <Field
      {...field}
      value={fieldValue(kind, record, name)}
      save={(next, over) => saveField({ kind, id, record, field: name, isOnBehalf }, next, over)}
      drafts={{
        left,
        // A record that is not there yet has nothing to keep them with; they save with it.
        keep: (typed) => {
          if (!isUnsaved(id)) keepDraft(kind, id, name, typed);
        },
      }}
    />
  );
}
