import { sortNaturally } from '../../foundation/naturalOrder.ts';
import type { Snapshot } from '../../readiness/snapshot.ts';
import type { Stamp } from '../../readiness/staleness.ts';
import { evidenceKey } from '../../records/evidence.ts';
import { evidenceIndexOf } from '../../rulebook/context/evidenceIndex.ts';

/** What a paper shows of a criterion: its wording, and the evidence that was current on the paper's day. */
export function paperStamp({ facts, asOf }: Pick<Snapshot, 'facts' | 'asOf'>, reference: string): Stamp {
  const criterion = facts.criteria.find((one) => one.reference === reference);
  const shown = evidenceIndexOf(facts.evidence, asOf).ofCriterion(reference);
  return {
    sawText: criterion?.text ?? null,
    saw: sortNaturally(shown, (item) => item.reference).map((item) => ({
      evidence: evidenceKey(item),
      sha256: item.sha256,
    })),
  };
}
