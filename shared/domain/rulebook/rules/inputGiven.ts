import { daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import type { View } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { viewKey } from '../../records/recordKinds.ts';
import { bodyOf, consultedBodies } from '../bodies.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import { dueInWords } from '../judgeLeadTime.ts';
import type { Judgement, Rule } from '../rule.ts';
import { isBlank, joinWords, quoted } from '../words.ts';
import { recordOf } from './criteriaMet.ts';

export const inputGiven: Rule = {
  id: 'input.given',
  severity: 'blocker',
  basis: 'guidance',
  clause: '§5.3',
  title: 'OPSG and TAG have been asked, and answered',
  meaning:
    'SECAS and the DCC seek input from the Operations Group and the TAG on the criteria that correspond to them before the final submission of evidence. Any recorded answer satisfies, a "no view" too; a deferred one does not. Where it is not decided which bodies a criterion corresponds to, nobody can tell.',
  formula: 'for each criterion and each of OPSG and TAG it is mapped to, an answer dated on or before the final submission',
  example: 'AC-03 is mapped to TAG, which has not been asked: not due before the submission, not met in the final pack.',
  coverable: false,
  withoutSubjects: 'No applicable criterion is recorded that could be put to OPSG or TAG.',
  evaluate: (context) => context.applicable.flatMap((criterion) => judgeCriterion(context, criterion)),
};

export const inputOtherBodies: Rule = {
  id: 'input.other-bodies',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Other bodies that the criteria require have answered',
  meaning:
    'The acceptance criteria may require other Sub-Committees to be consulted, depending on the scope. Each other body that a criterion is mapped to answers on it; each body required for the release answers on at least one criterion.',
  formula: 'for each criterion and other body it is mapped to, and for each required body, an answer by the final submission',
  example: 'AC-04 requires the SSC, which has not answered by the final pack: not met.',
  coverable: false,
  withoutSubjects: 'No body beyond OPSG and TAG is required.',
  evaluate: (context) => {
    const others = context.applicable.flatMap((criterion) =>
      context.bodiesOf(criterion).filter((body) => !consultedBodies.includes(body)).map((body) => ({ criterion, body })),
    );
    const mapped = new Set(others.map((entry) => entry.body));
    const required = [...new Set(context.facts.requiredBodies.flatMap((one) => (isBlank(one.body) ? [] : [bodyOf(one.body ?? '')])))];
    return [
      ...others.map(({ criterion, body }) => judgeInput(context, criterion, body)),
      ...required.filter((body) => !mapped.has(body)).map((body) => judgeRequired(context, body)),
    ];
  },
};

function judgeCriterion(context: RuleContext, criterion: Criterion): readonly Judgement[] {
  const key = criterion.reference;
  const base = { subject: key, restsOn: [recordOf(criterion)], waitsFor: 'SECAS', mendAt: `${recordOf(criterion)}#bodies` };
  if (criterion.bodies === null) {
    const sentence = `${key}: it is not decided which bodies it corresponds to (§5.3).`;
    return [{ ...base, outcome: 'cannotTell', sentence, mend: `Decide whether ${key} is to be put to OPSG, TAG or nobody.` }];
  }
  if (criterion.bodies.length === 0) {
    if (isBlank(criterion.bodiesReason)) {
      const sentence = `${key}: no body is said to correspond to it, without a reason (§5.3).`;
      return [{ ...base, outcome: 'cannotTell', sentence, mend: `Record why no body corresponds to ${key}.`, mendAt: `${recordOf(criterion)}#bodiesReason` }];
    }
    return [{ ...base, outcome: 'notApplicable', sentence: `${key}: no body corresponds to it, because: ${quoted(criterion.bodiesReason ?? '')}.` }];
  }
  const bodies = context.bodiesOf(criterion).filter((body) => consultedBodies.includes(body));
  if (bodies.length === 0) {
    return [{ ...base, outcome: 'notApplicable', sentence: `${key}: corresponds to ${joinWords(context.bodiesOf(criterion))}, neither to OPSG nor to TAG.` }];
  }
  return bodies.map((body) => judgeInput(context, criterion, body));
}

function judgeInput(context: RuleContext, criterion: Criterion, body: string): Judgement {
  const state = context.views.of(body, criterion.reference);
  const given = state?.given ?? null;
  if (given && given.position !== 'deferred') return judgeGiven(context, criterion, body, given);
  const key = criterion.reference;
  const subject = viewKey({ body, criterion: key });
  const view = given ?? state?.asked ?? null;
  const asked = state?.asked?.askedOn ? ` on ${formatDate(state.asked.askedOn)}` : '';
  const where = given ? 'has deferred its view' : state?.asked ? `was asked${asked} and has not answered` : 'has not been asked';
  return {
    subject,
    restsOn: [recordOf(criterion), ...(view ? [`view:${viewKey(view)}`] : [])],
    ...waiting(context, body, `view:${view ? viewKey(view) : subject}#position`),
    ...openInput(context, `${key}: ${body} ${where}`),
    mend: `Put ${key} to ${body} and record its answer.`,
  };
}

/** An answer of any kind satisfies, unless it came after the final submission. */
function judgeGiven(context: RuleContext, criterion: Criterion, body: string, given: View): Judgement {
  const key = criterion.reference;
  const subject = viewKey({ body, criterion: key });
  const restsOn = [recordOf(criterion), `view:${viewKey(given)}`];
  const { due, finalOn } = context.submission;
  if (given.on !== null && finalOn !== null && given.on > finalOn) {
    return {
      subject,
      restsOn,
      ...waiting(context, body, `${context.releaseRecord}#submissions`),
      outcome: 'notMet',
      actual: given.on,
      slackDays: daysBetween(given.on, finalOn),
      sentence: `${key}: ${body} answered on ${formatDate(given.on)}, after the final submission of ${formatDate(finalOn)} (§5.3).`,
      mend: `Submit again with the view of ${body}.`,
    };
  }
  const when = given.on ? `, recorded on ${formatDate(given.on)}` : '';
  const what = given.position === 'noView' ? 'has no view' : 'has given its view';
  return { subject, restsOn, due, actual: given.on, outcome: 'met', sentence: `${key}: ${body} ${what}${when} (§5.3).` };
}

function judgeRequired(context: RuleContext, body: string): Judgement {
  const base = { subject: body, restsOn: [`requiredBody:${body}`], ...waiting(context, body, `${context.releaseRecord}#views`) };
  if (context.views.hasAnswered(body)) return { ...base, outcome: 'met', sentence: `${body}: has given its view (§5.3).` };
  return { ...base, ...openInput(context, `${body}: required, and no view of it is recorded`), mend: `Put the criteria concerned to ${body} and record its answer.` };
}

function waiting(context: RuleContext, body: string, mendAt: string) {
  return { due: context.submission.due, waitsFor: body, mendAt };
}

/** Before the final submission it is not due; in it or after it, it is not met. */
function openInput(context: RuleContext, told: string): Pick<Judgement, 'outcome' | 'sentence' | 'slackDays'> {
  const { due, passed, finalOn } = context.submission;
  if (passed) {
    const when = context.final ? 'this is the final pack' : finalOn ? `the final submission was made on ${formatDate(finalOn)}` : 'the day for the submission has passed';
    return { outcome: 'notMet', sentence: `${told}, and ${when} (§5.3).` };
  }
  if (due === null) return { outcome: 'notDue', sentence: `${told}; due by the final submission, for which no date is recorded (§5.3).` };
  return { outcome: 'notDue', slackDays: daysBetween(context.asOf, due), sentence: `${told}; ${dueInWords(context.asOf, due)} (§5.3).` };
}
