import type { CalendarDate } from '../calendar/calendarDate.ts';
import { computeReadiness, type Readiness } from '../readiness/computeReadiness.ts';
import { goLiveInForce } from '../rulebook/context/goLiveInForce.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';

/** Readiness as it would read with another go-live date; with the one in force, as it reads. Changes nothing: the window asks it while a date is dragged. */
export function whatIf(snapshot: Snapshot, goLiveDate: CalendarDate): Readiness {
  const from = goLiveInForce(snapshot.facts, snapshot.asOf).plannedDate;
  return computeReadiness(from === goLiveDate ? snapshot : movedTo(snapshot, from, goLiveDate));
}

/**
 * The same facts with the date moved on the as-of date, by nobody yet: so lead times are told against the new date and
 * against the one in force, and an off-slot date still lacks its approval. Dated parts give way to the one date.
 */
function movedTo(snapshot: Snapshot, from: CalendarDate | null, to: CalendarDate): Snapshot {
  const { release } = snapshot.facts;
  const past = release.goLive.changes.filter((change) => change.on === null || change.on <= snapshot.asOf);
  const move = { from, to, by: null, on: snapshot.asOf, reason: null, onBehalf: null };
  return {
    ...snapshot,
    facts: {
      ...snapshot.facts,
      release: {
        ...release,
        goLive: {
          ...release.goLive,
          approvedDate: to,
          approvedBy: null,
          approvedOn: null,
          reason: null,
          parts: [],
          changes: from === null ? past : [...past, move],
        },
      },
    },
  };
}
