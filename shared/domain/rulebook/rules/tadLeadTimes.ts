import { type CalendarDate, plusMonths } from '../../calendar/calendarDate.ts';
import { guidanceLeadTimes, type LeadTimeName } from '../../calendar/leadTimes.ts';
import { fieldOf, fieldOfRelease, newRecord, type Target } from '../../findings/target.ts';
import { isBlank, joinWords, monthsInWords, saying } from '../../foundation/words.ts';
import type { TadVersion } from '../../records/documents.ts';
import { recordName } from '../../records/recordKinds.ts';
import { type FirstTad, firstIssued, firstPublished } from '../context/firstTad.ts';
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
    'The Testing Approach Document is expected to be issued to the Testing Advisory Group at least nine months before Go-Live; a release may set a longer period. The earliest version issued counts; a late one is a miss only where no earlier version lacks the day of its issue.',
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
    'The Testing Approach Document should be finalised and published for all SEC Parties at least six months before Go-Live; a release may set a longer period. The earliest version that is both finalised and published counts, from the later of the two dates; a late one is a miss only where no earlier version, drafts numbered below 1 aside, lacks one of them.',
  formula: 'approved Go-Live date less 6 months',
  example:
    'Go-Live on 25 June 2026; TAD published on 27 December 2025: due 25 December 2025 (in practice 24 December), 2 days short.',
  coverable: true,
  withoutSubjects: 'No TAD is needed.',
  evaluate: (context) => whereTestingApplies(context, 'A TAD', () => [judgePublished(context)]),
};

function judgeIssued(context: RuleContext): Judgement {
  const first = firstIssued(context, dueOf(context, 'tadToTag'));
  const name = first?.lacks ? nameAmong(context, first.version) : 'the TAD';
  return judgeLeadTime(context, {
    ...common(context, tadToTag9Months.id, first?.version ?? null),
    leadTime: 'tadToTag',
    actual: first?.on ?? null,
    missing: null,
    done: 'The TAD was issued to the TAG',
    toDo: 'The TAD is to be issued to the TAG for review',
    what: `The issue of ${name} to the TAG`,
    mend: 'Issue the TAD to the TAG for review, and record the date.',
    mendUndated: `Record the day on which ${name} was issued to the TAG; if it was not, issue it and record that day.`,
    mendAt: first
      ? fieldOf('tadVersion', first.version, 'issuedToTagOn')
      : tadField(context, 'issuedToTagOn', () => true),
  });
}

function judgePublished(context: RuleContext): Judgement {
  const first = firstPublished(context, dueOf(context, 'tadPublished'));
  const name = first?.lacks ? nameAmong(context, first.version) : 'the TAD';
  return judgeLeadTime(context, {
    ...common(context, tadPublished6Months.id, first?.version ?? null),
    leadTime: 'tadPublished',
    actual: first?.on ?? null,
    done: first ? doneInWords(first) : 'The TAD was published',
    toDo: 'The TAD is to be finalised and published',
    missing: first?.lacks ? `its ${noun[first.lacks]} has no date` : null,
    what: first?.lacks ? lackInWords(name, first) : 'The publication of the TAD',
    mend: 'Finalise and publish the TAD, and record both dates.',
    mendUndated: recordInWords(name, first),
    mendAt: first?.lacks
      ? fieldOf('tadVersion', first.version, first.lacks)
      : tadField(context, 'publishedOn', (version) => version.publishedOn === null),
  });
}

function dueOf(context: RuleContext, leadTime: LeadTimeName): CalendarDate | null {
  const goLive = context.goLive.date;
  return goLive && plusMonths(goLive, -leadTimeLength(context.facts, context.settings, leadTime).months);
}

function common(context: RuleContext, rule: string, version: TadVersion | null) {
  return {
    clause: '§5.1',
    subject: null,
    planned: null,
    tellDistance: false,
    tellDue: false,
    agreement: null,
    waitsFor: 'DCC',
    restsOn: version ? [recordName('tadVersion', version)] : [],
    acceptance: acceptedException(context, rule, null),
    begun: begunException(context, rule, null),
  };
}

const noun = { issuedToTagOn: 'issue', finalisedOn: 'finalising', publishedOn: 'publication' } as const;

function doneInWords({ version, on, lacks }: FirstTad): string {
  if (lacks === 'publishedOn') return 'The TAD was finalised';
  return on === version.publishedOn ? 'The TAD was published' : 'The TAD, already published, was finalised';
}

/** Names the half that is missing, so that the user knows which date to look for. */
function lackInWords(name: string, { version, lacks }: FirstTad): string {
  if (lacks === 'finalisedOn') return `The finalising of ${name}, which is published,`;
  return version.finalisedOn === null
    ? `The publication of ${name}`
    : `The publication of ${name}, which is finalised,`;
}

/** What is asked for is what lacks: of a version that is published, the day of its finalising alone. */
function recordInWords(name: string, first: FirstTad | null): string {
  const isHalf = first !== null && (first.version.finalisedOn ?? first.version.publishedOn) !== null;
  if (isHalf && first.lacks === 'finalisedOn')
    return `Record the day on which ${name} was finalised; if it was not, finalise it and record that day.`;
  if (isHalf && first.lacks === 'publishedOn')
    return `Record the day on which ${name} was published; if it was not, publish it and record that day.`;
  return `Record the days on which ${name} was finalised and published; if it was not, do so and record those days.`;
}

/** By its number where there are several, of which another may have the date. */
function nameAmong(context: RuleContext, { version }: TadVersion): string {
  return context.facts.tad.versions.length > 1 && !isBlank(version) ? `TAD version ${version?.trim()}` : 'the TAD';
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
