import { type CalendarDate, plusDays } from '../../shared/domain/calendar/calendarDate.ts';
import { kindOfSlot, nameOfSlot, type Slot } from '../../shared/domain/calendar/slots.ts';
import type { Condition } from '../../shared/domain/records/conditions.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';
import { goLiveInForce } from '../../shared/domain/rulebook/context/goLiveInForce.ts';

/**
 * What carries over to the next release: the criteria as worded and owned, whom they concern, what testing needs, and the
 * conditions that nobody has discharged as of `asOf` (`docs/domain.md`, Conditions).
 */
export function clonedFacts(facts: ReleaseFacts, slot: Slot, asOf: CalendarDate): ReleaseFacts {
  return releaseFactsSchema.parse({
    release: { name: nameOfSlot(slot), kind: kindOfSlot(slot), slot, classification: facts.release.classification },
    criteria: facts.criteria.map(({ reference, text, family, owner, bodies, bodiesReason, needs }) => ({
      reference,
      text,
      family,
      owner,
      bodies,
      bodiesReason,
      needs: needs && { ...needs, effectiveOnOrAfter: null },
    })),
    testPhases: facts.testPhases.map(({ name, region }) => ({ name, region })),
    issueThresholds: facts.issueThresholds.map(({ phase, severity, maximumOpen, criterion }) => ({
      phase,
      severity,
      maximumOpen,
      criterion,
    })),
    requiredBodies: facts.requiredBodies.map(({ body, why }) => ({ body, why })),
    transition: facts.transition,
    conditions: carriedConditions(facts, asOf),
  });
}

/** A condition counted from its own Go-Live falls due on the same day wherever it is carried, and says where it came from. */
function carriedConditions(facts: ReleaseFacts, asOf: CalendarDate) {
  const goLive = goLiveInForce(facts, asOf).date;
  const decision = facts.decisions.findLast(({ body }) => body !== null) ?? null;
  const open = facts.conditions.filter(({ dischargedOn }) => dischargedOn === null || dischargedOn > asOf);
  return open.map(({ text, owner, due, proof, mayDischarge, source }) => ({
    text,
    owner,
    due: carriedDue(due, goLive),
    proof,
    mayDischarge,
    source: {
      paper: source?.paper ?? null,
      body: source?.body ?? decision?.body ?? null,
      criterion: source?.criterion ?? null,
      release: source?.release ?? facts.release.name,
      decidedOn: source?.decidedOn ?? decision?.on ?? null,
    },
  }));
}

function carriedDue(due: Condition['due'], goLive: CalendarDate | null): Condition['due'] {
  if (due === null || due.on !== null || goLive === null) return due;
  if (due.daysFromGoLive === null && due.when === null) return due;
  return { when: null, daysFromGoLive: null, on: plusDays(goLive, due.daysFromGoLive ?? 0) };
}
