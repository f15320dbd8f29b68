import type { CalendarDate } from '../calendar/calendarDate.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { factsSince } from '../since/computeSince.ts';
import { factsToSign } from './signedFacts.ts';

const unknown =
  'What changed since cannot be named: the facts that were signed are not in this file, only their SHA-256 is.';
const untold = 'They differ in details that no page tells, such as a mark of what was recorded for the other side.';

/**
 * What was changed after a signature, in words.
 * @param signed the facts under it; null where they are not known
 * @param facts as they stand
 * @param on the day of the signature: what is dated after it was not there to be signed
 */
export function changedSince(signed: ReleaseFacts | null, facts: ReleaseFacts, on: CalendarDate): string[] {
  if (signed === null) return [unknown];
  const changes = factsSince({ facts: signed }, { facts: factsToSign(facts, on), asOf: on }).map(
    ({ sentence }) => sentence,
  );
  return changes.length === 0 ? [untold] : changes;
}
