import { type CalendarDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { isUnsaved } from '../stores/begunRecords.ts';
import { draftKey, keepDraft, leaveDraft, useDraftStore } from '../stores/draftStore.ts';
import { tellError } from '../stores/notify.tsx';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { useIsOnBehalf } from './behalf.ts';
import { Field, type FieldProps } from './Field.tsx';
import { leftUnsaved } from './leftUnsaved.ts';
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
  const releaseId = useReleaseStore((state) => state.open?.id ?? null);
  // A record that is not there yet has nothing to keep them with; they save with it.
  const place = releaseId === null || isUnsaved(id) ? null : { releaseId, kind, recordId: id, field: name };
  return (
    <Field
      {...field}
      value={fieldValue(kind, record, name)}
      save={(next, over) => saveField({ kind, id, record, field: name, isOnBehalf }, next, over)}
      from={startOf(kind, record, name)}
      drafts={{
        left,
        keep: (typed) => {
          if (place) keepDraft(place, typed);
        },
        leave: (typed, refused) => {
          if (place) leaveDraft(place, typed);
          tellError(leftUnsaved(kind, record, field.spec, typed.value, refused, place !== null));
        },
      }}
    />
  );
}

/** An end is counted from its start: `+40wd` in an empty planned end is a phase of so many working days. */
function startOf(kind: RecordKind, record: RecordFieldProps['record'], field: string): CalendarDate | null {
  if (!field.endsWith('End')) return null;
  const start = fieldValue(kind, record, field.replace(/End$/, 'Start'));
  return typeof start === 'string' && isCalendarDate(start) ? start : null;
}
