import { kindOfSlot, nameOfSlot, type Slot } from '../../shared/domain/calendar/slots.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../shared/domain/records/releaseFacts.ts';

/** What carries over to the next release: the criteria as worded and owned, whom they concern, and what testing needs. */
export function clonedFacts(facts: ReleaseFacts, slot: Slot): ReleaseFacts {
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
  });
}
