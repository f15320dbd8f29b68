import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { aheadMark } from '../calendar/happenedWords.ts';
import type { ListKind, RecordKind } from '../records/recordKinds.ts';
import type { AnyRecord } from './pairRecords.ts';

/** A day that lies ahead of the one that the changes are told on. */
export function isAhead(on: unknown, asOf: CalendarDate): boolean {
  return notYetBy(on, asOf) !== '';
}

/** ` (after 1 May 2026: not yet)`, behind what is recorded and has not come about; nothing where it has. */
export function notYetBy(on: unknown, asOf: CalendarDate): string {
  return typeof on === 'string' && isCalendarDate(on) ? aheadMark(on, asOf) : '';
}

/** Fields that hold the day of something that came about, not of something planned. */
const happenings =
  /^(actual|accepted|answered|approved|approval|closed|discharged|finalised|issued|published|reviewed)/;

/** Kinds that are the record of an event, of the day in `on`; meetings and submissions are planned, and so are no events yet. */
const events: ReadonlySet<string> = new Set([
  'decision',
  'exception',
  'scopeDecision',
  'goLiveChange',
  'sentText',
  'userTestingNotice',
  'comment',
  'ridComment',
]);

/** The same of a field that was changed. */
export function fieldNotYetBy(kind: RecordKind, field: string, value: unknown, asOf: CalendarDate): string {
  const isEvent = field === 'on' && (events.has(kind) || kind === 'view');
  return isEvent || happenings.test(field.slice(field.lastIndexOf('.') + 1)) ? notYetBy(value, asOf) : '';
}

/** The same of a record that was added. */
export function recordNotYetBy(kind: ListKind, record: AnyRecord, asOf: CalendarDate): string {
  if (events.has(kind)) return notYetBy(record.on, asOf);
  switch (kind) {
    case 'condition':
      return notYetBy((record.source as { readonly decidedOn?: unknown } | null)?.decidedOn, asOf);
    case 'ridVersion':
      return notYetBy(record.issuedOn ?? record.publishedOn, asOf);
    default:
      return '';
  }
}
