import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { knownToDiffer } from '../../records/acceptance.ts';
import { type Evidence, evidenceKey } from '../../records/evidence.ts';
import type { Span } from '../blocks.ts';
import { joined, notYet } from '../words.ts';

/** What an acceptance was given for and is not what stands now; empty where they agree or nothing is recorded. */
function differencesOf(item: Evidence): readonly string[] {
  const { accepted } = item;
  if (accepted === null) return [];
  const was = {
    version: `version ${accepted.version}`,
    sha256: `the file ${accepted.sha256?.slice(0, 12)}…`,
    criteria: [...(accepted.criteria ?? [])].sort().join(', ') || 'no criterion',
  };
  return knownToDiffer(item).map((part) => was[part]);
}

/** `▲ accepted for other content than now: version 1`: an acceptance is of one content, and does not go with a new one. */
export function acceptedOtherwise(item: Evidence): readonly Span[] {
  const differences = differencesOf(item);
  if (differences.length === 0) return [];
  return [{ text: `▲\u00a0accepted for other content than now: ${differences.join('; ')}; `, tone: 'short' }];
}

/** Who accepted it, when, and which content: `accepted by Ada Byron, SECAS, on 3 May 2026, for EV-001@2`. */
export function acceptanceWords(item: Evidence, asOf: CalendarDate): string | null {
  const { accepted } = item;
  if (accepted === null) return null;
  const who = joined([accepted.by, accepted.organisation]);
  const what = accepted.version === null ? evidenceKey(item) : `${item.reference}@${accepted.version}`;
  return joined([
    `accepted${who ? ` by ${who}` : ''}`,
    accepted.on && `on ${formatDate(accepted.on)}${accepted.on > asOf ? ` (${notYet(asOf)})` : ''}`,
    `for ${what}${accepted.criteria?.length ? ` and ${accepted.criteria.join(', ')}` : ''}`,
  ]);
}
