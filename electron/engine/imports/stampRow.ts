import type { CalendarDate } from '../../../shared/domain/calendar/calendarDate.ts';
import type { View } from '../../../shared/domain/records/committees.ts';
import type { ReleaseFacts } from '../../../shared/domain/records/releaseFacts.ts';
import { knownStamps } from '../../../shared/domain/staleness/knownStamp.ts';
import { stampView } from '../../../shared/domain/staleness/stampView.ts';
import type { ReadableDb } from '../../store/db.ts';
import { readPastChanges } from '../../store/pastChanges.ts';
import type { Fields } from '../fields.ts';

/**
 * A stamp says what the body saw. A table tells of it where it has columns for it, as our own has; of any other row what is
 * known is asked as for a view that is typed, but that nobody knows of which day one without a day is (`input.fresh`).
 */
export function rowStamper(
  db: ReadableDb,
  releaseId: string,
  facts: ReleaseFacts,
  today: CalendarDate,
): (fields: Fields, current: Fields) => Fields {
  const known = knownStamps(facts, today, (since) => readPastChanges(db, releaseId, since), 'unknown');
  return (fields, current) => {
    const stated = fields.saw === undefined ? fields : { ...fields, saw: withHashes(fields, current) };
    return stampView(facts, stated, current, known);
  };
}

/** Our table names versions without their SHA-256: those that are recorded stay. */
function withHashes(fields: Fields, current: Fields): View['saw'] {
  const recorded = (current.saw ?? []) as NonNullable<View['saw']>;
  return (fields.saw as NonNullable<View['saw']>).map(
    (seen) => recorded.find(({ evidence }) => evidence === seen.evidence) ?? seen,
  );
}
