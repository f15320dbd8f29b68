import { formatDate, formatDateWithWeekday, yearOf } from '../calendar/calendarDate.ts';
import { oneLine, theReleaseCalled } from '../foundation/words.ts';
import { nobodyApproved } from '../rulebook/context/goLiveInForce.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { list, paragraph, piece, type TextBlock } from './textModel.ts';

export function theRelease({ facts }: RuleContext): string {
  return theReleaseCalled(nameOfRelease(facts.release.name));
}

export function nameOfRelease(name: string): string {
  return oneLine(name);
}

/** What the release is, in the guidance's own words (§2, §3). */
export function typeInWords({ facts, adHoc, goLive }: RuleContext): string {
  const { kind, technicalSpecifications } = facts.release;
  if (kind === null) return 'Its type is not recorded yet.';
  const type = kind === 'system' ? 'SEC System Release' : 'SEC Documentation Release';
  // The mark is one of System Releases alone (§2).
  const isMarked = technicalSpecifications === true && kind === 'system';
  const date = goLive.ruleDate ?? goLive.date;
  const which =
    date === null ? 'a Technical Specifications Release' : `the Technical Specifications Release of ${yearOf(date)}`;
  const marked = isMarked ? ` and ${which}` : '';
  return `It is ${adHoc ? 'an ad-hoc' : 'a'} ${type}${marked}.`;
}

/**
 * When it goes live, or did, as one sentence; a date that nobody approved is never told as if it were. Of a Go-Live in
 * parts the day on which it went live is that of the first of them.
 */
export function goLiveInWords({ goLive, facts, asOf }: RuleContext): string {
  const { actualDate, approvedDate, isApproved, ruleDate, parts, undatedParts } = goLive;
  if (actualDate !== null) {
    const what = parts.length + undatedParts.length > 1 ? 'The first part of it' : 'It';
    return `${what} went live on ${formatDateWithWeekday(actualDate)}.`;
  }
  if (approvedDate !== null) {
    const when = formatDateWithWeekday(approvedDate);
    const [called, nobody] = isApproved ? ['approved Go-Live date', ''] : ['Go-Live date', `; ${nobodyApproved}`];
    if (approvedDate < asOf) return `Its ${called} was ${when}${nobody}; that it went live is not recorded yet.`;
    return `Its ${called} is ${when}${nobody}.`;
  }
  if (facts.release.slot !== null && ruleDate !== null)
    return `Its Go-Live date is not approved yet; the date of its slot is ${formatDateWithWeekday(ruleDate)}.`;
  return 'Its Go-Live date is not recorded yet.';
}

/** The parts that go live on days of their own, and what does not go live with this release. */
export function partBlocks(context: RuleContext): readonly TextBlock[] {
  const parts = partsInWords(context);
  const notLive = notLiveInWords(context);
  return [
    ...(parts.length === 0 ? [] : [paragraph('It goes live in parts:')]),
    ...list(parts.map((words) => [piece(`${words}.`)])),
    ...(notLive.length === 0 ? [] : [paragraph('The following does not go live with this release:')]),
    ...list(notLive.map((words) => [piece(`${words}.`)])),
  ];
}

/** The same as sentences, for a text that is one paragraph: every part, and what is not live. Empty: there is neither. */
export function partSentences(context: RuleContext): readonly string[] {
  const parts = partsInWords(context);
  const notLive = notLiveInWords(context);
  return [
    ...(parts.length === 0 ? [] : [`It goes live in parts: ${parts.join('; ')}.`]),
    ...(notLive.length === 0 ? [] : [`Not live with this release: ${notLive.join('; ')}.`]),
  ];
}

/** `South: 2 July 2026`; once the release is live, whether that part is. A day that has passed is no proof of it. */
function partsInWords({ goLive, asOf }: RuleContext): readonly string[] {
  const { parts, undatedParts, actualDate } = goLive;
  return [
    ...parts.map(({ what, date, liveOn }) => {
      if (liveOn !== null) return `${what}: went live on ${formatDate(liveOn)}`;
      if (date < asOf) return `${what}: was planned for ${formatDate(date)}; when it went live is not recorded yet`;
      return `${what}: ${actualDate === null ? '' : 'to go live on '}${formatDate(date)}`;
    }),
    ...undatedParts.map((what) => `${what}: its date is not recorded yet`),
  ];
}

function notLiveInWords({ facts }: RuleContext): readonly string[] {
  return facts.release.notLive.map(({ modification, what, until }) => {
    const of = modification === null ? '' : `${modification}: `;
    const later = until === null ? 'until when is not recorded yet' : until.trim().replace(/\.$/, '');
    return `${of}${what?.trim() || 'what is not live is not recorded yet'} (${later})`;
  });
}
