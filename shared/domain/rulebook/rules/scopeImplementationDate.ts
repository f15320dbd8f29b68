import { type CalendarDate, formatDate, isCalendarDate } from '../../calendar/calendarDate.ts';
import { fieldOf, fieldOfRelease } from '../../findings/target.ts';
import { compareText } from '../../foundation/naturalOrder.ts';
import { capitalise, isBlank, joinWords, quoted, saying } from '../../foundation/words.ts';
import { matchingKey, usualReference } from '../../importing/modificationCell.ts';
import type { Modification } from '../../records/modification.ts';
import { modificationKey, recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';

export const scopeImplementationDate: Rule = {
  id: 'scope.implementation-date',
  area: 'scope',
  severity: 'warning',
  basis: 'guidance',
  clause: '§4.1',
  title: 'Implementation dates agree with the release',
  meaning:
    'The CSC sets the date on which a modification goes live. It equals a Go-Live date of the release or of one of its dated parts, or the release says what part of it is not live yet.',
  formula: 'implementation date equals a Go-Live date of the release, or what is not live is stated',
  example: 'SECMP0007: DSP elements live 4 November 2021; CSP part not live, proposed for June 2022. Met.',
  coverable: false,
  withoutSubjects: 'No modification is in scope.',
  evaluate: (context) => {
    const { modifications, emptiness } = context.scope;
    if (modifications.length === 0) return [{ outcome: 'notApplicable', sentence: `${capitalise(emptiness)} (§4.1).` }];
    return modifications.map((modification) => judge(context, modification));
  },
};

function judge(context: RuleContext, modification: Modification): Judgement {
  const key = modificationKey(modification);
  const on = dateSetBy(context, modification);
  const partial = notLiveOf(context, modification);
  const base = {
    subject: key,
    actual: on,
    restsOn: [
      context.releaseRecord,
      recordName('modification', modification),
      ...partial.map((one) => recordName('notLive', one)),
    ],
    waitsFor: 'CSC',
    mendAt: fieldOf('modification', modification, 'implementationDate'),
  };
  const { date, dates } = context.goLive;
  if (partial.length > 0) {
    const not = joinWords(partial.map((one) => `${partInWords(one.what)} not live${until(one.until)}`));
    return { ...base, outcome: 'met', sentence: `${key}: ${liveInWords(context, modification, on)}${not} (§4.1).` };
  }
  if (on === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: no implementation date is on record by the as-of date (§4.1).`,
      mend: `Have the CSC set the implementation date of ${key}, and record it.`,
    };
  }
  if (date === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: to be implemented on ${formatDate(on)}; the release has no Go-Live date to compare (§4.1).`,
      mend: 'Record the Go-Live date, or choose the slot of the release.',
      mendAt: fieldOfRelease('goLive.approvedDate'),
    };
  }
  const told = `${key}: to be implemented on ${formatDate(on)}`;
  if (dates.includes(on))
    return { ...base, outcome: 'met', sentence: `${told}, ${agreementInWords(context, on)} (§4.1).` };
  const isLive = context.goLive.actualDate !== null;
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${told}, but the release ${goLiveInWords(context)} (§4.1).`,
    mend: `${isLive ? `Correct the implementation date of ${key}` : `Have the CSC set the implementation date of ${key} anew`}, or state what part of it is not live with this release.`,
  };
}

/** What is not live, in the user's words; what holds a clause of its own is marked as such, for it runs into ours. */
function partInWords(what: string | null): string {
  if (isBlank(what)) return 'a part';
  return what?.includes(',') ? saying(what) : quoted(what ?? '');
}

/** The date that the CSC had set by the as-of date; one that was set later has not come about yet. */
export function dateSetBy(context: RuleContext, { implementationDate, implementationDateSet }: Modification) {
  return context.hasHappened(implementationDateSet?.on ?? null) ? implementationDate : null;
}

/** `when the release goes live`; once it is live, on which day it did, or which of its parts is meant. */
function agreementInWords({ goLive: { actualDate, parts }, asOf }: RuleContext, on: CalendarDate): string {
  if (actualDate === null)
    return on < asOf ? 'the day on which the release was to go live' : 'when the release goes live';
  if (actualDate === on) return 'when the release went live';
  const part = parts.find((one) => one.date === on);
  if (part?.liveOn) return `when ${part.what} went live`;
  if (part && on > asOf) return `when ${part.what} is to go live`;
  return part
    ? `the date set for ${part.what}; the release went live on ${formatDate(actualDate)}`
    : `the date set for the release, which went live on ${formatDate(actualDate)}`;
}

/** `goes live on …`, or was to; once live, on which days it did, and on which others a part of it is to. */
function goLiveInWords({ goLive: { actualDate, parts, dates }, asOf }: RuleContext): string {
  if (actualDate === null) {
    const isAhead = dates.some((date) => date >= asOf);
    return `${isAhead ? 'goes live' : 'was to go live'} on ${joinWords(dates.map(formatDate), 'or')}`;
  }
  const lived = [...new Set([actualDate, ...parts.flatMap(({ liveOn }) => liveOn ?? [])])].sort(compareText);
  const other = [...new Set(parts.flatMap(({ date, liveOn }) => (liveOn === null && date > actualDate ? [date] : [])))];
  const ahead = other.length > 0 ? `, and a part of it is to on ${joinWords(other.map(formatDate), 'or')}` : '';
  return `went live on ${joinWords(lived.map(formatDate), 'or')}${ahead}`;
}

/** What of a partly delivered one goes live, and when; a date that is none of the release's, or on which it did not
 * go live after all, is never told as live. */
function liveInWords(context: RuleContext, modification: Modification, on: CalendarDate | null): string {
  if (on === null || context.goLive.date === null) return '';
  const { dates, actualDate, parts } = context.goLive;
  const isAhead = actualDate === null && on >= context.asOf;
  const isLiveOn = isAhead || on === actualDate || parts.some((part) => part.liveOn === on);
  if (dates.includes(on) && !isLiveOn)
    return `to be implemented on ${formatDate(on)}, ${agreementInWords(context, on)}; `;
  if (dates.includes(on)) return `${liveName(context, modification)}live ${formatDate(on)}; `;
  return `to be implemented on ${formatDate(on)}, no Go-Live date of this release; `;
}

type NotLive = RuleContext['facts']['release']['notLive'][number];

function notLiveOf(context: RuleContext, modification: Modification): readonly NotLive[] {
  const names = [usualReference(modification.reference), matchingKey(modification)];
  return context.facts.release.notLive.filter(
    (one) => one.modification !== null && names.includes(usualName(one.modification)),
  );
}

/** `mp 80 part 2` as matching has it. */
function usualName(text: string): string {
  const [reference = '', ...part] = text.trim().split(' part ');
  return [usualReference(reference), ...part].join(' part ');
}

/** What of it goes live: the named part of the modification or of the release; else nothing, for it is the subject. */
function liveName(context: RuleContext, modification: Modification): string {
  const { part } = modification;
  if (part !== null && !isBlank(part) && !/^[\w.]{1,3}$/.test(part.trim())) return `${quoted(part)} `;
  const dated = context.facts.release.goLive.parts.find((one) => one.date === modification.implementationDate);
  return isBlank(dated?.what ?? null) ? '' : `${quoted(dated?.what ?? '')} `;
}

/** `, proposed for June 2022`; a phrase of the user's own (`until spring 2022`) stands as it is. */
function until(text: string | null): string {
  if (text === null || isBlank(text)) return '';
  const words = quoted(text);
  if (isCalendarDate(words)) return `, proposed for ${formatDate(words)}`;
  return /^(?!the |an? )[a-z]/.test(words) ? `, ${words}` : `, proposed for ${words}`;
}
