import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { ruleDateOf } from '../../shared/domain/calendar/slots.ts';
import { computeReadiness, type Readiness } from '../../shared/domain/readiness/computeReadiness.ts';
import type { Snapshot } from '../../shared/domain/readiness/snapshot.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { readOtherReleases } from '../store/facts.ts';
import type { Store } from '../store/openStore.ts';
import { readCalendarSettings, readRulebookSettings, withOwnDays } from './settings.ts';
import { englandAndWales } from './workingDayCalendar.ts';

/** Gathers what the pure functions need: facts, a date, the other releases, the calendar and the rulebook. */
export function snapshotOf(store: Store, facts: ReleaseFacts, asOf: CalendarDate, final: boolean): Snapshot {
  const { slot, goLive } = facts.release;
  const dates = [asOf, goLive.approvedDate, slot && ruleDateOf(slot), goLive.latestPermittedDate];
  const bankHolidays = englandAndWales(dates.filter((date): date is CalendarDate => Boolean(date)));
  return {
    facts,
    asOf,
    final,
    otherReleases: [...readOtherReleases(store.db, facts.release.id ?? '')],
    workingDays: withOwnDays(bankHolidays, readCalendarSettings(store.db)),
    rulebook: readRulebookSettings(store.db),
  };
}

export function readinessOf(store: Store, facts: ReleaseFacts, asOf: CalendarDate): Readiness {
  return computeReadiness(snapshotOf(store, facts, asOf, false));
}
