import { formatDate, formatDateWithWeekday, yearOf } from '../calendar/calendarDate.ts';
import { oneLine, theReleaseCalled } from '../foundation/words.ts';
import type { RuleContext } from '../rulebook/context/ruleContext.ts';
import { list, piece, type TextBlock } from './textModel.ts';

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

/** When it goes live, or did, as one sentence; a date that nobody approved is never told as if it were. */
export function goLiveInWords({ goLive, facts, asOf }: RuleContext): string {
  if (goLive.actualDate !== null) return `It went live on ${formatDateWithWeekday(goLive.actualDate)}.`;
  const { approvedDate, ruleDate } = goLive;
  if (approvedDate !== null) {
    const when = formatDateWithWeekday(approvedDate);
    if (approvedDate < asOf) return `Its approved Go-Live date was ${when}; that it went live is not recorded yet.`;
    return `Its approved Go-Live date is ${when}.`;
  }
  if (facts.release.slot !== null && ruleDate !== null)
    return `Its Go-Live date is not approved yet; the date of its slot is ${formatDateWithWeekday(ruleDate)}.`;
  return 'Its Go-Live date is not recorded yet.';
}

/** The parts that go live on days of their own, and what does not go live with this release. */
export function partBlocks({ goLive, facts }: RuleContext): readonly TextBlock[] {
  const parts = goLive.parts.map(({ what, date }) => [piece(`${what}: ${formatDate(date)}.`)]);
  const notLive = facts.release.notLive.map(({ modification, what, until }) => {
    const of = modification === null ? '' : `${modification}: `;
    const later = until === null ? 'until when is not recorded yet' : until.trim().replace(/\.$/, '');
    return [piece(`${of}${what?.trim() || 'what is not live is not recorded yet'} (${later}).`)];
  });
  return [
    ...(parts.length === 0 ? [] : [{ kind: 'paragraph' as const, words: [piece('It goes live in parts:')] }]),
    ...list(parts),
    ...(notLive.length === 0
      ? []
      : [{ kind: 'paragraph' as const, words: [piece('The following does not go live with this release:')] }]),
    ...list(notLive),
  ];
}
