import type { CalendarDate } from '../../shared/domain/calendar/calendarDate.ts';
import { ruleDateOf } from '../../shared/domain/calendar/slots.ts';
import {
  computeReadiness,
  createReadinessKeeper,
  type Readiness,
  type ReadinessByRule,
} from '../../shared/domain/readiness/computeReadiness.ts';
import { dayOfFindings } from '../../shared/domain/readiness/releaseState.ts';
import type { ReleaseFacts } from '../../shared/domain/records/releaseFacts.ts';
import { settingsOn } from '../../shared/domain/rulebook/settings.ts';
import type { Snapshot } from '../../shared/domain/rulebook/snapshot.ts';
import { readOtherReleases } from '../store/facts.ts';
import type { Store } from '../store/openStore.ts';
import { readCalendarSettings, readRulebookSettings, withOwnDays } from './settings.ts';
import { foundSignatures } from './signatures.ts';
import { englandAndWales } from './workingDayCalendar.ts';

/**
 * Gathers what the pure functions need: facts, a date, the other releases, the calendar and the rulebook as it held on
 * that date. A closed release is judged as of its decision, whatever the day asked for.
 */
export function snapshotOf(store: Store, facts: ReleaseFacts, day: CalendarDate, final: boolean): Snapshot {
  const asOf = dayOfFindings(facts, day);
  const { slot, goLive } = facts.release;
  const signatures = foundSignatures(facts, asOf);
  const dates = [asOf, goLive.approvedDate, slot && ruleDateOf(slot), goLive.latestPermittedDate, goLive.actualDate];
  const bankHolidays = englandAndWales(dates.filter((date): date is CalendarDate => Boolean(date)));
  return {
    facts,
    asOf,
    final,
    otherReleases: [...readOtherReleases(store.db, facts.release.id ?? '')],
    workingDays: withOwnDays(bankHolidays, readCalendarSettings(store.db)),
    rulebook: settingsOn(readRulebookSettings(store.db), asOf),
    ...(signatures === null ? {} : { signatures }),
  };
}

export function readinessOf(store: Store, facts: ReleaseFacts, asOf: CalendarDate): Readiness {
  return computeReadiness(snapshotOf(store, facts, asOf, false));
}

/** As many releases as people work on side by side. */
const mostKept = 4;
/** Of each open store, by the release's id, the least recently judged first. */
const keepers = new WeakMap<Store, Map<string, ReturnType<typeof createReadinessKeeper>>>();

/** The same for the release that people work on: after a change only what rests on it is judged anew. */
export function readinessKept(store: Store, facts: ReleaseFacts, asOf: CalendarDate): ReadinessByRule {
  const id = facts.release.id ?? '';
  const own = keepers.get(store) ?? new Map<string, ReturnType<typeof createReadinessKeeper>>();
  keepers.set(store, own);
  const keep = own.get(id) ?? createReadinessKeeper();
  own.delete(id);
  own.set(id, keep);
  const [oldest] = own.keys();
  if (own.size > mostKept && oldest !== undefined) own.delete(oldest);
  return keep(snapshotOf(store, facts, asOf, false));
}
