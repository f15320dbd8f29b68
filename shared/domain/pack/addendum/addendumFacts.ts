import type { CalendarDate } from '../../calendar/calendarDate.ts';
import { summarise } from '../../findings/finding.ts';
import { evidenceKey } from '../../records/evidence.ts';
import { type ReleaseFacts, releaseFactsSchema } from '../../records/releaseFacts.ts';
import { isOf } from '../../rulebook/rules.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import type { PackSnapshot } from '../packSnapshot.ts';

/** The evidence that a release holds by a day and a final pack did not: its keys, in the order of the register. */
export function evidenceSince(before: ReleaseFacts, after: ReleaseFacts, asOf: CalendarDate): readonly string[] {
  const known = new Set(before.evidence.map((item) => `${evidenceKey(item)} ${item.sha256 ?? ''}`));
  return after.evidence
    .filter((item) => item.addedOn === null || item.addedOn <= asOf)
    .filter((item) => !known.has(`${evidenceKey(item)} ${item.sha256 ?? ''}`))
    .map((item) => evidenceKey(item));
}

/** The addendum's own snapshot: the late evidence, the criteria it belongs to, and the findings on them. */
export function addendumSnapshot(
  full: Snapshot & Pick<PackSnapshot, 'readiness'>,
  keys: readonly string[],
): Omit<PackSnapshot, 'format' | 'version' | 'identity'> {
  const late = new Set(keys);
  const evidence = full.facts.evidence.filter((item) => late.has(evidenceKey(item)));
  const references = new Set(evidence.flatMap((item) => item.criteria ?? []));
  const { release, modifications } = full.facts;
  const criteria = full.facts.criteria.filter((criterion) => references.has(criterion.reference));
  const findings = full.readiness.findings.filter(
    (one) => isOf(one, 'criteria') && one.subject !== null && references.has(one.subject),
  );
  return {
    ...full,
    facts: releaseFactsSchema.parse({ release, modifications, criteria, evidence }),
    otherReleases: [],
    readiness: { ...full.readiness, findings, summary: summarise(findings) },
  };
}
