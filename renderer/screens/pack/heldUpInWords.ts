import type { OutputOf } from '../../../shared/contract/engineMethods.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';

/** `2 blockers and 1 cannot tell`: blockers are counted as the header does, without those of which one cannot tell. */
export function heldUpInWords({
  notMet,
  cannotTell,
}: Pick<OutputOf<'pack.blockers'>, 'notMet' | 'cannotTell'>): string {
  const parts = [notMet > 0 ? countOf(notMet, 'blocker') : null, cannotTell > 0 ? `${cannotTell} cannot tell` : null];
  return parts.filter(Boolean).join(' and ');
}
