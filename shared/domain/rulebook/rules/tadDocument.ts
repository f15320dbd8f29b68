import { type CalendarDate, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { isBlank, joinWords } from '../../foundation/words.ts';
import { isTadVersion } from '../../records/begun.ts';
import { type TadVersion, tadDates } from '../../records/documents.ts';
import { recordName } from '../../records/recordKinds.ts';
import { currentTad } from '../context/documentVersions.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { latestScopeChange } from '../context/scopeChanges.ts';
import type { Judgement, Rule } from '../rule.ts';
import { judgeUndated, undatedScopeChanges } from '../undatedEvents.ts';
import { whereTestingApplies } from '../whereTestingApplies.ts';

const milestones = ['issued to the TAG', 'reviewed by the TAG', 'approved', 'finalised', 'published'] as const;
const fields = ['issuedToTagOn', 'reviewedByTagOn', 'approvedOn', 'finalisedOn', 'publishedOn'] as const;

/** A version of which every date lies ahead is recorded, and not there yet. */
const noVersion = 'No version of the TAD is recorded by the as-of date.';

export const tadOrder: Rule = {
  id: 'tad.order',
  area: 'tad',
  severity: 'warning',
  basis: 'reading',
  clause: '§5.1',
  title: "The TAD's milestones follow each other",
  meaning:
    'Each version of the TAD is issued to the TAG, reviewed, approved, finalised and then published; two on the same day are in order. Only what has happened is compared; where a date is missing before a later one, the rule cannot tell.',
  formula: 'issued ≤ reviewed ≤ approved ≤ finalised ≤ published, for each version',
  example: 'TAD version 1.0 published on 3 March and finalised on 5 March: not met.',
  coverable: false,
  withoutSubjects: noVersion,
  evaluate: (context) => {
    const judge = () => context.facts.tad.versions.flatMap((version) => judgeOrder(context, version));
    return whereTestingApplies(context, 'A TAD', judge);
  },
};

interface Reached {
  readonly index: number;
  readonly on: CalendarDate;
}

function judgeOrder(context: RuleContext, version: TadVersion): readonly Judgement[] {
  const dates = tadDates(version);
  const known = dates.flatMap((on, index): Reached[] => (on !== null && on <= context.asOf ? [{ index, on }] : []));
  if (known.length === 0 && dates.some((on) => on !== null)) return [];
  const record = recordName('tadVersion', version);
  const name = nameOf(version);
  const base = { subject: record.slice('tadVersion:'.length), restsOn: [record], waitsFor: 'DCC' };
  const wrong = known.find((step, at) => step.on < (known[at - 1]?.on ?? step.on));
  if (wrong) {
    const before = known[known.indexOf(wrong) - 1] ?? wrong;
    const sentence = `${name} was ${milestones[wrong.index]} on ${formatDate(wrong.on)}, before it was ${milestones[before.index]} on ${formatDate(before.on)} (§5.1).`;
    return [
      {
        ...base,
        outcome: 'notMet',
        sentence,
        mend: `Check the two dates of ${nameInSentence(version)} and correct the wrong one.`,
        mendAt: fieldOf('tadVersion', version, fields[wrong.index] as string),
      },
    ];
  }
  const reached = known.at(-1);
  if (!reached) {
    const sentence = `${name} has no date of any milestone by the as-of date (§5.1).`;
    return [
      {
        ...base,
        outcome: 'cannotTell',
        sentence,
        mend: `Record the dates of the milestones of ${nameInSentence(version)}.`,
        mendAt: fieldOf('tadVersion', version, 'issuedToTagOn'),
      },
    ];
  }
  const gaps = milestones.slice(0, reached.index).filter((_, index) => !known.some((step) => step.index === index));
  if (gaps.length > 0) {
    const sentence = `${name} was ${milestones[reached.index]} on ${formatDate(reached.on)}; no date by the as-of date is recorded on which it was ${joinWords(gaps)} (§5.1).`;
    const first = milestones.findIndex((milestone) => gaps.includes(milestone));
    return [
      {
        ...base,
        outcome: 'cannotTell',
        sentence,
        mend: `Record the missing dates of ${nameInSentence(version)}.`,
        mendAt: fieldOf('tadVersion', version, fields[first] as string),
      },
    ];
  }
  const last = milestones.length - 1;
  const so =
    reached.index === last
      ? 'were all reached in order'
      : `were reached in order so far, up to ${milestones[reached.index]}`;
  return [{ ...base, outcome: 'met', sentence: `${name}: its milestones ${so} (§5.1).` }];
}

export const tadContents: Rule = {
  id: 'tad.contents',
  area: 'tad',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.1',
  title: 'The TAD covers DCC and User testing',
  meaning:
    'The TAD sets out the DCC testing activities needed to deliver the release and how User testing will be carried out. The version issued last counts.',
  formula: 'the latest version covers DCC testing and User testing',
  example: 'TAD version 1.0 says nothing of User testing: not met.',
  coverable: false,
  withoutSubjects: noVersion,
  evaluate: (context) => whereTestingApplies(context, 'A TAD', () => judgeContents(context)),
};

function judgeContents(context: RuleContext): readonly Judgement[] {
  const tad = currentTad(context);
  if (!tad) return [];
  const record = recordName('tadVersion', tad.version);
  const { coversDccTesting: dcc, coversUserTesting: user } = tad.version;
  const absent = [...(dcc === false ? ['the DCC testing'] : []), ...(user === false ? ['the User testing'] : [])];
  const silent = [...(dcc === null ? ['the DCC testing'] : []), ...(user === null ? ['the User testing'] : [])];
  const field = dcc !== true ? 'coversDccTesting' : 'coversUserTesting';
  const open = { restsOn: [record], waitsFor: 'DCC', mendAt: fieldOf('tadVersion', tad.version, field) };
  const name = nameOf(tad.version);
  if (absent.length > 0) {
    const sentence = `${name} does not set out ${joinWords(absent, 'or')} (§5.1).`;
    return [{ ...open, outcome: 'notMet', sentence, mend: `Set out ${joinWords(absent)} in the TAD.` }];
  }
  if (silent.length > 0) {
    const sentence = `It is not recorded whether ${nameInSentence(tad.version)} sets out ${joinWords(silent)} (§5.1).`;
    return [
      { ...open, outcome: 'cannotTell', sentence, mend: `Record whether the TAD sets out ${joinWords(silent)}.` },
    ];
  }
  return [
    { restsOn: [record], outcome: 'met', sentence: `${name} sets out the DCC testing and the User testing (§5.1).` },
  ];
}

export const tadCurrent: Rule = {
  id: 'tad.current',
  area: 'tad',
  severity: 'warning',
  basis: 'guidance',
  clause: '§6',
  title: 'The TAD is kept updated with the scope',
  meaning:
    'The TAD is kept updated with any changes to the release scope: its latest date is not before the latest change of scope.',
  formula: 'the latest milestone of the TAD is not before the latest change of scope',
  example: 'TAD published on 1 May 2021, MP164 joined the scope on 14 May 2021: not met.',
  coverable: false,
  withoutSubjects: noVersion,
  evaluate: (context) => whereTestingApplies(context, 'A TAD', () => judgeCurrent(context)),
};

function judgeCurrent(context: RuleContext): readonly Judgement[] {
  const tad = currentTad(context);
  if (!tad) return [];
  const latest = latestScopeChange(context);
  const record = recordName('tadVersion', tad.version);
  const restsOn = [record, ...(latest ? [latest.record] : [])];
  const name = nameOf(tad.version);
  if (!isTadVersion(tad.version)) {
    return [
      {
        restsOn,
        waitsFor: 'DCC',
        outcome: 'cannotTell',
        sentence: `${name} is begun; it states no date of any milestone, so one cannot tell whether it is current (§6).`,
        mend: `Record the dates of ${nameInSentence(tad.version)}.`,
        mendAt: fieldOf('tadVersion', tad.version, 'issuedToTagOn'),
      },
    ];
  }
  const [undated, ...others] = undatedScopeChanges(context);
  const isOutdated = latest !== null && (tad.on === null || tad.on < latest.on);
  if (undated && !isOutdated) {
    const dated = `${nameInSentence(tad.version)}${tad.on ? `, last dated ${formatDate(tad.on)},` : ''}`;
    return [judgeUndated([undated, ...others], { name: dated, on: tad.on, cited: '§6', restsOn })];
  }
  if (latest === null) {
    return [
      {
        restsOn,
        outcome: 'met',
        actual: tad.on,
        sentence: `${name} is current: no change of scope is recorded (§6).`,
      },
    ];
  }
  const open = {
    restsOn,
    waitsFor: 'DCC',
    mend: 'Have the TAD updated to the present scope, and record the new version.',
    mendAt: newRecord('tadVersion'),
  };
  if (tad.on === null) {
    const sentence = `Cannot tell whether ${nameInSentence(tad.version)} takes in that ${latest.told}: it has no date (§6).`;
    return [
      {
        ...open,
        outcome: 'cannotTell',
        sentence,
        mend: `Record the dates of ${nameInSentence(tad.version)}.`,
        mendAt: fieldOf('tadVersion', tad.version, 'issuedToTagOn'),
      },
    ];
  }
  const dated = { due: latest.on, actual: tad.on };
  if (tad.on >= latest.on) {
    const sentence = `${name}, last dated ${formatDate(tad.on)}, is current: the scope has not changed after it (§6).`;
    return [{ ...dated, restsOn, outcome: 'met', sentence }];
  }
  const sentence = `${name}, last dated ${formatDate(tad.on)}, is out of date: ${latest.told} (§6).`;
  return [{ ...open, ...dated, outcome: 'notMet', sentence }];
}

function nameOf(version: TadVersion): string {
  return isBlank(version.version) ? 'The TAD' : `TAD version ${version.version?.trim()}`;
}

function nameInSentence(version: TadVersion): string {
  return isBlank(version.version) ? 'the TAD' : nameOf(version);
}
