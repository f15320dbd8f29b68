import { daysBetween, formatDate } from '../../calendar/calendarDate.ts';
import { fieldOf, newRecord, type Target } from '../../readiness/target.ts';
import type { View } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { viewKey } from '../../records/recordKinds.ts';
import { bodyOf, consultedBodies } from '../bodies.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { passedInWords, submissionDueInWords } from '../submissionInWords.ts';
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
  formula:
    'for each criterion and each of OPSG and TAG it is mapped to, an answer dated on or before the final submission',
  example:
    'AC-03 is mapped to TAG, which has not been asked: not due before the submission, not met in the final pack.',
  coverable: false,
  withoutSubjects: 'No applicable criterion is recorded that could be put to OPSG or TAG.',
  *evaluate(context) {
    for (const criterion of context.applicable) {
      const unmapped = judgeMapping(context, criterion);
      if (unmapped) yield unmapped;
      for (const body of context.bodiesOf(criterion)) {
        if (consultedBodies.includes(body)) yield judgeInput(context, criterion, body);
      }
    }
  },
};

export const inputOtherBodies: Rule = {
  id: 'input.other-bodies',
  severity: 'warning',
  basis: 'guidance',
  clause: '§5.3',
  title: 'Other bodies that the criteria require have answered',
  meaning:
    'The acceptance criteria may require other Sub-Committees to be consulted, depending on the scope. Each other body that a criterion is mapped to answers on it; each body required for the release answers on at least one criterion.',
  formula:
    'for each criterion and other body it is mapped to, and for each required body, an answer by the final submission',
  example: 'AC-04 requires the SSC, which has not answered by the final pack: not met.',
  coverable: false,
  withoutSubjects: 'No body beyond OPSG and TAG is required.',
  *evaluate(context) {
    const mapped = new Set<string>();
    for (const criterion of context.applicable) {
      for (const body of context.bodiesOf(criterion)) {
        if (consultedBodies.includes(body)) continue;
        mapped.add(body);
        yield judgeInput(context, criterion, body);
      }
    }
    for (const body of requiredBodies(context)) if (!mapped.has(body)) yield judgeRequired(context, body);
  },
};

function requiredBodies(context: RuleContext): ReadonlySet<string> {
  return new Set(context.facts.requiredBodies.flatMap((one) => (isBlank(one.body) ? [] : [bodyOf(one.body ?? '')])));
}

/** What there is to say of a criterion that is put to neither body; null where one of them is to be asked. */
function judgeMapping(context: RuleContext, criterion: Criterion): Judgement | null {
  const bodies = context.bodiesOf(criterion);
  if (bodies.some((body) => consultedBodies.includes(body))) return null;
  const key = criterion.reference;
  const record = recordOf(criterion);
  const base = { subject: key, restsOn: [record], waitsFor: 'SECAS' };
  if (criterion.bodies === null) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: it is not decided which bodies it corresponds to (§5.3).`,
      mend: `Decide whether ${key} is to be put to OPSG, TAG or nobody.`,
      mendAt: fieldOf('criterion', criterion, 'bodies'),
    };
  }
  if (bodies.length > 0) {
    const sentence = `${key}: corresponds to ${joinWords(bodies)}, neither to OPSG nor to TAG.`;
    return { ...base, outcome: 'notApplicable', sentence };
  }
  if (isBlank(criterion.bodiesReason)) {
    return {
      ...base,
      outcome: 'cannotTell',
      sentence: `${key}: no body is said to correspond to it, without a reason (§5.3).`,
      mend: `Record why no body corresponds to ${key}.`,
      mendAt: fieldOf('criterion', criterion, 'bodiesReason'),
    };
  }
  const sentence = `${key}: no body corresponds to it, because: ${quoted(criterion.bodiesReason ?? '')}.`;
  return { ...base, outcome: 'notApplicable', sentence };
}

function judgeInput(context: RuleContext, criterion: Criterion, body: string): Judgement {
  const state = context.views.of(body, criterion.reference);
  const given = state?.given ?? null;
  if (given && given.position !== 'deferred') return judgeGiven(context, criterion, body, given);
  const key = criterion.reference;
  const subject = `${body}/${key}`;
  const view = given ?? state?.asked ?? null;
  const asked = state?.asked?.askedOn ? ` on ${formatDate(state.asked.askedOn)}` : '';
  const where = given
    ? 'has deferred its view'
    : state?.asked
      ? `was asked${asked} and has not answered`
      : 'has not been asked';
  return {
    subject,
    restsOn: [recordOf(criterion), ...(view ? [`view:${viewKey(view)}`] : [])],
    ...waiting(context, body, view ? fieldOf('view', view, 'position') : newRecord('view', subject, 'position')),
    ...openInput(context, `${key}: ${body} ${where}`),
    mend: `Put ${key} to ${body} and record its answer.`,
  };
}

/** An answer of any kind satisfies, unless it came after the final submission. */
function judgeGiven(context: RuleContext, criterion: Criterion, body: string, given: View): Judgement {
  const key = criterion.reference;
  const subject = `${body}/${key}`;
  const restsOn = [recordOf(criterion), `view:${viewKey(given)}`];
  const { due, finalOn } = context.submission;
  if (given.on !== null && finalOn !== null && !context.final && given.on > finalOn) {
    return {
      subject,
      restsOn,
      ...waiting(context, body, newRecord('submission')),
      outcome: 'notMet',
      actual: given.on,
      slackDays: daysBetween(given.on, finalOn),
      sentence: `${key}: ${body} answered on ${formatDate(given.on)}, after the final submission of ${formatDate(finalOn)} (§5.3).`,
      mend: `Submit again with the view of ${body}.`,
    };
  }
  const when = given.on ? `, recorded on ${formatDate(given.on)}` : '';
  const what = given.position === 'noView' ? 'has no view' : 'has given its view';
  return {
    subject,
    restsOn,
    due,
    actual: given.on,
    outcome: 'met',
    sentence: `${key}: ${body} ${what}${when} (§5.3).`,
  };
}

function judgeRequired(context: RuleContext, body: string): Judgement {
  const base = {
    subject: body,
    restsOn: [`requiredBody:${body}`],
    ...waiting(context, body, newRecord('view', body)),
  };
  if (context.views.hasAnswered(body))
    return { ...base, outcome: 'met', sentence: `${body}: has given its view (§5.3).` };
  return {
    ...base,
    ...openInput(context, `${body}: required, and no view of it is recorded`),
    mend: `Put the criteria concerned to ${body} and record its answer.`,
  };
}

function waiting(context: RuleContext, body: string, mendAt: Target) {
  return { due: context.submission.due, waitsFor: body, mendAt };
}

/** Before the final submission it is not due; in it or after it, it is not met. */
function openInput(context: RuleContext, told: string): Pick<Judgement, 'outcome' | 'sentence' | 'slackDays'> {
  const { due } = context.submission;
  const passed = passedInWords(context);
  if (passed !== null) return { outcome: 'notMet', sentence: `${told}, and ${passed} (§5.3).` };
  const slackDays = due ? daysBetween(context.asOf, due) : null;
  return { outcome: 'notDue', slackDays, sentence: `${told}; ${submissionDueInWords(context)} (§5.3).` };
}
