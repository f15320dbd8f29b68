import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { aheadMark } from '../calendar/happenedWords.ts';
import type { ListKind } from '../records/recordKinds.ts';
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

/** The same of a field that was changed. */
export function fieldNotYetBy(field: string, value: unknown, asOf: CalendarDate): string {
  return happenings.test(field) ? notYetBy(value, asOf) : '';
}

/** The same of a record that is the record of an event; meetings and submissions are planned, and so are no events yet. */
export function recordNotYetBy(kind: ListKind, record: AnyRecord, asOf: CalendarDate): string {
  switch (kind) {
    case 'decision':
    case 'exception':
    case 'scopeDecision':
    case 'goLiveChange':
    case 'sentText':
    case 'userTestingNotice':
    case 'comment':
    case 'ridComment':
      return notYetBy(record.on, asOf);
    case 'condition':
      return notYetBy((record.source as { readonly decidedOn?: unknown } | null)?.decidedOn, asOf);
    case 'ridVersion':
      return notYetBy(record.issuedOn ?? record.publishedOn, asOf);
    default:
      return '';
  }
}
