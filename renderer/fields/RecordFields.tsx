import type { AppError } from '../../shared/domain/foundation/appError.ts';
import type { Role } from '../../shared/domain/records/profile.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { mayChangeField } from '../../shared/domain/roles/mayChange.ts';
import { ownerOf } from '../../shared/domain/roles/ownership.ts';
import { useRole } from '../stores/appStore.ts';
import { formOf, isUnsaved, saveRecord } from '../stores/begunRecords.ts';
import { draftKey, keepDraft, useDraftStore } from '../stores/draftStore.ts';
import { recordNow } from '../stores/releaseStore.ts';
import { Field } from './Field.tsx';
import type { FieldSpec } from './fieldSpec.ts';
import fieldGrid from './fields.module.css';
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

/** The fields of one record; each saves by itself as soon as it is left. */
export function RecordFields({ kind, id, record, specs, suggestions = {} }: RecordFieldsProps) {
  const role = useRole();
  const drafts = useDraftStore((state) => state.drafts);
  const isShown = (spec: FieldSpec) => spec.type !== 'shown' || !isNothing(fieldValue(kind, record, spec.field));
  return (
    <div className={fieldGrid.fields} data-fields data-record={recordAttribute(kind, id)}>
      {specs.filter(isShown).map((spec) => {
        const locked = lockOf(role, kind, spec.field, record);
        return (
          // What is locked takes no cursor; who is led to it lands beside it.
          <div key={spec.field} data-span={spec.span} tabIndex={locked === null ? undefined : -1}>
            <Field
              key={formOf(id)}
              spec={spec}
              value={fieldValue(kind, record, spec.field)}
              save={(value, over) => saveField({ kind, id, record, field: spec.field }, value, over)}
              suggestions={suggestions[spec.field] ?? null}
              locked={locked}
              drafts={{
                left: drafts.get(draftKey(id, spec.field)),
                // A record that is not there yet has nothing to keep them with; they save with it.
                keep: (typed) => {
                  if (!isUnsaved(id)) keepDraft(kind, id, spec.field, typed);
                },
              }}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Whose the field is, where it is not this person's to change. */
function lockOf(
  role: Role | null,
  kind: RecordKind,
  field: string,
  record: Readonly<Record<string, unknown>>,
): string | null {
  if (role === null) return null;
  const name = kind === 'release' ? field : (field.split('.')[0] ?? field);
  if (mayChangeField(role, kind, name, record)) return null;
  if (role === 'viewer') return 'A viewer changes nothing.';
  return ownerOf(kind, name, record, record[name]) === 'DCC' ? 'The DCC keeps this.' : 'SECAS keeps this.';
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
}

/**
 * Saves over the value that was typed over, and over nothing else. A part of a field is saved within the whole as the
 * window knows it; where only another part became different meanwhile, it is saved within that.
 */
async function saveField(place: Place, value: unknown, over: unknown): Promise<AppError | null> {
  const { kind, id, record, field } = place;
  const [head = '', part] = kind === 'release' ? [field] : field.split('.');
  if (part === undefined) return saveRecord(kind, id, { [head]: value }, { [head]: over });
  const known = (recordNow(kind, id) ?? record)[head];
  const refused = await saveRecord(kind, id, { [head]: withPart(known, part, value) }, { [head]: known ?? null });
  const now = (recordNow(kind, id) ?? record)[head];
  const isOtherPart =
    refused?.kind === 'conflict' && refused.where === head && partOf(known, part) === partOf(now, part);
  return isOtherPart ? saveRecord(kind, id, { [head]: withPart(now, part, value) }, { [head]: now ?? null }) : refused;
}

function withPart(whole: unknown, part: string, value: unknown): Readonly<Record<string, unknown>> | null {
  const changed = { ...(whole as Record<string, unknown> | null), [part]: value };
  return Object.values(changed).every((each) => each === null) ? null : changed;
}

function partOf(whole: unknown, part: string): string {
  return JSON.stringify((whole as Record<string, unknown> | null)?.[part] ?? null);
}
