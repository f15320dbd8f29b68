import { countOf } from '../../foundation/words.ts';

/** `Recorded 2 views and 1 condition`; what the answer no longer holds was removed, and is no recording. */
export function recordedWords(recorded: {
  readonly views: number;
  readonly conditions: number;
  readonly removed: number;
}): string {
  const { views, conditions, removed } = recorded;
  const taken = `Recorded ${countOf(views, 'view')} and ${countOf(conditions, 'condition')}`;
  return removed === 0
    ? taken
    : `${taken}, and removed ${countOf(removed, 'condition')} that the answer no longer holds`;
}
