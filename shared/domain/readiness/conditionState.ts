import { type CalendarDate, daysBetween } from '../calendar/calendarDate.ts';
import type { Status } from '../findings/vocabulary.ts';
import { dueDayOf } from '../records/conditionDue.ts';
import type { Condition } from '../records/conditions.ts';

/**
 * How far a condition is followed: *open* until its day, *due* on it, *overdue* after it, *undated* without one,
 * *discharged* once somebody has done so by the as-of day.
 */
export interface ConditionState {
  readonly state: 'open' | 'due' | 'overdue' | 'undated' | 'discharged';
  /** The last day for it; null where none can be told. */
  readonly due: CalendarDate | null;
  /** Whole days late; 0 unless overdue. */
  readonly daysLate: number;
}

/** @param goLive the Go-Live that it counts from (`goLiveOf`) */
export function conditionState(
  condition: Pick<Condition, 'due' | 'dischargedOn'>,
  goLive: CalendarDate | null,
  asOf: CalendarDate,
): ConditionState {
  const due = dueDayOf(condition.due, goLive);
  if (condition.dischargedOn !== null && condition.dischargedOn <= asOf)
    return { state: 'discharged', due, daysLate: 0 };
  if (due === null) return { state: 'undated', due, daysLate: 0 };
  if (due < asOf) return { state: 'overdue', due, daysLate: daysBetween(due, asOf) };
  return { state: due === asOf ? 'due' : 'open', due, daysLate: 0 };
}

export const conditionStatus: Readonly<Record<ConditionState['state'], Status>> = {
  open: { word: 'Open', sign: '○', tone: 'notDue' },
  due: { word: 'Due today', sign: '▲', tone: 'short' },
  overdue: { word: 'Overdue', sign: '✕', tone: 'notMet' },
  undated: { word: 'No date', sign: '?', tone: 'cannotTell' },
  discharged: { word: 'Discharged', sign: '✓', tone: 'met' },
};
