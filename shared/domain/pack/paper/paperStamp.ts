import { sortNaturally } from '../../foundation/naturalOrder.ts';
import { evidenceKey } from '../../records/evidence.ts';
import type { Snapshot } from '../../rulebook/snapshot.ts';
import { evidenceIndexOf } from '../../staleness/evidenceIndex.ts';
import type { Stamp } from '../../staleness/staleness.ts';

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
