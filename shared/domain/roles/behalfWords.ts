import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { entryOf } from '../catalogue/entries.ts';
import { theBody } from '../records/bodies.ts';
import type { RecordKind } from '../records/recordKinds.ts';
import type { Mark } from './onBehalf.ts';

/** `recorded by Ada Byron, SECAS, for the DCC on 3 May 2026, to be confirmed`. */
export function behalfWords({ by, for: owner, on }: Mark): string {
  const side = owner === 'DCC' ? 'the DCC' : owner;
  const who = by?.trim() ? ` by ${theBody(by)},` : '';
  return `recorded${who} for ${side}${on ? ` on ${formatDate(on as CalendarDate)}` : ''}, to be confirmed`;
}

/** The field that it was recorded in, as people read it; one of a later version has no label here. */
export function behalfField(kind: RecordKind, field: string): string {
  return entryOf(kind, field)?.facts.label ?? 'A value';
}
