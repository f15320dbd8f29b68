import { z } from 'zod';
import { isAcceptedFor } from '../records/acceptance.ts';
import { selfStatuses } from '../records/criterion.ts';
import { evidenceKey } from '../records/evidence.ts';
import { ruleContextOf } from '../rulebook/context/ruleContext.ts';
import type { Snapshot } from '../rulebook/snapshot.ts';
import { type NeedState, sufficiencyOf, tooOldInWords } from '../rulebook/sufficiency.ts';

/**
 * What one criterion asks of its evidence, what is there and what lacks. *missing* (nothing was handed in) is kept apart
 * from *not met*: the first waits for somebody, the second is an answer.
 */
export const criterionSufficiencySchema = z.strictObject({
  criterion: z.string(),
  selfStatus: z.enum(selfStatuses).nullable(),
  state: z.enum(['sufficient', 'insufficient', 'cannotTell', 'missing', 'nothingAsked', 'notApplicable']),
  needs: z.array(
    z.strictObject({
      asks: z.string(),
      state: z.enum(['satisfied', 'lacking', 'unknown']),
      lacks: z.string().nullable(),
    }),
  ),
  accepted: z.array(z.string()),
  /** Current evidence that is not accepted yet: drafts and what waits for SECAS. */
  waiting: z.array(z.string()),
  justifiedGap: z
    .strictObject({ by: z.string().nullable(), on: z.string().nullable(), reason: z.string().nullable() })
    .nullable(),
});
export type CriterionSufficiency = z.output<typeof criterionSufficiencySchema>;

/** Sufficiency of every criterion, in the release's order. Good practice, never a SEC rule. */
export function computeSufficiency(snapshot: Snapshot): CriterionSufficiency[] {
  const context = ruleContextOf(snapshot);
  return context.facts.criteria.map((criterion) => {
    const current = context.evidence.ofCriterion(criterion.reference);
    const accepted = current.filter((item) => isAcceptedFor(item, criterion.reference));
    const { needs } = sufficiencyOf(criterion, accepted);
    // What was rejected or withdrawn was handed in all the same.
    const handedIn = current.length + context.evidence.goneOfCriterion(criterion.reference).length;
    return {
      criterion: criterion.reference,
      selfStatus: criterion.selfStatus,
      state: stateOf(criterion.selfStatus === 'notApplicable', handedIn, needs),
      needs: needs.map((need) => ({ asks: need.asks, state: need.state, lacks: lacksInWords(need) })),
      accepted: accepted.map(evidenceKey),
      waiting: current.filter((item) => !accepted.includes(item)).map(evidenceKey),
      justifiedGap: criterion.justifiedGap,
    };
  });
}

/** What lacks, with what is there and why it does not count. */
function lacksInWords(need: NeedState): string | null {
  if (need.lacks === null || need.state !== 'lacking') return need.lacks;
  return [need.lacks, ...tooOldInWords([need]), ...need.gaps.map((gap) => gap.words)].join('; ');
}

type States = readonly { readonly state: 'satisfied' | 'lacking' | 'unknown' }[];

function stateOf(notApplicable: boolean, items: number, needs: States): CriterionSufficiency['state'] {
  if (notApplicable) return 'notApplicable';
  if (items === 0) return 'missing';
  if (needs.length === 0) return 'nothingAsked';
  if (needs.some((need) => need.state === 'lacking')) return 'insufficient';
  return needs.some((need) => need.state === 'unknown') ? 'cannotTell' : 'sufficient';
}
