import ical, { ICalCalendarMethod } from 'ical-generator';
import { plusDays } from '../../../../shared/domain/calendar/calendarDate.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { computePortfolio, type Deadline } from '../../../../shared/domain/portfolio/computePortfolio.ts';
import { shortNamesOf } from '../../../../shared/domain/portfolio/shortNames.ts';
import { writeFileDurably } from '../../../store/durableFile.ts';
import { readReleases } from '../../../store/facts.ts';
import { planned } from '../../plannedReleases.ts';
import { findRelease } from '../../releaseByName.ts';
import { storeVerb } from '../../verb.ts';

/** Writes every deadline as an iCalendar file (RFC 5545): whole days, each with an id that stays, so that a calendar updates. */
export const calendarExport = storeVerb('calendar.export', (context, store, input) => {
  const only = input.release === null ? null : findRelease(store.db, input.release);
  if (only && !only.ok) return only;
  const asOf = input.asOf ?? context.today();
  const releases = planned(context, store, asOf).filter(({ id }) => only === null || id === only.value.id);
  const { deadlines } = computePortfolio(releases, asOf);
  if (deadlines.length === 0)
    return fail('notFound', 'There is no date to export yet; enter a Go-Live date or a meeting.');
  const calendar = ical({ name: only ? only.value.name : 'SEC releases', method: ICalCalendarMethod.PUBLISH });
  calendar.prodId('-//SEC Go-Live//Deadlines//EN');
  const idOf = idGiver();
  const shortName = shortNamesOf(readReleases(store.db).map(({ name }) => name));
  for (const deadline of deadlines) {
    calendar.createEvent({
      id: idOf(deadline),
      allDay: true,
      start: deadline.on,
      end: plusDays(deadline.on, 1),
      summary: summaryOf(deadline, shortName(deadline.release)),
      description: deadline.release,
      stamp: context.stamps.now(),
    });
  }
  writeFileDurably(input.out, calendar.toString());
  return ok({ file: input.out, events: deadlines.length, from: deadlines[0]?.on ?? null });
});

function summaryOf({ what, who, kind }: Deadline, short: string): string {
  const owed = who === null ? what : `${who}: ${what}`;
  return kind === 'missed' ? `${short} · ${owed} (was due)` : `${short} · ${owed}`;
}

/**
 * Gives each date an id of its own that no other date of this file has, and that stays while its day moves: a calendar
 * takes two with one id for the same, and one with a new id for another.
 */
function idGiver(): (deadline: Deadline) => string {
  const given = new Map<string, number>();
  return ({ releaseId, key }) => {
    const id = `${releaseId}/${key}`.replace(/[^\w/.-]+/g, '-').slice(0, 200);
    const count = (given.get(id) ?? 0) + 1;
    given.set(id, count);
    return count === 1 ? id : `${id}/${count}`;
  };
}
