import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { stampFor, stampView } from '../../../shared/domain/staleness/staleness.ts';
import type { Fields } from '../fields.ts';

/**
 * A stamp says what the body saw. A table tells of it only where it has columns for it, as our own has, or where the answer
 * is to a paper; an answer of today saw what is there today. Of any other nobody knows: it has none, and whether it is
 * fresh cannot be told (`input.fresh`).
 * @param current the view as it stands; {} where it is new
 */
export function stampRow(facts: ReleaseFacts, fields: Fields, current: Fields, today: CalendarDate): Fields {
  const stated = fields.saw === undefined ? fields : { ...fields, saw: withHashes(fields, current) };
  return stampView(facts, stated, current, (...asked) => (asked[2] === today ? stampFor(...asked) : {}));
}

/** Our table names versions without their SHA-256: those that are recorded stay. */
function withHashes(fields: Fields, current: Fields): View['saw'] {
  const recorded = (current.saw ?? []) as NonNullable<View['saw']>;
  return (fields.saw as NonNullable<View['saw']>).map(
    (seen) => recorded.find(({ evidence }) => evidence === seen.evidence) ?? seen,
  );
}
