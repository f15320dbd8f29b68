import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { yearOf } from '../../../../shared/domain/calendar/calendarDate.ts';
import { compareText } from '../../../../shared/domain/foundation/naturalOrder.ts';
import { fail, ok } from '../../../../shared/domain/foundation/result.ts';
import { computeReadiness } from '../../../../shared/domain/readiness/computeReadiness.ts';
import { releaseStatusOf } from '../../../../shared/domain/report/releaseStatus.ts';
import { buildReportModel } from '../../../../shared/domain/report/reportModel.ts';
import { statusLimits } from '../../../../shared/domain/report/statusPage.ts';
import { hashFile } from '../../../store/attachments.ts';
import { publishFile, temporaryBeside } from '../../../store/durableFile.ts';
import { readReleases } from '../../../store/facts.ts';
import { problemWithTarget } from '../../packs/sources.ts';
import { planned } from '../../plannedReleases.ts';
import { runTask } from '../../runTask.ts';
import { snapshotOf } from '../../snapshotOf.ts';
import { storeVerb } from '../../verb.ts';

/** The status report of all releases that are not archived, the next to go live first; it changes nothing and is not registered. */
export const reportExport = storeVerb('report.export', async (context, store, input) => {
  const asOf = input.asOf ?? context.today();
  const out = resolve(input.out);
  const statuses = planned(context, store, asOf)
    .map(({ id, facts, plan }) => {
      const readiness = computeReadiness(snapshotOf(store, facts, asOf, false));
      return releaseStatusOf({ id, facts, readiness, plan }, asOf);
    })
    .filter(({ standing }) => input.year === null || (standing.goLive && yearOf(standing.goLive) === input.year))
    .sort(
      (left, right) =>
        compareText(left.standing.goLive ?? '9', right.standing.goLive ?? '9') ||
        compareText(left.standing.name, right.standing.name),
    );
  if (statuses.length === 0)
    return fail('notFound', input.year === null ? whyNone(readReleases(store.db).length) : noneIn(input.year));
  const unwritable = problemWithTarget(out);
  if (unwritable) return fail('invalidInput', unwritable, input.out);
  const face = { asOf, year: input.year, appVersion: context.appVersion };
  const models = statusLimits.map((limits) => buildReportModel(statuses, face, limits));
  const temporary = temporaryBeside(out);
  try {
    const made = await runTask(context, 'documents', 'exportReport', { models, out: temporary });
    if (!made.ok) return made;
    const sha256 = await hashFile(temporary);
    publishFile(temporary, out);
    const { pages, notes } = made.value;
    return ok({ file: out, sha256, pages, releases: statuses.map(({ standing }) => standing.name), notes: [...notes] });
  } finally {
    rmSync(temporary, { force: true });
  }
});

/** @param count of all releases, the archived ones too, on which no report is made */
function whyNone(count: number): string {
  return count === 0
    ? 'There is no release to report on yet; make or import one first.'
    : 'Every release in this store is archived, and a report is on those that are not; take one out of the archive first.';
}

function noneIn(year: number): string {
  return `No release in this store that is not archived goes live in ${year}; leave out the year to report on all.`;
}
