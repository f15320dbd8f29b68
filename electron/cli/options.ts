import { type CalendarDate, calendarDateSchema } from '../../shared/domain/calendar/calendarDate.ts';
import { fail, ok, type Result } from '../../shared/domain/foundation/result.ts';
import type { Actor } from '../../shared/domain/records/profile.ts';

/** `--as-of`; null where it is not given (today in London). */
export function asOfOption(text: string | undefined): Result<CalendarDate | null> {
  if (text === undefined) return ok(null);
  const parsed = calendarDateSchema.safeParse(text);
  if (parsed.success) return ok(parsed.data);
  return fail('usage', `--as-of “${text}” ${parsed.error.issues[0]?.message ?? 'is not a date'}.`, '--as-of');
}

/** `--as "NAME, ORGANISATION"`; the last comma parts them. */
export function actorOption(text: string | undefined): Result<Actor | null> {
  if (text === undefined) return ok(null);
  const comma = text.lastIndexOf(',');
  const name = text.slice(0, Math.max(0, comma)).trim();
  const organisation = text.slice(comma + 1).trim();
  if (comma > 0 && name !== '' && organisation !== '' && text.isWellFormed()) return ok({ name, organisation });
  return fail(
    'usage',
    `--as “${text}” does not name a person and an organisation; write --as "Ada Byron, SECAS".`,
    '--as',
  );
}

/** The switch of every command that changes facts (`docs/design.md`, Who owns what). */
export const onBehalfSwitch = {
  flags: '--on-behalf',
  description: 'record what the other side owns for it, marked so until it confirms; refused otherwise',
} as const;
