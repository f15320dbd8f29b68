import { isCalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import { londonDayOf } from '../../../shared/domain/importing/londonDayOf.ts';

const written = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?(?:\d{2})?(?:(Z)|([+-])(\d{2})'?(\d{2})?)?/;

/** The day in London of a PDF's date (`D:20211027143000+01'00'`); null where it is none. Without a zone, the day as written. */
export function dayOf(text: string): string | null {
  const [, year, month, day, hours, minutes, utc, sign, zoneHours, zoneMinutes] = written.exec(text.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isCalendarDate(date)) return null;
  if (hours === undefined || (utc === undefined && sign === undefined)) return date;
  const ahead = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -1 : 1);
  return londonDayOf(date, Number(hours) * 60 + Number(minutes), ahead);
}
