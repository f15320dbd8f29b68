import ical, { ICalCalendarMethod } from 'ical-generator';
import { plusDays } from '../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok } from '../../../shared/domain/foundation/result.ts';
import { computePlan } from '../../../shared/domain/planning/computePlan.ts';
import {
  computePortfolio,
  type Deadline,
  type PlannedRelease,
} from '../../../shared/domain/portfolio/computePortfolio.ts';
import { writeFileDurably } from '../../store/durableFile.ts';
import { readReleases } from '../../store/facts.ts';
import type { Store } from '../../store/openStore.ts';
import type { EngineContext } from '../context.ts';
import { findRelease } from '../releaseByName.ts';
import { snapshotOf } from '../snapshotOf.ts';
import { storeVerb } from '../verb.ts';

/** All living releases' dates together, and where they get in each other's way. */
export const portfolioCompute = storeVerb('portfolio.compute', (context, store, input) => {
  const asOf = input.asOf ?? context.today();
  return ok(computePortfolio(planned(context, store, asOf), asOf));
});

/** Writes every deadline as an iCalendar file (RFC 5545): whole days, each with an id that stays, so that a calendar updates. */
export const calendarExport = storeVerb('calendar.export', (context, store, input) => {
  const only = input.release === null ? null : findRelease(store.db, input.release);
  if (only && !only.ok) return only;
  const asOf = input.asOf ?? context.today();
  const releases = planned(context, store, asOf).filter(({ id }) => only === null || id === only.value.id);
  const { deadlines } = computePortfolio(releases, asOf);
  if (deadlines.length === 0)
    return fail('notFound', 'There is no date to export yet; enter a go-live date or a meeting.');
  const calendar = ical({ name: only ? only.value.name : 'SEC releases', method: ICalCalendarMethod.PUBLISH });
  calendar.prodId('-//SEC Go-Live//Deadlines//EN');
  for (const deadline of deadlines) {
    calendar.createEvent({
      id: idOf(deadline),
      allDay: true,
      start: deadline.on,
      end: plusDays(deadline.on, 1),
      summary: summaryOf(deadline),
      description: deadline.release,
      stamp: context.stamps.now(),
    });
  }
  writeFileDurably(input.out, calendar.toString());
  return ok({ file: input.out, events: deadlines.length, from: deadlines[0]?.on ?? null });
});

function planned(context: EngineContext, store: Store, asOf: ReturnType<EngineContext['today']>): PlannedRelease[] {
  return readReleases(store.db).flatMap(({ id, archived }) => {
    const facts = archived ? null : context.cache.read(store.db, id);
    return facts ? [{ id, facts, plan: computePlan(snapshotOf(store, facts, asOf, false)) }] : [];
  });
}

function summaryOf({ release, what, who, kind }: Deadline): string {
  const short = release.replace(/ SEC Release$/, '');
  const owed = who === null ? what : `${who}: ${what}`;
  return kind === 'missed' ? `${short} · ${owed} (was due)` : `${short} · ${owed}`;
}

function idOf({ releaseId, what, who }: Deadline): string {
  return `${releaseId}/${[who, what].filter(Boolean).join('/')}`.replace(/[^\w/.-]+/g, '-').slice(0, 200);
}
