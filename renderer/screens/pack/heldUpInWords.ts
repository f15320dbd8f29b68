import type { Finding } from '../../../shared/domain/findings/finding.ts';
import { countOf } from '../../../shared/domain/foundation/words.ts';

/** `2 blockers and 1 cannot tell`: blockers are counted as the header does, without those of which one cannot tell. */
export function heldUpInWords(blockers: readonly Finding[]): string {
  const notMet = blockers.filter(({ outcome }) => outcome === 'notMet').length;
  const untold = blockers.length - notMet;
  const parts = [notMet > 0 ? countOf(notMet, 'blocker') : null, untold > 0 ? `${untold} cannot tell` : null];
  return parts.filter(Boolean).join(' and ');
}
