import { type CalendarDate, formatDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import type { TextKind } from '../../../shared/domain/texts/textKinds.ts';

/** When a text was sent last, as of a day; one of a later day is announced, not sent. */
export function lastSent(kind: TextKind, sent: ReleaseFacts['sent'], asOf: CalendarDate): string {
  const days = sent.flatMap((one) => (one.text === kind && one.on !== null ? [one.on] : [])).sort();
  const last = days.findLast((day) => day <= asOf);
  const next = days.find((day) => day > asOf);
  const ahead = next ? `; recorded for ${formatDate(next)}` : '';
  return `${last ? `last sent on ${formatDate(last)}` : 'not sent yet'}${ahead}`;
}
