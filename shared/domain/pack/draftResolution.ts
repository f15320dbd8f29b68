import { type CalendarDate, formatDate } from '../calendar/calendarDate.ts';
import { joinWords, quoted, theReleaseCalled } from '../foundation/words.ts';
import { conditionsBy } from '../records/conditionNumbers.ts';
import type { ReleaseFacts } from '../records/releaseFacts.ts';
import { goLiveInForce } from '../rulebook/context/goLiveInForce.ts';

/**
 * What the CSC is asked to agree, drafted from the facts as they stand on a day, to be edited: the release, its date or
 * the dates of its parts, the conditions that are not discharged by their numbers, and what is not live after it. It goes
 * on from "The CSC is asked to agree". Null: no go-live date is known, which is all that such a resolution is about (§5.3), or it
 * is live already.
 */
export function draftResolution(facts: ReleaseFacts, asOf: CalendarDate): string | null {
  const { plannedDate: date, parts, undatedParts, actualDate } = goLiveInForce(facts, asOf);
  if (date === null || actualDate !== null) return null;
  const { name } = facts.release;
  const days = [
    ...parts.map((part) => `${quoted(part.what)} on ${formatDate(part.date)}`),
    ...undatedParts.map((what) => `${quoted(what)} on a day that is still to be set`),
  ];
  const when =
    parts.length > 0 && days.length > 1
      ? `in parts: ${joinWords(days)}`
      : `on ${formatDate(date)}${stillToBeSet(undatedParts)}`;
  const agreed = `that ${theReleaseCalled(name)} goes live ${when}${subjectTo(facts, asOf)}.`;
  const rest = notLiveInWords(facts);
  return rest === null ? agreed : `${agreed} The CSC is asked to note that ${rest}.`;
}

/** Of parts none of which has a day yet the date in force says when the first goes live, and no more. */
function stillToBeSet(parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return ` (the ${parts.length === 1 ? 'day' : 'days'} of ${joinWords(parts.map(quoted))} ${parts.length === 1 ? 'is' : 'are'} still to be set)`;
}

function subjectTo(facts: ReleaseFacts, asOf: CalendarDate): string {
  const numbers = conditionsBy(facts, asOf)
    .set.filter(({ condition }) => condition.dischargedOn === null || condition.dischargedOn > asOf)
    .map(({ number }) => String(number));
  if (numbers.length === 0) return '';
  return `, subject to ${numbers.length === 1 ? 'condition' : 'conditions'} ${joinWords(numbers)}`;
}

/** `MP150 (the billing part) is not live after it until June 2027`; null: everything is. */
function notLiveInWords(facts: ReleaseFacts): string | null {
  const told = facts.release.notLive.flatMap(({ modification, what, until }) => {
    const said = [modification, what].flatMap((one) => (one?.trim() ? [quoted(one)] : []));
    const [first, second] = said;
    if (first === undefined) return [];
    const named = second === undefined ? first : `${first} (${second})`;
    return [`${named} is not live after it${until?.trim() ? ` until ${quoted(until)}` : ''}`];
  });
  return told.length === 0 ? null : joinWords(told);
}
