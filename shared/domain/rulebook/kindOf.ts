import { kindOfSlot, type ReleaseKind } from '../calendar/slots.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';

/** The type of a release as stated, or as its slot says (§3); null where neither is known. */
export function kindOf(facts: ReleaseFacts): ReleaseKind | null {
  const { kind, slot } = facts.release;
  return kind ?? (slot ? kindOfSlot(slot) : null);
}
