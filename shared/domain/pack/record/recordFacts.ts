import { openBlockers, summarise } from '../../findings/finding.ts';
import { bodyOf } from '../../records/bodies.ts';
import type { Decision } from '../../records/committees.ts';
import { releaseFactsSchema } from '../../records/releaseFacts.ts';
import { decisionsThatMaySet } from '../../rulebook/decisionOfCondition.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

/** The decision record's own snapshot: what was asked and decided, its conditions, and what still blocks. */
export function recordSnapshot(
  full: Snapshot & Pick<PackSnapshot, 'readiness'>,
  decision: Decision,
): Omit<PackSnapshot, 'format' | 'version' | 'identity'> {
  const { asOf, facts } = full;
  const { release, modifications, conditions, recommendation, submissions, meetings } = facts;
  // A condition of an earlier decision stands, and is told with the day of its own; with what may have set it, so that it
  // is no more certain in the record than it is in the facts.
  const setters = conditions.flatMap((one) => decisionsThatMaySet(one, facts, asOf));
  const earlier = [...new Set(setters)].filter((one) => !isOneOf(one, decision));
  const findings = [...openBlockers(full.readiness.findings)];
  return {
    ...full,
    facts: releaseFactsSchema.parse({
      release,
      modifications,
      conditions,
      recommendation,
      submissions,
      meetings,
      decisions: [...earlier, decision],
    }),
    otherReleases: [],
    readiness: { ...full.readiness, findings, summary: summarise(findings) },
  };
}

/** Whether a decision is one of that body and day. */
export function isOneOf(decision: Decision, { body, on }: Pick<Decision, 'body' | 'on'>): boolean {
  return decision.on === on && bodyOf(decision.body ?? 'CSC') === bodyOf(body ?? 'CSC');
}
