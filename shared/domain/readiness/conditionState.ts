import { type CalendarDate, daysBetween, plusDays } from '../calendar/calendarDate.ts';
import type { Status } from '../findings/vocabulary.ts';
import type { Condition } from '../records/conditions.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { goLiveInForce } from '../rulebook/context/goLiveInForce.ts';

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

/** The Go-Live that conditions count from: the day it happened once it has, else the date in force. */
export function goLiveOfConditions(facts: ReleaseFacts, asOf: CalendarDate): CalendarDate | null {
  const { actualDate } = facts.release.goLive;
  return actualDate !== null && actualDate <= asOf ? actualDate : goLiveInForce(facts, asOf).date;
}

/** Before the Go-Live is until the day before it; at the Go-Live is on its day. */
function dueDayOf(condition: Pick<Condition, 'due'>, goLive: CalendarDate | null): CalendarDate | null {
  const { due } = condition;
  if (due === null) return null;
  if (due.on !== null) return due.on;
  if (goLive === null) return null;
  if (due.daysFromGoLive !== null) return plusDays(goLive, due.daysFromGoLive);
  if (due.when === 'beforeGoLive') return plusDays(goLive, -1);
  return due.when === 'atGoLive' ? goLive : null;
}

export function conditionState(
  condition: Pick<Condition, 'due' | 'dischargedOn'>,
  goLive: CalendarDate | null,
  asOf: CalendarDate,
): ConditionState {
  const due = dueDayOf(condition, goLive);
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
