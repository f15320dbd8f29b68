import type { Settings } from '../../shared/contract/settings.ts';
import { type CalendarDate, formatDate } from '../../shared/domain/calendar/calendarDate.ts';

/**
 * What a saved change of the settings does, and from when. A change of the rulebook is shown by what is judged on its day
 * or later, a closed release on the day on which it was closed; the calendar has no such day.
 */
export function savedInWords(before: Settings, after: Settings, today: CalendarDate): string {
  const days = [
    ...startsOf(before.rulebook.changes, after.rulebook.changes),
    ...startsOf(before.rulebook.paperDeadlines, after.rulebook.paperDeadlines),
  ];
  const isCalendar = JSON.stringify(before.calendar) !== JSON.stringify(after.calendar);
  const [first = null] = days.sort();
  if (isCalendar || !first) return 'Saved. Every finding and every pack from now on shows it.';
  const day = formatDate(first);
  return first > today
    ? `Saved. Nothing is judged otherwise before ${day}: findings and packs as of that day or later show it.`
    : `Saved. Every finding and every pack as of ${day} or later shows it; a release that was closed before that day stays as it was judged.`;
}

interface Dated {
  readonly from?: CalendarDate | null | undefined;
}

/** Since when what came or went holds; `''`: it always did. */
function startsOf(before: readonly Dated[], after: readonly Dated[]): (CalendarDate | '')[] {
  const texts = (all: readonly Dated[]) => new Set(all.map((one) => JSON.stringify(one)));
  const [known, left] = [texts(before), texts(after)];
  const came = after.filter((one) => !known.has(JSON.stringify(one)));
  const went = before.filter((one) => !left.has(JSON.stringify(one)));
  return [...came, ...went].map(({ from }) => from ?? '');
}
