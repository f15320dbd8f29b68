import { daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord } from '../../findings/target.ts';
import { bodyInText, consultedBodies, isBody } from '../../records/bodies.ts';
import type { Criterion } from '../../records/criterion.ts';
import { recordName, viewKey } from '../../records/recordKinds.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { answerBy, type BodyState, firstPut, putOn } from '../context/viewIndex.ts';
import { judgeEach, judgeEachCriterion } from '../judgeEach.ts';
import type { Judgement, RecordContext, Rule } from '../rule.ts';
import { recordOf } from './criteriaMet.ts';
import { notAsked } from './inputGiven.ts';
import { afterInWords, answeredInWords, didInWords, lastDayOf, lateMend, openInput, putInWords } from './inputWords.ts';

export const inputReceived: Rule = {
  id: 'input.received',
  area: 'input',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Each body asked has answered',
  meaning:
    'A body that was asked on a criterion has answered by the final submission: "no view" is an answer, a deferral is none. Bodies beyond OPSG and TAG that the criteria require are judged by a rule of their own. A silent body warns and does not hold up the final pack. Good practice, not a SEC rule.',
  formula: 'for each criterion and body that was asked on it, an answer dated on or before the final submission',
  example: 'TAG was asked on AC-03 and has deferred its view: not due before the submission, not met after it.',
  coverable: false,
  withoutSubjects: 'No body has been asked on a criterion yet.',
  ...judgeEachCriterion(function* (context, criterion) {
    const mapped = context.bodiesOf(criterion);
    for (const state of context.views.ofCriterion(criterion.reference)) {
      const { body } = state;
      if (!consultedBodies.includes(body) && (mapped.includes(body) || context.requiredBodies.has(body))) continue;
      yield judgeAnswer(context, criterion, state, 'practice');
    }
  }),
};

export const inputOtherBodies: Rule = {
  id: 'input.other-bodies',
  area: 'input',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Other bodies that the criteria require have answered',
  meaning:
    'The acceptance criteria may require other Sub-Committees to be consulted, depending on the scope. Each other body that a criterion is mapped to answers on it by the final submission, a deferral being no answer; each body required for the release answers on at least one criterion.',
  formula:
    'for each criterion and other body it is mapped to, and for each required body, an answer dated on or before the final submission',
  example: 'AC-04 requires the SSC, which has not answered by the final pack: not met.',
  coverable: false,
  withoutSubjects: 'No body beyond OPSG and TAG is required (§5.3).',
  ...judgeEach({
    of: (context) => context.facts.criteria,
    about: ({ reference }) => reference,
    *judge(context, criterion) {
      const key = criterion.reference;
      for (const body of context.bodiesOf(criterion)) {
        if (consultedBodies.includes(body)) continue;
        const state = context.views.of(body, key);
        yield state
          ? judgeAnswer(context, criterion, state, '§5.3')
          : { subject: `${body}/${key}`, restsOn: [recordOf(criterion)], ...notAsked(context, key, body) };
      }
    },
    *rest(context) {
      if (context.requiredBodies.size === 0) return;
      const mapped = new Set(context.facts.criteria.flatMap(context.bodiesOf));
      for (const body of context.requiredBodies)
        if (consultedBodies.includes(body) || !mapped.has(body)) yield judgeRequired(context, body);
    },
  }),
};

