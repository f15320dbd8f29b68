import { formatDate, isCalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import type { RecordKind } from '../../shared/domain/records/recordKinds.ts';
import { rules } from '../../shared/domain/rulebook/rules.ts';

/**
 * A record's key as people read it: its dates in words, and an exception by its rule's title, never by its code. `kind`
 * null: of any kind.
 */
export function wordedKey(kind: RecordKind | null, key: string): string {
  const said = key.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => (isCalendarDate(date) ? formatDate(date) : date));
  if (kind !== 'exception' && kind !== null) return said;
  const [rule, ...subject] = said.split(' ');
  const known = rules.find(({ id }) => id === rule);
  return known === undefined ? said : ['to', `“${known.title}”`, ...subject].join(' ');
}
