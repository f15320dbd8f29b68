import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { isSlot, slotInWords } from '../../shared/domain/calendar/slots.ts';
import { wordFor } from '../../shared/domain/catalogue/words.ts';
import { uncapitalise } from '../../shared/domain/foundation/words.ts';
import type { FieldSpec } from './fieldSpec.ts';

/** A value as people read it: dates in words, lists with commas, choices by their label; `nothing` where none is recorded. */
export function inWords(spec: FieldSpec, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none';
    return value.map((each) => inWords(spec, each)).join(spec.parts ? '; ' : ', ');
  }
  if (typeof value === 'object') return rowInWords(spec.parts ?? [], value as Readonly<Record<string, unknown>>);
  const text = String(value);
  if (isCalendarDate(text)) return formatDate(text);
  if (spec.type === 'slot' && isSlot(text)) return slotInWords(text);
  return spec.options?.find((option) => option.value === text)?.label ?? wordFor(text);
}

function rowInWords(parts: readonly FieldSpec[], row: Readonly<Record<string, unknown>>): string {
  return parts
    .filter((part) => row[part.field] !== null && row[part.field] !== undefined)
    .map((part) => `${uncapitalise(part.label)} ${inWords(part, row[part.field])}`)
    .join(', ');
}
