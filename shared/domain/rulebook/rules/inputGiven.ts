import { daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { isBlank, joinWords, saying } from '../../foundation/words.ts';
import { bodyInText, consultedBodies } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import { viewKey } from '../../records/recordKinds.ts';
import { answerBy, type BodyState, firstPut, putOn } from '../context/viewIndex.ts';
import { judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { recordOf } from './criteriaMet.ts';
import { afterInWords, answeredInWords, lastDayOf, lateMend, openInput, putInWords } from './inputWords.ts';

export const inputGiven: Rule = {
  id: 'input.given',
  area: 'input',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Input sought from OPSG and TAG',
  meaning:
    'SECAS and the DCC seek input from the Operations Group and the TAG on the criteria that correspond to them before the final submission of evidence. Met when the criterion was put to the body on or before the day of that submission, or where none is recorded the last day for it, looked for in all views of the body; whether it has answered is judged by itself. Cannot tell where it is not decided which bodies a criterion corresponds to.',
  formula:
    'for each criterion and each of OPSG and TAG it is mapped to, the first day it was put to the body is on or before the day of the final submission',
  example:
    'AC-03 is mapped to TAG, which has not been asked: not due before the submission, not met in the final pack.',
  coverable: false,
  withoutSubjects: 'No acceptance criterion is recorded that could be put to OPSG or TAG (§5.3).',
  ...judgeEachCriterion(function* (context, criterion) {
    const unmapped = judgeMapping(context, criterion);
    if (unmapped) yield unmapped;
    for (const body of context.bodiesOf(criterion)) {
      if (consultedBodies.includes(body)) yield judgeSought(context, criterion, body);
    }
  }),
};

/** What there is to say of a criterion that is put to neither body; null where one of them is to be asked. */
function judgeMapping(context: RecordContext, criterion: Criterion): Judgement | null {
  const bodies = context.bodiesOf(criterion);
  if (bodies.some((body) => consultedBodies.includes(body))) return null;
  const key = criterion.reference;
  const base = { subject: key, restsOn: [recordOf(criterion)], waitsFor: 'SECAS' };
  if (criterion.selfStatus === 'notApplicable' && bodies.length === 0) {
    const sentence = `${key}: its owner calls it not applicable, and no body is said to correspond to it (§5.3).`;
    return { ...base, outcome: 'notApplicable', sentence };
  }
  if (criterion.bodies === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: cannot tell whose input is to be sought: it is not decided which bodies it corresponds to (§5.3).`,
      mend: `Decide whether ${key} is to be put to OPSG, TAG or nobody.`,
      mendAt: fieldOf('criterion', criterion, 'bodies'),
    };
  }
  if (bodies.length > 0) {
    const sentence = `${key}: corresponds to ${joinWords(bodies.map(bodyInText))}, neither to OPSG nor to TAG (§5.3).`;
    return { ...base, outcome: 'notApplicable', sentence };
  }
  if (isBlank(criterion.bodiesReason)) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: cannot tell whether input is to be sought: no body is said to correspond to it, and no reason is recorded (§5.3).`,
      mend: `Record why no body corresponds to ${key}.`,
      mendAt: fieldOf('criterion', criterion, 'bodiesReason'),
    };
  }
  const sentence = `${key}: no body corresponds to it, because: ${saying(criterion.bodiesReason ?? '')} (§5.3).`;
  return { ...base, outcome: 'notApplicable', sentence };
}

function judgeSought(context: RecordContext, criterion: Criterion, body: string): Judgement {
  const key = criterion.reference;
  const subject = `${body}/${key}`;
  const state = context.views.of(body, key);
  if (state === null) return { subject, restsOn: [recordOf(criterion)], ...notAsked(context, key, body) };
  const put = putOn(firstPut(state));
  const restsOn = [recordOf(criterion), `view:${viewKey(firstPut(state))}`];
  const by = lastDayOf(context);
  if (put !== null && by !== null && put > by) {
    return {
      subject,
      restsOn,
      due: context.submission.due,
      actual: put,
      slackDays: daysBetween(put, by),
      outcome: 'notMet',
      sentence: `${key}: put to ${bodyInText(body)} on ${formatDate(put)} only, ${afterInWords(context, by)} (§5.3).`,
      ...lateMend(context, firstPut(state), {
        done: `what ${bodyInText(body)} says of ${key}`,
        earlier: `${key} was put to ${bodyInText(body)}`,
        field: 'askedOn',
      }),
      waitsFor: 'SECAS',
    };
  }
  return {
    subject,
    restsOn,
    due: context.submission.due,
    actual: put,
    outcome: 'met',
    sentence: `${key}: ${soughtInWords(context, state)} (§5.3).`,
  };
}

function soughtInWords(context: RecordContext, state: BodyState): string {
  const answer = answerBy(state, lastDayOf(context)) ?? state.answer ?? state.given;
  const put = putInWords(context, state);
  return answer ? `${put}; ${answeredInWords(answer)}` : `${put}: asked, no answer yet`;
}

/** What is said of a body that the criterion was not put to yet. */
export function notAsked(context: RecordContext, key: string, body: string): Omit<Judgement, 'subject' | 'restsOn'> {
  const begun = context.views.isBegun(body, key)
    ? ' (a record of it is begun; it states neither the day of asking nor a position)'
    : '';
  return {
    ...openInput(context, `${key}: ${bodyInText(body)} has not been asked${begun}`, '§5.3'),
    mend: context.submission.finalOn
      ? `Put ${key} to ${bodyInText(body)}, and submit to the CSC again.`
      : `Put ${key} to ${bodyInText(body)}, and record the day.`,
    waitsFor: 'SECAS',
    mendAt: newRecord('view', `${body}/${key}`, 'position'),
  };
}
