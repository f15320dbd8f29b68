import type { BarPart } from '../charts/criteriaBar.ts';
import { type SelfStatus, selfStatuses } from '../records/criterion.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { selfStatusOf } from './vocabulary.ts';

export interface CriteriaCount extends BarPart {
  readonly status: SelfStatus | null;
  readonly sign: string;
}

const always: readonly (SelfStatus | null)[] = ['met', 'notMet', 'inProgress', 'notSubmitted'];

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
        striped: status === 'notSubmitted' || status === 'notApplicable',
      },
    ];
  });
}
