import { type CalendarDate, laterOf, plusMonths } from '../../calendar/calendarDate.ts';
import { guidanceLeadTimes, type LeadTimeName } from '../../calendar/leadTimes.ts';
import { fieldOf, fieldOfRelease, newRecord, type Target } from '../../findings/target.ts';
import { compareNatural } from '../../foundation/naturalOrder.ts';
import { capitalise, isBlank, joinWords, monthsInWords, saying } from '../../foundation/words.ts';
import { type TadVersion, tadDates } from '../../records/documents.ts';
import { recordName } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { acceptedException, begunException } from '../exceptions.ts';
import { judgeLeadTime } from '../judgeLeadTime.ts';
import { leadTimeLength } from '../leadTimeMonths.ts';
import type { Judgement, Rule } from '../rule.ts';
import { whereTestingApplies } from '../whereTestingApplies.ts';

export const tadToTag9Months: Rule = {
  id: 'tad.to-tag-9-months',
  area: 'tadLeadTimes',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.1',
  title: 'TAD issued to the TAG nine months before',
  meaning:
    'The Testing Approach Document is expected to be issued to the Testing Advisory Group at least nine months before Go-Live; a release may set a longer period. The earliest version issued counts; one before it without the day of its issue is named.',
  formula: 'approved Go-Live date less 9 months',
  example: 'Go-Live on 25 June 2026; TAD issued to the TAG on 25 September 2025: met, exactly nine months.',
  coverable: true,
  withoutSubjects: 'No TAD is needed.',
  evaluate: (context) => whereTestingApplies(context, 'A TAD', () => [judgeIssued(context)]),
};

export const tadPublished6Months: Rule = {
  id: 'tad.published-6-months',
  area: 'tadLeadTimes',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.1',
  title: 'TAD finalised and published six months before',
  meaning:
    'The Testing Approach Document should be finalised and published for all SEC Parties at least six months before Go-Live; a release may set a longer period. The earliest version that is both finalised and published counts, from the later of the two dates.',
  formula: 'approved Go-Live date less 6 months',
  example:
    'Go-Live on 25 June 2026; TAD published on 27 December 2025: due 25 December 2025 (in practice 24 December), 2 days short.',
  coverable: true,
  withoutSubjects: 'No TAD is needed.',
  evaluate: (context) => whereTestingApplies(context, 'A TAD', () => [judgePublished(context)]),
};

function judgeIssued(context: RuleContext): Judgement {
  const first = earliest(context, issuedOn);
  const ahead = issueAhead(context);
  const silent = first && silentBefore(context, first, issuedOn);
  const dated = first ?? ahead;
  return judgeLeadTime(context, {
    ...common(context, tadToTag9Months.id, dated?.version ?? null),
    leadTime: 'tadToTag',
    actual: first?.on ?? null,
    planned: ahead?.on ?? null,
    missing: null,
    agreement: silent ? `no issue of ${silent} is recorded by the as-of date` : null,
    done: `${silent && first ? capitalise(versionName(first.version)) : 'The TAD'} was issued to the TAG`,
    toDo: 'The TAD is to be issued to the TAG for review',
    what: 'The issue of the TAD to the TAG',
    mend: 'Issue the TAD to the TAG for review, and record the date.',
    mendUndated: 'Record the day on which the TAD was issued to the TAG; if it was not, issue it and record that day.',
    mendAt: dated
      ? fieldOf('tadVersion', dated.version, 'issuedToTagOn')
      : tadField(context, 'issuedToTagOn', () => true),
  });
}

/** The finalising of a TAD that was surely published too late; null where it has its date, or decides nothing. */
export function undatedFinalising(context: RuleContext): string | null {
  const isUndated = earliest(context, completedOn) === null && isSurelyLate(context);
  return isUndated ? 'its finalising has no date' : null;
}

