import { type CalendarDate, daysBetween, earlierOf, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { countOf, isBlank } from '../../foundation/words.ts';
import { isCriterion } from '../../records/begun.ts';
import { theBody } from '../../records/bodies.ts';
import type { Criterion, SelfStatus } from '../../records/criterion.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { passedInWords, submissionDueInWords } from '../submissionInWords.ts';

export const criteriaExist: Rule = {
  id: 'criteria.exist',
  area: 'criteria',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.1',
  title: 'There are acceptance criteria',
  meaning:
    'The implementation plan in the RID sets out the acceptance criteria. Without any that applies there is nothing to decide on.',
  formula: 'at least one acceptance criterion is recorded that its owner does not call not applicable',
  example: 'A release with one criterion, which its owner calls not applicable: not met.',
  coverable: false,
  withoutSubjects: 'There is no release to judge (§5.1).',
  evaluate: ({ facts, applicable, releaseRecord }) => {
    const count = applicable.length;
    if (applicable.some(isCriterion)) {
      const sentence = `${countOf(count, 'acceptance criterion', 'acceptance criteria')} ${count === 1 ? 'is' : 'are'} recorded${notApplicableNote(facts.criteria.length - count)} (§5.1).`;
      return [{ outcome: 'met', restsOn: applicable.map(recordOf), sentence }];
    }
    const [begun] = applicable;
    if (begun) return [judgeBegun(begun, count)];
    const none = facts.criteria.length === 0;
    return [
      {
        outcome: 'notMet',
        restsOn: [releaseRecord, ...facts.criteria.map(recordOf)],
        sentence: none
          ? 'No acceptance criterion is recorded; the RID is to set them out (§5.1).'
          : `No acceptance criterion applies: ${facts.criteria.length === 1 ? 'the only one recorded is' : `all ${facts.criteria.length} recorded are`} called not applicable (§5.1).`,
        mend: none ? 'Record the acceptance criteria of the RID.' : 'Record the acceptance criteria that apply.',
        waitsFor: 'SECAS',
        mendAt: newRecord('criterion'),
      },
    ];
  },
};

/** Nothing is recorded but references, which a form gives: there is nothing that could be met. */
function judgeBegun(first: Criterion, count: number): Judgement {
  const which =
    count === 1
      ? `${first.reference} is begun; it states no wording yet`
      : `${countOf(count, 'criterion', 'criteria')} are begun; none states its wording yet`;
  return {
    outcome: 'notMet',
    restsOn: [recordOf(first)],
    sentence: `No acceptance criterion is recorded in full: ${which} (§5.1).`,
    mend: `Record the wording of ${count === 1 ? first.reference : 'the criteria'}, as the RID sets it out.`,
    waitsFor: 'SECAS',
    mendAt: fieldOf('criterion', first, 'text'),
  };
}

function notApplicableNote(count: number): string {
  if (count === 0) return '';
  return `, and ${countOf(count, 'other')} ${count === 1 ? 'is' : 'are'} called not applicable`;
}

export const criteriaMet: Rule = {
  id: 'criteria.met',
  area: 'criteria',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Each criterion is met',
  meaning:
    'SECAS and the DCC show the CSC that the acceptance criteria have been met. Each applicable criterion is met by the final submission: what is in progress or has no evidence is not due before it, and not met in it. A criterion whose owner says that it is not met is not met at once.',
  formula: 'self-status is met by the final submission, for each criterion that applies',
  example: 'AC-02 is in progress: not due a month before the submission, not met in the final pack.',
  coverable: false,
  withoutSubjects: 'No acceptance criterion applies, so none can be met or missed (§5.3).',
  ...judgeEachCriterion(
    (context, criterion) => [judgeMet(context, criterion)],
    (context) => context.applicable,
  ),
};

function judgeMet(context: RecordContext, criterion: Criterion): Judgement {
  const key = criterion.reference;
  const { selfStatus } = criterion;
  const { due } = context.submission;
  if (selfStatus === 'met') {
    const sentence = `${key}: met${opinionOf(criterion)} (§5.3).`;
    return { subject: key, due, outcome: 'met', restsOn: [recordOf(criterion)], sentence };
  }
  const base = {
    subject: key,
    due,
    restsOn: [recordOf(criterion)],
    waitsFor: ownerOf(criterion),
    waitsUntil: earliest(criterion.due, due),
    mendAt: fieldOf('criterion', criterion, 'selfStatus'),
  };
  if (selfStatus === null) {
    const sentence = `${key}: cannot tell whether it is met: its status is not stated${opinionOf(criterion)} (§5.3).`;
    return { ...base, outcome: 'cannotTell', sentence, mend: `State whether ${key} is met.` };
  }
  const status = statusWords[selfStatus];
  const mend =
    selfStatus === 'notSubmitted'
      ? `Submit evidence that ${key} is met, and state it.`
      : `Meet ${key}, and record the evidence for it.`;
  if (selfStatus === 'notMet') {
    return { ...base, outcome: 'notMet', mend, sentence: `${key}: ${status}${opinionOf(criterion)} (§5.3).` };
  }
  const passed = passedInWords(context);
  if (passed !== null) {
    const sentence = `${key}: ${status}, and ${passed}${opinionOf(criterion)} (§5.3).`;
    return { ...base, outcome: 'notMet', mend, sentence };
  }
  const late =
    criterion.due !== null && criterion.due < context.asOf
      ? `; its own date, ${formatDate(criterion.due)}, has passed`
      : '';
  const sentence = `${key}: ${status}; ${submissionDueInWords(context)}${late}${opinionOf(criterion)} (§5.3).`;
  return { ...base, outcome: 'notDue', slackDays: due ? daysBetween(context.asOf, due) : null, mend, sentence };
}

/** Somebody else's assessment is told where it differs from the owner's. */
function opinionOf(criterion: Criterion): string {
  const { opinion } = criterion;
  if (!opinion?.status || opinion.status === criterion.selfStatus) return '';
  const by = isBlank(opinion.by) ? 'another assessment' : `${theBody((opinion.by ?? '').trim())}'s assessment`;
  return `; ${by} is: ${statusWords[opinion.status]}`;
}

const statusWords: Readonly<Record<SelfStatus, string>> = {
  met: 'met',
  notMet: 'not met',
  inProgress: 'in progress',
  notSubmitted: 'no evidence submitted',
  notApplicable: 'not applicable',
};

function earliest(left: CalendarDate | null, right: CalendarDate | null): CalendarDate | null {
  return left && right ? earlierOf(left, right) : (left ?? right);
}

export function ownerOf(criterion: Criterion): string {
  return isBlank(criterion.owner) ? 'SECAS' : (criterion.owner ?? '').trim();
}

export function recordOf(criterion: Criterion): string {
  return `criterion:${criterion.reference}`;
}
