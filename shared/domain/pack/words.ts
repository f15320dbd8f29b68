import { type CalendarDate, formatDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { aheadMark } from '../calendar/happenedWords.ts';
import type { Span } from './blocks.ts';

export { happenedWords, notYet } from '../calendar/happenedWords.ts';

/** What stands where nothing was recorded: said, never left blank. */
export const notRecorded: Span = { text: 'not recorded', soft: true };

export function textOr(text: string | null | undefined, fallback: Span = notRecorded): readonly Span[] {
  return text === null || text === undefined || text.trim() === '' ? [fallback] : [{ text }];
}

export function dateOr(date: CalendarDate | null | undefined, fallback: Span = notRecorded): readonly Span[] {
  return date === null || date === undefined ? [fallback] : [{ text: formatDate(date) }];
}

/** Free text that is a date and nothing else reads as every date does. */
export function dayAsRead(text: string | null): string | null {
  const day = text?.trim() ?? '';
  return isCalendarDate(day) ? formatDate(day) : text;
}

/**
 * The day of an event. Every day on which something is recorded to have happened is printed by this or by
 * `happenedWords`, so that one that lies ahead of the pack's day is marked as such; `dateOr` is for days that are planned.
 */
export function happenedOn(
  on: CalendarDate | null | undefined,
  asOf: CalendarDate,
  fallback: Span = notRecorded,
): readonly Span[] {
  if (on === null || on === undefined) return [fallback];
  const mark = aheadMark(on, asOf);
  return [{ text: formatDate(on) }, ...(mark === '' ? [] : [{ text: mark, soft: true }])];
}

export function yesNo(flag: boolean | null): readonly Span[] {
  return flag === null ? [notRecorded] : [{ text: flag ? 'yes' : 'no' }];
}

/** `4 November 2021, by the Panel`: parts that are known, in one line; null where none is. */
export function joined(parts: readonly (string | null | undefined | false)[], between = ', '): string | null {
  const known = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return known.length === 0 ? null : known.join(between);
}

/** `1.2 MB`, `834 bytes`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  if (bytes < 999_500_000) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** A date or a reference that must not be torn apart at the end of a line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** A heading that stays a heading: the whole reference stands in the text below it. */
export function shortened(text: string, most = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = [...line];
  return signs.length <= most ? line : `${withoutStump(signs.slice(0, most - 1).join(''))}…`;
}

/** A word that is cut off reads worse than none, unless it is so long that most of the line would go with it. */
export function withoutStump(text: string): string {
  return text.replace(/\s+\S{0,15}$/, '').replace(/[\s,;:(]+$/, '');
}

/** A sentence's end, unless it was cut off. */
export function ended(text: string): string {
  return text.endsWith('…') ? text : `${text}.`;
}