function judgePublished(context: RuleContext): Judgement {
  const complete = earliest(context, completedOn);
  const missing = undatedFinalising(context);
  const first = missing === null ? complete : earliest(context, (version) => version.publishedOn);
  const ahead = publishingAhead(context);
  const silent = complete && silentBefore(context, complete, completedOn);
  const name = silent && complete ? capitalise(versionName(complete.version)) : 'The TAD';
  return judgeLeadTime(context, {
    ...common(context, tadPublished6Months.id, (first ?? ahead)?.version ?? null),
    leadTime: 'tadPublished',
    actual: first?.on ?? null,
    planned: ahead?.on ?? null,
    agreement: silent ? `it is not recorded by the as-of date that ${silent} was both finalised and published` : null,
    done:
      first && first.on === first.version.publishedOn
        ? `${name} was published`
        : `${name}, already published, was finalised`,
    toDo: 'The TAD is to be finalised and published',
    missing,
    what: missingPart(context),
    mend: 'Finalise and publish the TAD, and record both dates.',
    mendUndated:
      'Record the days on which the TAD was finalised and published; if it was not, do so and record those days.',
    mendAt: partlyPublished(context)
      ? tadField(context, 'finalisedOn', (version) => version.finalisedOn === null && version.publishedOn !== null)
      : tadField(context, 'publishedOn', (version) => version.publishedOn === null),
  });
}

/** The days that are recorded ahead for what has no date yet, by the rule that asks for it. */
export function tadDaysAhead(context: RuleContext): readonly (readonly [rule: string, on: CalendarDate])[] {
  const [issue, publishing] = [issueAhead(context), publishingAhead(context)];
  return [
    ...(issue === null ? [] : [[tadToTag9Months.id, issue.on] as const]),
    ...(publishing === null ? [] : [[tadPublished6Months.id, publishing.on] as const]),
  ];
}

const issuedOn = (version: TadVersion) => version.issuedToTagOn;

/** Null: it has been issued, or no day is recorded for that. */
function issueAhead(context: RuleContext): Milestone | null {
  return earliest(context, issuedOn) === null ? earliestAhead(context, issuedOn) : null;
}

/** Null: it has been finalised and published, or is judged by what lacks of the two, or no day is recorded for it. */
function publishingAhead(context: RuleContext): Milestone | null {
  const isJudged = earliest(context, completedOn) !== null || undatedFinalising(context) !== null;
  return isJudged ? null : earliestAhead(context, completedFrom);
}

function common(context: RuleContext, rule: string, version: TadVersion | null) {
  return {
    clause: '§5.1',
    subject: null,
    isPlanDecisive: false,
    tellDistance: false,
    tellDue: false,
    waitsFor: 'DCC',
    restsOn: version ? [recordName('tadVersion', version)] : [],
    acceptance: acceptedException(context, rule, null),
    begun: begunException(context, rule, null),
  };
}

interface Milestone {
  readonly version: TadVersion;
  readonly on: CalendarDate;
}

function earliest(context: RuleContext, dateOf: (version: TadVersion) => CalendarDate | null): Milestone | null {
  return context.facts.tad.versions.reduce<Milestone | null>((best, version) => {
    const on = dateOf(version);
    if (on === null || !context.hasHappened(on)) return best;
    return best === null || on < best.on ? { version, on } : best;
  }, null);
}

/**
 * The earliest day after the as-of date that is recorded for it, also of a version of which no date has come yet. Null
 * where a version that is there lacks the day: it may have come and not be recorded.
 */
function earliestAhead(context: RuleContext, dateOf: (version: TadVersion) => CalendarDate | null): Milestone | null {
  const lacks = (on: CalendarDate | null) => on === null || context.hasHappened(on);
  const isSilent = (version: TadVersion) => lacks(dateOf(version)) && !(isDraft(version) && dateOf(version) === null);
  if (context.facts.tad.versions.some(isSilent)) return null;
  return context.recorded.tad.versions.reduce<Milestone | null>((best, version) => {
    const on = dateOf(version);
    if (on === null || context.hasHappened(on)) return best;
    return best === null || on < best.on ? { version, on } : best;
  }, null);
}

/** The later of the two days; where one is not recorded, the other: it is not complete before that. */
function completedFrom({ finalisedOn, publishedOn }: TadVersion): CalendarDate | null {
  return finalisedOn && publishedOn ? laterOf(finalisedOn, publishedOn) : (finalisedOn ?? publishedOn);
}

function completedOn(version: TadVersion): CalendarDate | null {
  if (version.finalisedOn === null || version.publishedOn === null) return null;
  return laterOf(version.finalisedOn, version.publishedOn);
}

