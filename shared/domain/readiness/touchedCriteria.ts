import { type Evidence, parseEvidenceKey } from '../records/evidence.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/**
 * The references of the criteria whose evidence or views are not what they were: a view of it, evidence linked to it, what
 * supersedes that by name, or what a body saw when it answered. Records are compared by identity.
 */
export function touchedCriteria(before: ReleaseFacts, after: ReleaseFacts): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const view of changedOf(before.views, after.views)) touched.add(view.criterion);
  const changed = changedOf(before.evidence, after.evidence);
  if (changed.length === 0) return touched;
  const references = referencesReached(changed, [...before.evidence, ...after.evidence]);
  for (const evidence of [...before.evidence, ...after.evidence])
    if (references.has(evidence.reference)) for (const criterion of evidence.criteria ?? []) touched.add(criterion);
  for (const view of [...before.views, ...after.views])
    if (view.saw?.some((item) => references.has(parseEvidenceKey(item.evidence).reference)))
      touched.add(view.criterion);
  return touched;
}

/** What only one of the two lists holds. */
function changedOf<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  if (before === after) return [];
  const [old, fresh] = [new Set(before), new Set(after)];
  return [...before.filter((item) => !fresh.has(item)), ...after.filter((item) => !old.has(item))];
}

/** The references of these items, and of all that they supersede by name, step by step. */
function referencesReached(changed: readonly Evidence[], all: readonly Evidence[]): ReadonlySet<string> {
  const reached = new Set(changed.map((evidence) => evidence.reference));
  const superseding = all.filter((evidence) => evidence.supersedes !== null);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    for (const { reference, supersedes } of superseding)
      if (reached.has(reference) && supersedes !== null) reached.add(parseEvidenceKey(supersedes).reference);
  }
  return reached;
}
