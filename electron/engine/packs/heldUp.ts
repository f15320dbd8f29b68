import { type Finding, openBlockers } from '../../../shared/domain/findings/finding.ts';
import { compareText } from '../../../shared/domain/foundation/naturalOrder.ts';
import { sha256Of } from '../../documents/read/factsSignatures.ts';

/** What holds up a final, and by which hash it is known again; what a sentence says of the day is no part of that. */
export function heldUpBy(findings: readonly Finding[]): {
  readonly blockers: readonly Finding[];
  readonly sha256: string;
} {
  const blockers = openBlockers(findings);
  const named = blockers.map(({ rule, subject, outcome }) => JSON.stringify([rule, subject, outcome]));
  return { blockers, sha256: sha256Of(named.sort(compareText).join('\n')) };
}
