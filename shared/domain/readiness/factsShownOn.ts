import type { CalendarDate } from '../calendar/calendarDate.ts';
import { criterionAsOf, evidenceAsOf, kept, mapped, modificationAsOf, phaseAsOf } from '../records/asOf.ts';
import { isPut } from '../records/begun.ts';
import type { View } from '../records/committees.ts';
import { conditionSetOn } from '../records/conditionSource.ts';
import type { Modification } from '../records/modification.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { fellOutBy, hasFallen, isImplemented } from '../rulebook/context/scopeIndex.ts';
import { viewAsOf } from '../rulebook/context/viewIndex.ts';

/**
 * The facts as they stood on a day, as far as they are dated, so that looking back shows on the whole screen what the
 * findings beside it are computed from. What is planned for later stays; what happened later has not happened.
 */
export function factsShownOn(facts: ReleaseFacts, asOf: CalendarDate): ReleaseFacts {
  const happened = (date: CalendarDate | null) => date === null || date <= asOf;
  const known = (date: CalendarDate | null) => (happened(date) ? date : null);
  const { release } = facts;
  return {
    ...facts,
    release: { ...release, goLive: { ...release.goLive, actualDate: known(release.goLive.actualDate) } },
    testPhases: facts.testPhases.map((phase) => phaseAsOf(phase, asOf)),
    modifications: facts.modifications.map((one) => modificationShownOn(one, release, asOf)),
    criteria: mapped(facts.criteria, (one) => criterionAsOf(one, asOf)),
    evidence: mapped(
      kept(facts.evidence, (item) => happened(item.addedOn)),
      (item) => evidenceAsOf(item, asOf),
    ),
    views: viewsShownOn(facts.views, asOf),
    conditions: kept(facts.conditions, (one) => happened(conditionSetOn(one, facts))).map((condition) =>
      happened(condition.dischargedOn) ? condition : { ...condition, dischargedOn: null, dischargedBy: null },
    ),
    exceptions: facts.exceptions.filter((exception) => happened(exception.on)),
    decisions: facts.decisions.filter((decision) => happened(decision.on)),
  };
}

/** An approval or a fall that came later leaves the status of then unknown: nobody recorded what it was. */
function modificationShownOn(
  recorded: Modification,
  release: ReleaseFacts['release'],
  asOf: CalendarDate,
): Modification {
  const known = modificationAsOf(recorded, asOf);
  const isToCome = known.status === 'implemented' && !isImplemented(known, release, asOf);
  const one: Modification = isToCome ? { ...known, status: 'approved' } : known;
  const isApprovedLater = one.approvedOn !== null && one.approvedOn > asOf;
  const isFallenLater = hasFallen(one) && !fellOutBy(one, asOf);
  if (!isApprovedLater && !isFallenLater) return one;
  return {
    ...one,
    status: hasFallen(one) && !isFallenLater ? one.status : null,
    approvedOn: isApprovedLater ? null : one.approvedOn,
  };
}

/** What was begun and asks nothing stays in sight, to be finished or removed; a view that was given later was, if asked by then, a question without an answer; otherwise it was nothing yet. */
export function viewsShownOn(views: readonly View[], asOf: CalendarDate): View[] {
  return views.flatMap((recorded) => {
    const view = isPut(recorded) ? viewAsOf(recorded, asOf) : recorded;
    if (view === null) return [];
    const isStillToCome = view.position === null && recorded.position !== null;
    return [isStillToCome ? { ...view, sawText: null, saw: null } : view];
  });
}
