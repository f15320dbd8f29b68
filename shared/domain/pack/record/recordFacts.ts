import { openBlockers, summarise } from '../../findings/finding.ts';
import type { Decision } from '../../records/committees.ts';
import { releaseFactsSchema } from '../../records/releaseFacts.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

/** The decision record's own snapshot: what was asked and decided, its conditions, and what still blocks. */
export function recordSnapshot(
  full: Snapshot & Pick<PackSnapshot, 'readiness'>,
  decision: Decision,
): Omit<PackSnapshot, 'format' | 'version' | 'identity'> {
  const { release, modifications, conditions, recommendation, submissions, meetings } = full.facts;
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
      decisions: [decision],
    }),
    otherReleases: [],
    readiness: { ...full.readiness, findings, summary: summarise(findings) },
  };
}