/** `TAD version 1.0`: one that was there before, by its number or another of its days, and lacks the day; null: none. */
function silentBefore(
  context: RuleContext,
  first: Milestone,
  dateOf: (version: TadVersion) => CalendarDate | null,
): string | null {
  const lacks = (on: CalendarDate | null) => on === null || !context.hasHappened(on);
  const silent = context.facts.tad.versions.find(
    (version) => lacks(dateOf(version)) && !isDraft(version) && cameBefore(context, version, first),
  );
  return silent ? versionName(silent) : null;
}

function cameBefore(context: RuleContext, version: TadVersion, first: Milestone): boolean {
  if (version === first.version) return false;
  if (!isBlank(version.version) && !isBlank(first.version.version))
    return compareNatural(version.version ?? '', first.version.version ?? '') < 0;
  return tadDates(version).some((on) => on !== null && context.hasHappened(on) && on <= first.on);
}

function versionName({ version }: TadVersion): string {
  return isBlank(version) ? 'a TAD version without a number' : `TAD version ${(version ?? '').trim()}`;
}

/** Numbered below one: nobody finalises a draft, so that a day it lacks says nothing. */
function isDraft({ version }: TadVersion): boolean {
  return /^\s*v?0(?!\d)/i.test(version ?? '');
}

/** Published too late is a miss whatever the unknown day of finalising: that can only make it later. */
function isSurelyLate(context: RuleContext): boolean {
  const goLive = context.goLive.plannedDate;
  const published = earliest(context, (version) => version.publishedOn);
  if (goLive === null || published === null) return false;
  const months = leadTimeLength(context.facts, context.settings, 'tadPublished').months;
  return published.on > plusMonths(goLive, -months);
}

function partlyPublished(context: RuleContext): boolean {
  return earliest(context, (version) => version.publishedOn) !== null;
}

/** Names the half that is missing, so that the user knows which date to look for. */
function missingPart(context: RuleContext): string {
  if (partlyPublished(context)) return 'The finalising of the TAD, which is published,';
  const finalised = earliest(context, (version) => version.finalisedOn) !== null;
  return finalised ? 'The publication of the TAD, which is finalised,' : 'The publication of the TAD';
}

/** The version that lacks the date, else the first; a new one where none is recorded. */
function tadField(context: RuleContext, field: string, lacks: (version: TadVersion) => boolean): Target {
  const { versions } = context.facts.tad;
  const version = versions.find(lacks) ?? versions[0];
  return version ? fieldOf('tadVersion', version, field) : newRecord('tadVersion');
}

export const tadLongerPeriodReason: Rule = {
  id: 'tad.longer-period-reason',
  area: 'tad',
  severity: 'advice',
  basis: 'reading',
  clause: '§5.1',
  title: 'A longer period for the TAD has a reason',
  meaning:
    'The two periods are a minimum, and a release may set longer ones, especially if a longer period is needed for testing. We read this as: the reason for a longer period is recorded.',
  formula: 'where a period longer than nine or six months is set for the release, why it is longer is not blank',
  example: 'The TAD is to be published eight months before Go-Live, and it is not recorded why: advice.',
  coverable: false,
  withoutSubjects: 'No longer period for the TAD is set for this release.',
  evaluate: (context) => {
    const { toTagMonths, publishedMonths, why } = context.facts.tad.longerPeriods;
    const set = [
      ...(isLonger(toTagMonths, 'tadToTag') ? [`${monthsInWords(toTagMonths)} for issuing it to the TAG`] : []),
      ...(isLonger(publishedMonths, 'tadPublished') ? [`${monthsInWords(publishedMonths)} for publishing it`] : []),
    ];
    if (set.length === 0) return [];
    const told = `A longer period is set for the TAD (${joinWords(set)})`;
    const restsOn = [context.releaseRecord];
    if (!isBlank(why)) return [{ outcome: 'met', restsOn, sentence: `${told}, because: ${saying(why ?? '')} (§5.1).` }];
    return [
      {
        outcome: 'notMet',
        restsOn,
        sentence: `${told}, and no reason for it is recorded (§5.1).`,
        mend: 'Record why the release needs a longer period.',
        waitsFor: 'DCC',
        mendAt: fieldOfRelease('tad.longerPeriods.why'),
      },
    ];
  },
};

function isLonger(months: number | null, name: LeadTimeName): months is number {
  return months !== null && months > guidanceLeadTimes[name];
}
