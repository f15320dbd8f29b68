import { type CalendarDate, isCalendarDate } from '../calendar/calendarDate.ts';
import { canonicalJson } from '../foundation/canonicalJson.ts';
import { bodyOf } from '../records/bodies.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import type { SeenOn } from './knownStamp.ts';

type Fields = Readonly<Record<string, unknown>>;
type Known = (criterion: string, on: CalendarDate | null) => SeenOn;

/**
 * The one place that decides what a view is stamped with, whether it is typed, pasted, taken from a table or a meeting
 * sheet: with what the body is known to have seen (`knownStamps`) once a position is given. One that answers a paper keeps
 * what that paper showed, whatever has changed since. A correction of the position changes nothing of what was seen; where
 * the day is recorded or corrected afterwards, our own stamp follows it. A stamp that the caller states stands.
 * @param fields what is written
 * @param current the view as it stands; {} where it is new
 * @returns the fields with their stamp
 */
export function stampView(facts: ReleaseFacts, fields: Fields, current: Fields, known: Known): Fields {
  if ('sawText' in fields || 'saw' in fields) return fields;
  const after = { ...current, ...fields };
  const criterion = String(after.criterion ?? '');
  const on = dayOf(after);
  const isGivenNow = (fields.position ?? null) !== null && (current.position ?? null) === null;
  if (!isGivenNow) {
    const isMoved = on !== null && dayOf(current) !== on;
    return isMoved && followsItsDay(current, known) ? { ...fields, ...known(criterion, on) } : fields;
  }
  const paper = (after.paper ?? null) as string | null;
  if (paper === (current.paper ?? null) && isStamped(current)) return fields;
  if (paper === null) return { ...fields, ...known(criterion, on) };
  const shown = facts.views.find(
    (view) =>
      view.paper === paper &&
      view.criterion === criterion &&
      view.saw !== null &&
      bodyOf(view.body) === bodyOf(String(after.body ?? '')),
  );
  return { ...fields, ...(shown ? { sawText: shown.sawText, saw: shown.saw } : known(criterion, on)) };
}

function dayOf({ on }: Fields): CalendarDate | null {
  return typeof on === 'string' && isCalendarDate(on) ? on : null;
}

function isStamped({ sawText, saw }: Fields): boolean {
  return (sawText ?? null) !== null || (saw ?? null) !== null;
}

/** It holds just what is known of its own day, or nothing: no paper, nobody's word and no later change made it another. */
function followsItsDay(current: Fields, known: Known): boolean {
  if ((current.position ?? null) === null || (current.paper ?? null) !== null) return false;
  if (!isStamped(current)) return true;
  const { sawText, saw } = known(String(current.criterion ?? ''), dayOf(current));
  return sawText === (current.sawText ?? null) && canonicalJson(saw) === canonicalJson(current.saw ?? null);
}