/** One body on one criterion that it was asked about; `cited` is `§5.3` or `practice`. */
function judgeAnswer(context: RecordContext, criterion: Criterion, state: BodyState, cited: string): Judgement {
  const key = criterion.reference;
  const { body } = state;
  const name = bodyInText(body);
  const base = { subject: `${body}/${key}`, due: context.submission.due };
  const by = lastDayOf(context);
  const answer = answerBy(state, by);
  if (answer) {
    const restsOn = [recordOf(criterion), `view:${viewKey(answer)}`];
    const sentence = `${key}: ${answeredInWords(answer)} (${cited}).`;
    return { ...base, restsOn, actual: answer.on, outcome: 'met', sentence };
  }
  const late = state.answer;
  if (late?.on && by !== null) {
    return {
      ...base,
      restsOn: [recordOf(criterion), `view:${viewKey(late)}`],
      actual: late.on,
      slackDays: daysBetween(late.on, by),
      outcome: 'notMet',
      sentence: `${key}: ${answeredInWords(late)}, ${afterInWords(context, by)} (${cited}).`,
      ...lateMend(context, late, {
        done: `the view of ${name} on ${key}`,
        earlier: `${name} answered on ${key}`,
        field: 'on',
      }),
      waitsFor: 'SECAS',
    };
  }
  const open = state.asked ?? state.given ?? firstPut(state);
  const told =
    state.given?.position === 'deferred'
      ? answeredInWords(state.given)
      : `${putInWords(context, state)}: asked, no answer yet`;
  return {
    ...base,
    restsOn: [recordOf(criterion), `view:${viewKey(open)}`],
    ...openInput(context, `${key}: ${told}`, cited),
    mend: `Ask ${name} for its answer on ${key}, ${thenInWords(context)}.`,
    waitsFor: body,
    mendAt: fieldOf('view', open, 'position'),
  };
}

/** After the final submission an answer mends only with another submission that takes it in. */
function thenInWords(context: RecordContext): string {
  return context.final || context.submission.finalOn === null
    ? 'and record it'
    : 'record it, and submit to the CSC again';
}

/** A body that the release as a whole requires: an answer on any criterion satisfies. */
function judgeRequired(context: RuleContext, body: string): Judgement {
  const name = bodyInText(body);
  const base = { subject: body, due: context.submission.due };
  // The record is named as it was typed: `Operations Group`, say, for the OPSG.
  const required = context.facts.requiredBodies.find((one) => isBody(one.body, body));
  const record = required ? recordName('requiredBody', required) : `requiredBody:${body}`;
  const by = lastDayOf(context);
  const states = context.views.ofBody(body);
  const answer = states.map((state) => answerBy(state, by)).find((view) => view !== null);
  if (answer) {
    const when = answer.on ? ` on ${formatDate(answer.on)}` : '';
    const sentence = `${body}: ${didInWords(answer)} on ${answer.criterion}${when} (§5.3).`;
    return { ...base, restsOn: [record, `view:${viewKey(answer)}`], actual: answer.on, outcome: 'met', sentence };
  }
  const late = states.map((state) => state.answer).find((view) => view !== null);
  if (late?.on && by !== null) {
    return {
      ...base,
      restsOn: [record, `view:${viewKey(late)}`],
      actual: late.on,
      slackDays: daysBetween(late.on, by),
      outcome: 'notMet',
      sentence: `${body}: ${didInWords(late)} on ${late.criterion} on ${formatDate(late.on)}, ${afterInWords(context, by)} (§5.3).`,
      ...lateMend(context, late, { done: `the view of ${name}`, earlier: `${name} answered`, field: 'on' }),
      waitsFor: 'SECAS',
    };
  }
  const [first] = states;
  if (!first) {
    return {
      ...base,
      restsOn: [record],
      ...openInput(context, `${body}: required, and not asked on any criterion`, '§5.3'),
      mend: `Put the criteria concerned to ${name}, ${thenInWords(context)}.`,
      waitsFor: 'SECAS',
      mendAt: newRecord('view', body),
    };
  }
  const open = first.given ?? first.asked ?? firstPut(first);
  const on = open.position === null ? putOn(open) : open.on;
  const day = on ? ` on ${formatDate(on)}` : '';
  const did = open.position === null ? 'asked, no answer yet, on' : `${didInWords(open)} on`;
  return {
    ...base,
    restsOn: [record, `view:${viewKey(open)}`],
    ...openInput(context, `${body}: ${did} ${open.criterion}${open.position === null ? '' : day}`, '§5.3'),
    mend: `Ask ${name} for its answer on ${open.criterion}, ${thenInWords(context)}.`,
    waitsFor: body,
    mendAt: fieldOf('view', open, 'position'),
  };
}
