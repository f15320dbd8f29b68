import type { BarPart } from '../charts/criteriaBar.ts';
import type { Pattern } from '../charts/pattern.ts';
import { type SelfStatus, selfStatuses } from '../records/criterion.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { selfStatusOf } from './vocabulary.ts';

export interface CriteriaCount extends BarPart {
  readonly status: SelfStatus | null;
  readonly sign: string;
}

const always: readonly (SelfStatus | null)[] = ['met', 'notMet', 'inProgress', 'notSubmitted'];

/** The more a criterion is met, the fuller its part of the bar; what is not met stands out by its lattice. */
const patterns: Readonly<Record<SelfStatus, Pattern>> = {
  met: 'solid',
  notMet: 'cross',
  inProgress: 'half',
  notSubmitted: 'diagonal',
  notApplicable: 'empty',
};

/** Criteria by self-status: the first four always, not applicable and not stated only where there are any. */
export function criteriaCounts(facts: ReleaseFacts): readonly CriteriaCount[] {
  return [...selfStatuses, null].flatMap((status) => {
    const count = facts.criteria.filter((criterion) => criterion.selfStatus === status).length;
    if (count === 0 && !always.includes(status)) return [];
    const { word, sign, tone } = selfStatusOf(status);
    return [
      {
        status,
        count,
        sign,
        word: word.toLowerCase(),
        tone,
        pattern: status === null ? 'upright' : patterns[status],
      },
    ];
  });
}
