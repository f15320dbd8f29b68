import { freshnessOf, positionOn, staleSentence } from '../../readiness/staleness.ts';
import { fieldOf } from '../../readiness/target.ts';
import type { View } from '../../records/committees.ts';
import type { Criterion } from '../../records/criterion.ts';
import { viewKey } from '../../records/recordKinds.ts';
import { bodyOf } from '../bodies.ts';
import type { RuleContext } from '../context/ruleContext.ts';
import type { Judgement, Rule } from '../rule.ts';
import { isBlank } from '../words.ts';
import { recordOf } from './criteriaMet.ts';

export const inputFresh: Rule = {
  id: 'input.fresh',
  severity: 'warning',
  basis: 'practice',
  clause: null,
  title: 'Nothing a body saw has changed',
  meaning:
    "Each body's latest answer on a criterion carries a stamp of the wording and the evidence versions it saw. If the wording, a version, a file or the set of evidence differs now, the view is stale until the body reaffirms. Compared by value, never by the time of an edit. Good practice, not a SEC rule.",
  formula: 'wording and current evidence (versions and SHA-256) equal those of the stamp',
  example: 'TAG supported EV-003 version 1; version 2 has not been put to TAG. Not met.',
  coverable: false,
  withoutSubjects: 'No body has answered on an applicable criterion yet.',
  *evaluate(context) {
    for (const criterion of context.applicable) {
      for (const { given } of context.views.ofCriterion(criterion.reference)) {
        if (given) yield judgeFresh(context, criterion, given);
      }
    }
  },
};

export const inputAnswered: Rule = {
  id: 'input.answered',
  severity: 'advice',
  basis: 'practice',
  clause: null,
  title: 'Conditions and objections have an answer',
  meaning:
    'Where a body supports with conditions, or does not support, an answer to it is recorded for the CSC. Good practice, not a SEC rule.',
  formula: 'the answer is not blank for each latest view that supports with conditions or does not support',
  example: 'OPSG does not support AC-05 and no answer is recorded: advice.',
  coverable: false,
  withoutSubjects: 'No body has set a condition or objected.',
  *evaluate(context) {
    for (const criterion of context.applicable) {
      for (const { given } of context.views.ofCriterion(criterion.reference)) {
        if (given && wantsAnswer(given)) yield judgeAnswered(context, given);
      }
    }
  },
};

function wantsAnswer(view: View): boolean {
  return view.position === 'supportsWithConditions' || view.position === 'doesNotSupport';
}

function judgeFresh(context: RuleContext, criterion: Criterion, view: View): Judgement {
  const body = bodyOf(view.body);
  const subject = `${body}/${view.criterion}`;
  const record = `view:${viewKey(view)}`;
  const records = [record, recordOf(criterion)];
  const fresh = freshnessOf(view, criterion, context.evidence);
  if (fresh.kind === 'fresh') {
    const wording = fresh.wordingKnown ? '' : '; the wording it saw is not recorded';
    const sentence = `${view.criterion}: what ${body} saw has not changed${wording}.`;
    return {
      subject,
      outcome: 'met',
      restsOn: records.concat(context.evidence.recordsOfCriterion(criterion.reference)),
      sentence,
    };
  }
  const stale = fresh.kind === 'stale';
  return {
    subject,
    outcome: stale ? 'notMet' : 'cannotTell',
    restsOn: records.concat((view.saw ?? []).map((item) => `evidence:${item.evidence}`)),
    sentence: stale
      ? staleSentence(view, fresh.changes)
      : `${view.criterion}: it is not recorded what ${body} saw (practice).`,
    mend: stale
      ? `Put what has changed to ${body}; it may reaffirm its view.`
      : `Record which evidence versions ${body} saw.`,
    waitsFor: body,
    waitsUntil: context.submission.due,
    mendAt: fieldOf('view', view, 'saw'),
  };
}

function judgeAnswered(context: RuleContext, view: View): Judgement {
  const body = bodyOf(view.body);
  const subject = `${body}/${view.criterion}`;
  const said = positionOn(view.position ?? 'noView', 'it');
  const base = { subject, restsOn: [`view:${viewKey(view)}`] };
  if (!isBlank(view.answer))
    return { ...base, outcome: 'met', sentence: `${view.criterion}: ${body} ${said}, and that has an answer.` };
  return {
    ...base,
    outcome: 'notMet',
    sentence: `${view.criterion}: ${body} ${said}, and that has no answer (practice).`,
    mend: `Record the answer to ${body}.`,
    waitsFor: 'SECAS',
    waitsUntil: context.submission.due,
    mendAt: fieldOf('view', view, 'answer'),
  };
}
